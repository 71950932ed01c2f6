"""The command line `kewen`."""

from assistant.faces.commands.main import main

__all__ = ["main"]
