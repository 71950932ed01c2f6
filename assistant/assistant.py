"""The one object a caller holds: open, search, ask, targets, tasks, and the notices themselves."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Self

from assistant.answers.answer import Answer, Language
from assistant.exploring.indicators import canonical
from assistant.feedback import Category, Feedback, FeedbackStore, Verdict
from assistant.indexing import SHIPPED_NOTICES, build_index
from assistant.question.analysis import checked
from assistant.question.conversation import Turn
from assistant.question.understood import Understood
from assistant.retrieval.filters import Filters
from assistant.retrieval.scored import ScoredPassage
from assistant.serving import Serving
from assistant.settings import MAX_TOP_K, Settings
from assistant.suggesting import examples, suggestions
from corpus.errors import IndexMissing, UsageError
from corpus.notice import Kind, Notice, Target, Task
from embeddings.archive.generation import Generation
from embeddings.archive.records import NoticeSummary
from embeddings.encoder import Encoder

if TYPE_CHECKING:
    from assistant.keeping import Incoming, Job, Keeping
    from corpus.correction import Correction
    from embeddings.archive.ingestion import IngestReport
    from embeddings.archive.progress import Progress


class Assistant:
    """Answers over one data folder; safe for many threads.

    A call works on the generation of the index that was in use when it began; `index` and
    `remove` put a new one in its place.
    """

    def __init__(self, settings: Settings, serving: Serving) -> None:
        self.settings = settings
        self._serving = serving
        self._first_use = Lock()
        self._keeping: Keeping | None = None

    @classmethod
    def open(
        cls,
        source: Settings | Path | str | None = None,
        *,
        build: bool = True,
        progress: "Progress | None" = None,
    ) -> Self:
        """Open the index of a data folder.

        :param build: where there is no index yet, make one of the shipped notices.
        :raises IndexMissing: if there is none and none is to be made.
        :raises IndexDamaged: if no generation of it can be read.
        """
        settings = source if isinstance(source, Settings) else Settings.load({"data": source})
        try:
            return cls(settings, Serving(settings))
        except IndexMissing:
            if not build:
                raise
        build_index(settings, [SHIPPED_NOTICES], progress=progress)
        return cls(settings, Serving(settings))

    def close(self) -> None:
        """Stop taking files in, and let go of the files of the index."""
        if self._keeping:
            self._keeping.close()
        self._serving.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def generation(self) -> Generation:
        """The generation of the index in use, also where another process published it."""
        return self._serving.now().generation

    @property
    def encoder(self) -> Encoder:
        """The encoder, loaded for the first question that needs it.

        :raises EncoderMismatch: if the index was built with another.
        """
        return self._serving.encoder

    def search(
        self, query: str, top_k: int = 10, filters: Filters | None = None
    ) -> list[ScoredPassage]:
        """Return the passages nearest to the words and the meaning of a query, best first.

        The filters are those given, not read from the query: a search searches everywhere it may.

        :raises UsageError: if the query is empty or too long, or `top_k` is not from 1 to 50.
        """
        if not 1 <= top_k <= MAX_TOP_K:
            raise UsageError(f"top_k is {top_k}. Give a whole number from 1 to {MAX_TOP_K}.")
        return self._serving.now().search(query, top_k, filters or Filters())

    def ask(
        self,
        question: str,
        history: Sequence[Turn] = (),
        filters: Filters | None = None,
        *,
        understood: Understood | None = None,
    ) -> Answer:
        """Return a cited answer, or why there is none.

        :param history: turns ``{"role": "user" | "assistant", "content": …}``, oldest first.
        :param filters: narrow what the question says; where both name the same thing, these count.
        :param understood: what to ask of instead of the places, years and indicators that the
            question names; that of an answer asks the same again.
        :raises UsageError: if the question is empty or longer than 500 characters, or an indicator
            is unknown.
        """
        return self._serving.now().ask(question, history, filters, understood)

    def feedback(
        self,
        question: str,
        verdict: Verdict,
        *,
        correction: str | None = None,
        category: Category | None = None,
        answer: Answer | None = None,
        history: Sequence[Turn] = (),
        filters: Filters | None = None,
    ) -> str:
        """Keep what a person says of an answer, and return the id it is kept under.

        :param answer: the answer that was given; without it the question is answered again.
        :raises UsageError: if the question, the verdict or the correction cannot be used.
        """
        given = answer or self.ask(question, history, filters)
        said = (correction or "").strip() or None
        found = Feedback(
            question=checked(question),
            verdict=verdict,
            answer=given.to_dict(),
            correction=said,
            category=category,
            history=[dict(turn) for turn in history],
            index=self.generation.manifest.content_hash,
        )
        FeedbackStore(self.settings.data).add(found)
        return found.id

    def suggest(self, answer: Answer) -> tuple[str, ...]:
        """Return up to four questions that follow an answer and will be answered, in its language."""
        return suggestions(self.generation.tables, answer)

    def examples(self, language: Language) -> tuple[str, ...]:
        """Return six questions to ask of these notices, one of them refused, one in the other language."""
        return examples(self.generation.tables, language)

    def targets(
        self,
        filters: Filters | None = None,
        indicator: str | None = None,
        kind: Kind | None = None,
    ) -> list[Target]:
        """Return the ledger of figures; an indicator may be given in any of its written forms."""
        filters, tables = filters or Filters(), self.generation.tables
        ids = [notice.notice_id for notice in filters.select(tables.notices())]
        name = canonical(indicator) if indicator else None
        return tables.targets(ids, [name] if name else None, kind, filters.years)

    def tasks(
        self,
        filters: Filters | None = None,
        responsible: str | None = None,
        due_before: str | None = None,
    ) -> list[Task]:
        """Return the ledger of tasks.

        :param responsible: a part of the name of an office that is responsible or supports.
        :param due_before: a day as 2015-06-30; tasks that are due on it or before.
        :raises UsageError: if `due_before` is no day.
        """
        filters, tables = filters or Filters(), self.generation.tables
        ids = [notice.notice_id for notice in filters.planning(tables.notices())]
        limit = _day(due_before)
        return [
            task
            for task in tables.tasks(ids)
            if (
                not responsible or any(responsible in n for n in task.responsible + task.supporting)
            )
            and (limit is None or (task.due_on is not None and task.due_on <= limit))
        ]

    def notices(self) -> list[NoticeSummary]:
        """Return all notices without their texts."""
        return list(self.generation.tables.notices())

    def notice(self, notice_id: str) -> Notice:
        """Return one notice whole.

        :raises NoticeNotFound: if no notice has that id.
        """
        return self.generation.tables.notice(notice_id)

    def index(
        self,
        paths: Sequence[Path],
        *,
        prune: bool = False,
        rebuild: bool = False,
        progress: "Progress | None" = None,
    ) -> "IngestReport":
        """Add or update notices from files and folders; searches go on meanwhile."""
        return build_index(self.settings, paths, prune=prune, rebuild=rebuild, progress=progress)

    def remove(self, notice_id: str) -> None:
        """Remove a notice from the index; its file stays where it is.

        :raises NoticeNotFound: if no notice has that id.
        """
        self.keeping.remove(notice_id)

    def restore(self, notice_id: str) -> NoticeSummary:
        """Take a notice in again that was removed in the last 24 hours, as it was corrected.

        :raises NoticeNotFound: if none was.
        :raises UnreadableFile: if its file is gone.
        """
        self.keeping.restore(notice_id)
        return self._serving.published().tables.summary(notice_id)

    def correction(self, notice_id: str) -> "Correction":
        """Return what a person has set in a notice.

        :raises NoticeNotFound: if no notice has that id.
        """
        return self.keeping.correction(notice_id)

    def correct(self, notice_id: str, correction: "Correction") -> NoticeSummary:
        """Set fields of a notice and read it again with them, its figures and tasks too.

        It replaces the correction before: a field that is None is as it was read.

        :raises NoticeNotFound: if no notice has that id.
        :raises UnreadableFile: if its file is gone or cannot be read; nothing has changed then.
        """
        self.keeping.correct(notice_id, correction)
        return self._serving.published().tables.summary(notice_id)

    def take_in(self, files: "Sequence[Incoming | Path]") -> "Job":
        """Keep files and have them taken into the index; the job says how far it is."""
        return self.keeping.take_in(files)

    def job(self, job_id: str) -> "Job | None":
        """Return a job as it is now; None if there is none, or it is too long ago."""
        return self.keeping.jobs.find(job_id)

    @property
    def keeping(self) -> "Keeping":
        """What people do to the notices: bring them, correct them, remove them."""
        # Writing needs all of FAISS, which most questions do without.
        from assistant.keeping import Keeping

        with self._first_use:
            self._keeping = self._keeping or Keeping(self.settings, self._serving.published)
        return self._keeping


def _day(written: str | None) -> date | None:
    if not written:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise UsageError(f"The day is {written!r}. Give it as 2015-06-30.") from error
