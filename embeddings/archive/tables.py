"""Reading `notices.sqlite`: notices, passages, and the ledgers of figures and tasks."""

import json
import sqlite3
from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from corpus.errors import NoticeNotFound
from corpus.notice import Kind, Notice, Passage, Target, Task, Years
from embeddings.archive.columns import Row, column_names, from_row
from embeddings.archive.conditions import AMONG_IDS, listed, of_targets
from embeddings.archive.reading import damaged
from embeddings.archive.records import NoticeSummary, NoticeText
from embeddings.archive.related.sketches import Sketch

T = TypeVar("T")

# Of a passage of which no years are known: it matches any.
_EARLIEST, _LATEST = 0, 9999
_OF_NOTICES = f"(:ids IS NULL OR notice_id {AMONG_IDS})"


class _OfPassages(NamedTuple):
    """How many passages each notice has, and the years each passage is about; `numbers` by id."""

    numbers: Mapping[str, int]
    counts: NDArray[np.int64]
    first: NDArray[np.int64]
    last: NDArray[np.int64]

    def rows_of(self, notice_ids: Sequence[str]) -> NDArray[np.int64]:
        """Return the rows of some notices, ascending."""
        wanted = np.zeros(len(self.counts), np.bool_)
        wanted[[self.numbers[name] for name in notice_ids if name in self.numbers]] = True
        # Those of a notice stand one behind the other.
        return np.flatnonzero(np.repeat(wanted, self.counts))


