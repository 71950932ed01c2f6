"""A notice on a page of its own, without a script: in full, the cited sentence marked."""

from assistant.faces.reading.routes import reading_router

__all__ = ["reading_router"]
