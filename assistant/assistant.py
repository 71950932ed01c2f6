"""The one object a caller holds: open, search, ask, targets, tasks."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from assistant.answers.answer import Answer
from assistant.retrieval.filters import Filters
from assistant.retrieval.scored import ScoredPassage
from assistant.settings import Settings
from corpus.notice import Kind, Notice, Target, Task
from embeddings.archive.ingestion import IngestReport
from embeddings.archive.records import NoticeSummary

Turn = Mapping[str, str]
Progress = Callable[[str, int, int], None]


class Assistant:
    """Answers over one data folder; safe for many threads."""

    @classmethod
    def open(cls, source: Settings | Path | str | None = None, *, build: bool = True, progress: Progress | None = None) -> "Assistant":
        """Open the index of a data folder; with `build`, make one of the shipped notices if there is none."""
        raise NotImplementedError

    def close(self) -> None: ...

    def search(self, query: str, top_k: int = 10, filters: Filters | None = None) -> list[ScoredPassage]: ...

    def ask(self, question: str, history: Sequence[Turn] = (), filters: Filters | None = None) -> Answer: ...

    def targets(self, filters: Filters | None = None, indicator: str | None = None, kind: Kind | None = None) -> list[Target]: ...

    def tasks(self, filters: Filters | None = None, responsible: str | None = None, due_before: str | None = None) -> list[Task]: ...

    def notices(self) -> list[NoticeSummary]: ...

    def notice(self, notice_id: str) -> Notice: ...

    def index(self, paths: Sequence[Path], *, prune: bool = False, rebuild: bool = False, progress: Progress | None = None) -> IngestReport: ...

    def remove(self, notice_id: str) -> None: ...
