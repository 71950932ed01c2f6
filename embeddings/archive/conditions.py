"""Conditions in SQL, with the values that stand in them by name."""

import json
from collections.abc import Sequence
from typing import Any

from corpus.notice import Kind, Years

AMONG_IDS = "IN (SELECT value FROM json_each(:ids))"
AMONG_NAMES = "IN (SELECT value FROM json_each(:names))"

# So many are gone through by themselves.
FEW_NOTICES = 30


def of_targets(
    notice_ids: Sequence[str] | None,
    indicators: Sequence[str] | None,
    kind: Kind | None,
    years: Years | None = None,
    measure: tuple[str, str] | None = None,
) -> tuple[str, dict[str, Any]]:
    """Return the condition that figures must meet, and the values in it."""
    first, last = years or (None, None)
    action, unit = measure or (None, None)
    # Few notices hold few figures, and of few names there are few in many notices: `+` keeps
    # SQLite from the other way round.
    few = notice_ids is not None and len(notice_ids) <= FEW_NOTICES
    by_name = "+" if indicators is not None and not few else ""
    of_notices = "" if notice_ids is None else f"AND {by_name}notice_id {AMONG_IDS}"
    of_names = "" if indicators is None else f"AND {'+' * few}indicator {AMONG_NAMES}"
    where = (
        f"(:kind IS NULL OR kind = :kind) {of_notices} {of_names} "
        "AND (:action IS NULL OR action = :action AND unit = :unit) "
        "AND (:first IS NULL OR year BETWEEN :first AND :last "
        "OR target_year BETWEEN :first AND :last OR coalesce(year, target_year) IS NULL)"
    )
    ids, names = listed(notice_ids), listed(indicators)
    values = {"ids": ids, "names": names, "kind": kind, "first": first, "last": last}
    return where, values | {"action": action, "unit": unit}


def listed(names: Sequence[str] | None) -> str | None:
    """Return names as one value of a statement; None stays None."""
    return None if names is None else json.dumps(list(names))
