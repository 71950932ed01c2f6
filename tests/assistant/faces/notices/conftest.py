"""Tiny notices for the list, and an assistant whose notices may be changed."""

from datetime import date

import pytest

from assistant import Assistant
from corpus.notice import Years
from corpus.places import named
from embeddings.archive.records import NoticeSummary


def summary(notice_id, title, *, place=None, issued=None, years=None, **others):
    """Return a summary in which only what is given is known."""
    known = dict.fromkeys(
        ("issuer", "document_number", "notice_type", "effective_on", "status", "review_years")
    )
    counts = {"passages": 3, "targets": 0, "tasks": 0}
    return NoticeSummary(
        **{
            **known,
            **counts,
            "notice_id": notice_id,
            "source": f"/somewhere/{notice_id}.txt",
            "sha256": "0" * 64,
            "title": title,
            "place": named(place)[0] if place else None,
            "issued_on": date.fromisoformat(issued) if issued else None,
            "plan_years": Years(*years) if years else None,
            "warnings": (),
            "related": (),
            **others,
        }
    )


@pytest.fixture(scope="module")
def keeper(tmp_path_factory):
    with Assistant.open(tmp_path_factory.mktemp("keeper") / "data") as assistant:
        yield assistant
