"""The notices of the next generation, each read from where it is kept when it is needed."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from corpus.notice import Notice, Related
from embeddings.archive.files.packing import unpacked
from embeddings.archive.files.spool import Spool
from embeddings.archive.generation import Generation
from embeddings.archive.holdings import Held, Holdings
from embeddings.archive.records import NoticeSummary, summary_of
from embeddings.archive.related.relations import relations
from embeddings.archive.related.sketches import Sketch, letters_of

Description = tuple[NoticeSummary, Sketch]


class Contents:
    """What will be published; a notice at a time is in memory, however many there are.

    :param base: where the notices stand that were not read again.
    :param spool: where those stand that were.
    """

    def __init__(self, holdings: Holdings, base: Generation | None, spool: Spool | None) -> None:
        self.holdings = holdings
        self.related: Mapping[str, tuple[Related, ...]] = {}
        self._base = base
        self._spool = spool
        self._described = _described(base) if base else {}

    def __iter__(self) -> Iterator[Notice]:
        for held in self.holdings:
            related = self.related.get(held.notice_id, ())
            yield replace(self.notice(held), related=related)

    def __len__(self) -> int:
        return len(self.holdings)

    def notice(self, held: Held) -> Notice:
        """Return one notice whole."""
        if held.fresh is None:
            if self._base is None:
                raise ValueError(f"Nothing is stored of {held.notice_id!r}.")
            return replace(self._base.tables.notice(held.notice_id), source=held.source)
        if self._spool is None:
            raise ValueError(f"{held.notice_id!r} was read, but there is no spool.")
        read = unpacked(self._spool.notice(held.fresh))
        self._described[held.notice_id] = (summary_of(read.notice), read.sketch)
        return replace(read.notice, source=held.source)

    def relate(self) -> None:
        """Find what is related among the notices, which are given with it from then on."""
        described = [self._description(held) for held in self.holdings]
        self.related = relations(
            described, lambda name: letters_of(self.notice(self.holdings[name]))
        )

    def sketches(self) -> list[Sketch]:
        """Return the sketches, in the order of the notices."""
        return [self._description(held)[1] for held in self.holdings]

    def _description(self, held: Held) -> Description:
        described = self._described.get(held.notice_id)
        # That of the version before is no use.
        if described is None or described[0].sha256 != held.sha256:
            self.notice(held)
        return self._described[held.notice_id]


def _described(base: Generation) -> dict[str, Description]:
    sketches = {sketch.notice_id: sketch for sketch in base.tables.sketches()}
    return {n.notice_id: (n, sketches[n.notice_id]) for n in base.tables.notices()}
