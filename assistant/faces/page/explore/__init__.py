"""The part of the page on which the ledgers are looked through."""

from assistant.faces.page.explore.tab import ExploreTab

__all__ = ["ExploreTab"]
