"""Which generation of the index is in use, and what answers from it."""

import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property, partial
from threading import Lock

from assistant.answering import Answerer
from assistant.answering.understanding import asked_again, understood_of
from assistant.answers.answer import Answer, Timings
from assistant.answers.confidence import confidence
from assistant.question.analysis import Query, analyse, checked
from assistant.question.conversation import Turn, standalone
from assistant.question.understood import Understood
from assistant.retrieval.filters import Filters
from assistant.retrieval.library import Library
from assistant.retrieval.retriever import Reranker, Retriever
from assistant.retrieval.scored import ScoredPassage
from assistant.settings import Settings
from corpus.errors import IndexMissing, KewenError
from embeddings.archive.generation import Generation
from embeddings.archive.layout import read_pointer
from embeddings.encoder import Encoder
from embeddings.loading import load_encoder, load_reranker


@dataclass(frozen=True, slots=True)
class Served:
    """A generation with what reads it; it closes itself when the last call that holds it is done."""

    generation: Generation
    retriever: Retriever
    answerer: Answerer

    def search(self, query: str, top_k: int, filters: Filters) -> list[ScoredPassage]:
        """Return the passages nearest to the words and the meaning of a query, best first."""
        analysed = analyse(query)
        analysed = replace(analysed, subject=analysed.question)
        notices = filters.select(self.generation.tables.notices())
        return self.retriever.search(analysed, notices, filters, top_k)

    def ask(
        self,
        question: str,
        history: Sequence[Turn],
        filters: Filters | None,
        understood: Understood | None,
    ) -> Answer:
        """Return a cited answer, or why there is none.

        :raises UsageError: if the question is of no use, or an indicator is unknown.
        """
        started = time.perf_counter()
        alone, tables = standalone(checked(question), history), self.generation.tables
        carried = alone.carried_years
        query = asked = _narrowed(analyse(alone.question), filters)
        if understood is not None:
            answered = partial(self.answerer.answer, asked, carried_years=carried)
            before = understood_of(asked, tables, answered)
            query = _narrowed(asked_again(asked, before, understood, tables), filters)
            carried = carried and query.filters.years == asked.filters.years
        analysed = time.perf_counter()
        draft = self.answerer.answer(query, carried_years=carried)
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


class Serving:
    """What a call works on; a newly published index takes the place of the one before.

    :raises IndexMissing: if there is no index.
    :raises IndexDamaged: if no generation of it can be read.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._swapping = Lock()
        generation = Generation.open(settings.index_folder)
        self._seen = read_pointer(settings.index_folder)
        self._served = self._opened(generation)

    @cached_property
    def encoder(self) -> Encoder:
        """The encoder, loaded for the first question that needs it.

        :raises EncoderMismatch: if the index was built with another.
        """
        encoder = load_encoder(self._settings.encoder)
        self.now().generation.require(encoder)
        return encoder

    @cached_property
    def reranker(self) -> Reranker:
        """The cross-encoder of the settings, loaded for the first question that needs it.

        :raises UsageError: if the settings name none, or it cannot be loaded.
        """
        return load_reranker(self._settings.reranker)

    def now(self) -> Served:
        """Return what a call works on from beginning to end; a newly published index comes first."""
        try:
            pointer = read_pointer(self._settings.index_folder)
        except IndexMissing:
            # Whoever took the folder away took nothing from what is open.
            return self._served
        if pointer != self._seen:
            with self._swapping:
                if pointer != self._seen:
                    self._seen = pointer
                    # One that cannot be opened is not served; the one in use goes on.
                    with suppress(KewenError):
                        self._served = self._opened(Generation.open(self._settings.index_folder))
        return self._served

    def published(self) -> Generation:
        """Return the latest generation, also where another thread is still opening it."""
        self.now()
        with self._swapping:
            return self._served.generation

    def close(self) -> None:
        """Let go of the files of the index."""
        self._served.generation.close()

    def _opened(self, generation: Generation) -> Served:
        settings = self._settings
        reranker = (lambda: self.reranker) if settings.reranker else None
        retriever = Retriever(generation, lambda: self.encoder, settings.search, reranker)
        return Served(generation, retriever, Answerer(generation, Library(generation), retriever))


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


def _milliseconds(start: float, end: float) -> float:
    return round((end - start) * 1000, 2)
