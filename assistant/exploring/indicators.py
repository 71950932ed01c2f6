"""Indicators by any of their names."""

from corpus.thesaurus import find_english_terms, term


def canonical(indicator: str) -> str:
    """Return the name under which the ledger holds an indicator: 高企 → 高新技术企业.

    What no thesaurus knows is its own name.
    """
    known = term(indicator)
    if known:
        return known.name
    english = find_english_terms(indicator)
    return english[0].term.name if english else indicator


def is_indicator(name: str) -> bool:
    """Return whether the thesaurus knows a name as that of an indicator."""
    known = term(name)
    return known is not None and known.kind == "indicator"