class Tables:
    """Read-only, for any number of threads: each reading has a connection of its own.

    Every method raises `IndexDamaged` if the disk gives something else than it was given.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        # Nothing ever changes the file, so SQLite need not lock it or look again.
        self._uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        self._idle: deque[sqlite3.Connection] = deque()
        self._closed = False

    def notices(self) -> tuple[NoticeSummary, ...]:
        """Return all notices without text and parts, in the order they were indexed."""
        return self._notices

    @cached_property
    def _notices(self) -> tuple[NoticeSummary, ...]:
        # Every question goes through them, so they are read once.
        return tuple(self._records(NoticeSummary, "SELECT * FROM notices ORDER BY row"))

    def summary(self, notice_id: str) -> NoticeSummary:
        """Return one notice without text and parts.

        :raises NoticeNotFound: if no notice has that id.
        """
        return self._one(NoticeSummary, "notices", notice_id)

    def notice(self, notice_id: str) -> Notice:
        """Return one notice whole.

        :raises NoticeNotFound: if no notice has that id.
        """
        summary = self.summary(notice_id)
        rest = self.whole_text(notice_id)
        passages = self._records(
            Passage, "SELECT * FROM passages WHERE notice_id = :id ORDER BY row", id=notice_id
        )
        parts = {
            "text": rest.text,
            "sections": rest.sections,
            "readings": rest.readings,
            "pages": rest.pages,
            "passages": tuple(passages),
            "targets": tuple(self.targets([notice_id])),
            "tasks": tuple(self.tasks([notice_id])),
        }
        known = {name: getattr(summary, name) for name in column_names(NoticeSummary)}
        return Notice(**known | parts)

    def text(self, notice_id: str) -> str:
        """Return the text of a notice.

        :raises NoticeNotFound: if no notice has that id.
        """
        return self.whole_text(notice_id).text

    def whole_text(self, notice_id: str) -> NoticeText:
        """Return the text of a notice with its outline and how its fields were read.

        :raises NoticeNotFound: if no notice has that id.
        """
        return self._one(NoticeText, "texts", notice_id)

    def passages(self, rows: Sequence[int] | NDArray[np.int64]) -> list[Passage]:
        """Return the passages of these row numbers, in the order asked for.

        :raises ValueError: if a row number does not exist.
        """
        wanted = [int(row) for row in rows]
        sql = "SELECT * FROM passages WHERE row IN (SELECT value FROM json_each(:rows))"
        found = {
            row[0]: from_row(Passage, row[1:]) for row in self._read(sql, rows=json.dumps(wanted))
        }
        missing = [row for row in wanted if row not in found]
        if missing:
            raise ValueError(f"There are no passages of rows {missing}.")
        return [found[row] for row in wanted]

    def passage_rows(
        self, notice_ids: Sequence[str] | None = None, years: Years | None = None
    ) -> NDArray[np.int64]:
        """Return the row numbers of the passages of these notices (None: of all), ascending.

        With `years` only those whose own years share one with them; a passage of which no years
        are known counts as matching.
        """
        of = self._of_passages
        rows = np.arange(len(of.first)) if notice_ids is None else of.rows_of(notice_ids)
        if years is None:
            return rows
        return rows[(of.first[rows] <= years.last) & (of.last[rows] >= years.first)]

    @cached_property
    def _of_passages(self) -> "_OfPassages":
        found = self._read(
            "SELECT row, notice_id, json_extract(years, '$[0]'), json_extract(years, '$[1]') "
            "FROM passages ORDER BY row"
        )
        counts = Counter(name for _, name, _, _ in found)
        numbers = {name: number for number, name in enumerate(counts)}
        years = [(first or _EARLIEST, last or _LATEST) for _, _, first, last in found]
        first, last = np.array(years, np.int64).reshape(-1, 2).T.copy()
        return _OfPassages(numbers, np.array(list(counts.values()), np.int64), first, last)

    def targets(
        self,
        notice_ids: Sequence[str] | None = None,
        indicators: Sequence[str] | None = None,
        kind: Kind | None = None,
        years: Years | None = None,
        measure: tuple[str, str] | None = None,
        *,
        most: int = -1,
        after: int = 0,
    ) -> list[Target]:
        """Return the figures, in the order of their notices and of the text.

        With `years` those whose plan or whose figure is of one of these years; a figure of which
        neither is known counts as matching. `measure` is what is done and the unit (新增, 家).

        :param most: how many are returned at most, from behind the first `after` on; -1 all.
        """
        where, values = of_targets(notice_ids, indicators, kind, years, measure)
        sql = f"SELECT * FROM targets WHERE {where} ORDER BY row LIMIT :most OFFSET :after"
        return self._records(Target, sql, most=most, after=after, **values)

    def count_targets(
        self,
        notice_ids: Sequence[str] | None = None,
        indicators: Sequence[str] | None = None,
        kind: Kind | None = None,
        years: Years | None = None,
        *,
        most: int = -1,
    ) -> int:
        """Return how many figures `targets` would return; counting ends at `most`."""
        where, values = of_targets(notice_ids, indicators, kind, years)
        sql = f"SELECT count(*) FROM (SELECT 1 FROM targets WHERE {where} LIMIT :most)"
        return int(self._read(sql, most=most, **values)[0][0])

    def measures(
        self,
        notice_ids: Sequence[str] | None = None,
        indicators: Sequence[str] | None = None,
        kind: Kind | None = None,
    ) -> list[tuple[str, str, int | None, int]]:
        """Return action, unit and year of the figures, with how many there are of each."""
        where, values = of_targets(notice_ids, indicators, kind)
        sql = (
            "SELECT action, unit, coalesce(target_year, year), count(*) FROM targets "
            f"WHERE {where} GROUP BY 1, 2, 3"
        )
        found = self._read(sql, **values)
        return [(action, unit, year, count) for action, unit, year, count in found]

    def commonest(
        self, most: int, notice_ids: Sequence[str] | None = None
    ) -> list[tuple[str, int]]:
        """Return the indicators of which these notices (None: all) hold most figures, with how many."""
        of_notices = "" if notice_ids is None else f"WHERE notice_id {AMONG_IDS}"
        sql = (
            f"SELECT indicator, count(*) FROM targets {of_notices} "
            "GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT :most"
        )
        found = self._read(sql, ids=listed(notice_ids), most=most)
        return [(name, count) for name, count in found]

    def indicators(self, notice_ids: Sequence[str] | None = None) -> list[str]:
        """Return what the figures of these notices (None: of all) are of, in the order of characters."""
        if notice_ids is None:
            return list(self._indicators)
        sql = f"SELECT DISTINCT indicator FROM targets WHERE notice_id {AMONG_IDS} ORDER BY 1"
        return [name for (name,) in self._read(sql, ids=listed(notice_ids))]

    def indicators_holding(self, forms: Sequence[str]) -> list[str]:
        """Return those of all notices whose name holds one of the forms."""
        return list(dict.fromkeys(name for form in forms for name in self._holding(form)))

    def _holding(self, form: str) -> Iterator[str]:
        # One search through all names is a hundred times faster than one in each of them.
        names, at = self._names, -1
        while (at := names.find(form, at + 1)) >= 0:
            end = names.index("\n", at)
            yield names[names.rindex("\n", 0, at) + 1 : end]
            at = end

    @cached_property
    def _names(self) -> str:
        return "\n".join(["", *self._indicators, ""])

    @cached_property
    def _indicators(self) -> tuple[str, ...]:
        sql = "SELECT DISTINCT indicator FROM targets ORDER BY indicator"
        return tuple(name for (name,) in self._read(sql))

    def tasks(self, notice_ids: Sequence[str] | None = None) -> list[Task]:
        """Return the tasks, in the order of their notices and of the text."""
        sql = f"SELECT * FROM tasks WHERE {_OF_NOTICES} ORDER BY row"
        return self._records(Task, sql, ids=listed(notice_ids))

    def sketches(self) -> list[Sketch]:
        """Return by what notices like one another are found."""
        return self._records(Sketch, "SELECT * FROM sketches ORDER BY row")

    def close(self) -> None:
        """Close the connections; one that is being read closes when the reading is done."""
        self._closed = True
        while self._idle:
            self._idle.pop().close()

    def _one(self, record: type[T], table: str, notice_id: str) -> T:
        sql = f"SELECT * FROM {table} WHERE notice_id = :id"
        records = self._records(record, sql, id=notice_id)
        if not records:
            raise NoticeNotFound(
                f"There is no notice {notice_id!r}. Run `kewen notices` to list those there are."
            )
        return records[0]

    def _records(self, record: type[T], sql: str, /, **values: Any) -> list[T]:  # noqa: ANN401
        return [from_row(record, row[1:]) for row in self._read(sql, **values)]

    def _read(self, sql: str, /, **values: Any) -> list[Row]:  # noqa: ANN401 - what SQLite takes
        try:
            with self._connection() as connection:
                return connection.execute(sql, values).fetchall()
        except (OSError, sqlite3.DatabaseError) as error:
            raise damaged(self._path, f"cannot be read ({error})") from error

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        # Lent, not tied to a thread: as many are open as were ever reading at once, even where
        # a server starts new threads all day.
        try:
            connection = self._idle.pop()
        except IndexError:
            connection = sqlite3.connect(self._uri, uri=True, check_same_thread=False)
        try:
            yield connection
        finally:
            self._idle.append(connection)
            if self._closed:
                self.close()
