"""The one object a caller holds: open, search, ask, targets, tasks, and the notices themselves."""

import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Self

from assistant.answering import Answerer
from assistant.answering.understanding import asked_again, understood_of
from assistant.answers.answer import Answer, Language, Timings
from assistant.answers.confidence import confidence
from assistant.exploring.indicators import canonical
from assistant.feedback import Category, Feedback, FeedbackStore, Verdict
from assistant.indexing import SHIPPED_NOTICES, build_index
from assistant.question.analysis import Query, analyse, checked
from assistant.question.conversation import Turn, standalone
from assistant.question.understood import Understood
from assistant.retrieval.filters import Filters
from assistant.retrieval.library import Library
from assistant.retrieval.retriever import Reranker, Retriever
from assistant.retrieval.scored import ScoredPassage
from assistant.settings import MAX_TOP_K, Settings
from assistant.suggesting import examples, suggestions
from corpus.errors import IndexMissing, KewenError, UsageError
from corpus.notice import Kind, Notice, Target, Task
from embeddings.archive.generation import Generation
from embeddings.archive.layout import read_pointer
from embeddings.archive.records import NoticeSummary
from embeddings.encoder import Encoder
from embeddings.loading import load_encoder, load_reranker

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

    def __init__(self, settings: Settings, generation: Generation) -> None:
        self.settings = settings
        self._swapping = Lock()
        self._seen = read_pointer(settings.index_folder)
        self._served = self._opened(generation)
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
            return cls(settings, Generation.open(settings.index_folder))
        except IndexMissing:
            if not build:
                raise
        build_index(settings, [SHIPPED_NOTICES], progress=progress)
        return cls(settings, Generation.open(settings.index_folder))

    def close(self) -> None:
        """Stop taking files in, and let go of the files of the index."""
        if self._keeping:
            self._keeping.close()
        self._served.generation.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def generation(self) -> Generation:
        """The generation of the index in use, also where another process published it."""
        return self._serving().generation

    @cached_property
    def encoder(self) -> Encoder:
        """The encoder, loaded for the first question that needs it.

        :raises EncoderMismatch: if the index was built with another.
        """
        encoder = load_encoder(self.settings.encoder)
        self.generation.require(encoder)
        return encoder

    @cached_property
    def reranker(self) -> Reranker:
        """The cross-encoder of the settings, loaded for the first question that needs it.

        :raises UsageError: if the settings name none, or it cannot be loaded.
        """
        return load_reranker(self.settings.reranker)

    def search(
        self, query: str, top_k: int = 10, filters: Filters | None = None
    ) -> list[ScoredPassage]:
        """Return the passages nearest to the words and the meaning of a query, best first.

        The filters are those given, not read from the query: a search searches everywhere it may.

        :raises UsageError: if the query is empty or too long, or `top_k` is not from 1 to 50.
        """
        if not 1 <= top_k <= MAX_TOP_K:
            raise UsageError(f"top_k is {top_k}. Give a whole number from 1 to {MAX_TOP_K}.")
        filters, served = filters or Filters(), self._serving()
        analysed = analyse(query)
        analysed = replace(analysed, subject=analysed.question)
        notices = filters.select(served.generation.tables.notices())
        return served.retriever.search(analysed, notices, filters, top_k)

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
        started = time.perf_counter()
        served, alone = self._serving(), standalone(checked(question), history)
        tables, carried = served.generation.tables, alone.carried_years
        query = asked = _narrowed(analyse(alone.question), filters)
        if understood is not None:
            answered = partial(served.answerer.answer, asked, carried_years=carried)
            before = understood_of(asked, tables, answered)
            query = _narrowed(asked_again(asked, before, understood, tables), filters)
            carried = carried and query.filters.years == asked.filters.years
        analysed = time.perf_counter()
        draft = served.answerer.answer(query, carried_years=carried)
        finished = time.perf_counter()
        answer = Answer(
            question=question,
            standalone_question=(
                alone.question if query.question == asked.question else query.question
            ),
            language=query.language,
            kind=draft.kind,
            status=draft.status,
            reason=draft.reason,
            text="\n\n".join([*draft.notes, draft.text]),
            rows=draft.rows,
            coverage=draft.coverage,
            citations=draft.citations,
            filters=query.filters,
            understood=understood_of(query, tables, lambda: draft),
            notes=draft.notes,
            timings_ms=Timings(
                analyse=_milliseconds(started, analysed),
                retrieve=draft.retrieve_ms,
                answer=round(_milliseconds(analysed, finished) - draft.retrieve_ms, 2),
                total=_milliseconds(started, finished),
            ),
            basis=draft.basis,
            strength=round(draft.strength, 3),
        )
        return replace(answer, confidence=confidence(answer))

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
        return self._published().tables.summary(notice_id)

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
        return self._published().tables.summary(notice_id)

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

        with self._swapping:
            self._keeping = self._keeping or Keeping(self.settings, self._published)
        return self._keeping

    def _serving(self) -> "_Served":
        """Return what a call works on from beginning to end; a newly published index comes first."""
        try:
            pointer = read_pointer(self.settings.index_folder)
        except IndexMissing:
            # Whoever took the folder away took nothing from what is open.
            return self._served
        if pointer != self._seen:
            with self._swapping:
                if pointer != self._seen:
                    self._seen = pointer
                    # One that cannot be opened is not served; the one in use goes on.
                    with suppress(KewenError):
                        self._served = self._opened(Generation.open(self.settings.index_folder))
        return self._served

    def _published(self) -> Generation:
        """Return the latest generation, also where another thread is still opening it."""
        self._serving()
        with self._swapping:
            return self._served.generation

    def _opened(self, generation: Generation) -> "_Served":
        reranker = (lambda: self.reranker) if self.settings.reranker else None
        retriever = Retriever(generation, lambda: self.encoder, self.settings.search, reranker)
        return _Served(generation, retriever, Answerer(generation, Library(generation), retriever))


@dataclass(frozen=True, slots=True)
class _Served:
    """A generation with what reads it; it closes itself when the last call that holds it is done."""

    generation: Generation
    retriever: Retriever
    answerer: Answerer


def _narrowed(query: Query, filters: Filters | None) -> Query:
    if filters is None:
        return query
    own = query.filters
    merged = Filters(
        filters.places or own.places,
        filters.year_from if filters.year_from is not None else own.year_from,
        filters.year_to if filters.year_to is not None else own.year_to,
        filters.issuer or own.issuer,
    )
    return replace(query, filters=merged)


def _day(written: str | None) -> date | None:
    if not written:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise UsageError(f"The day is {written!r}. Give it as 2015-06-30.") from error


def _milliseconds(start: float, end: float) -> float:
    return round((end - start) * 1000, 2)
