"""What must hold of a notice before it may enter the index."""

from collections.abc import Iterator

from corpus.notice import Notice


def check(notice: Notice, notice_id: str) -> None:
    """Make sure that every offset of a notice quotes what it says.

    :raises ValueError: saying which part is wrong, since it would be a wrong citation later.
    """
    if notice.notice_id != notice_id:
        raise ValueError(f"the notice is called {notice.notice_id!r}, not {notice_id!r}")
    for owner, start, end, quote in _quotes(notice):
        if owner != notice_id:
            raise ValueError(f"a part of {notice_id!r} names {owner!r}")
        if not 0 <= start <= end or notice.text[start:end] != quote:
            raise ValueError(f"the text at {start} to {end} is not {quote[:40]!r}")


def _quotes(notice: Notice) -> Iterator[tuple[str, int, int, str]]:
    yield from ((p.notice_id, p.start, p.end, p.text) for p in notice.passages)
    yield from ((t.notice_id, t.start, t.end, t.quote) for t in notice.targets)
    yield from ((t.notice_id, t.start, t.end, t.quote) for t in notice.tasks)
