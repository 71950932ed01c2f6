"""kewen: cited, complete, offline answers over Chinese science-and-technology notices."""

from assistant.assistant import Assistant
from assistant.retrieval.filters import Filters
from assistant.settings import Settings

__all__ = ["Assistant", "Filters", "Settings"]
