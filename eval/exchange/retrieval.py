"""A collection for retrieval alone: documents, queries and which document answers which query."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RetrievalSet:
    """Documents as (title, text), queries and grades, each by id."""

    documents: Mapping[str, tuple[str, str]]
    queries: Mapping[str, str]
    qrels: Mapping[str, Mapping[str, int]]
