"""The REST interface of version 1."""

from assistant.faces.rest.application import PREFIX, create_rest

__all__ = ["PREFIX", "create_rest"]
