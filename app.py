"""Serve the chat page and the REST API: ``python app.py`` is ``kewen serve``."""

import sys

from assistant.faces.commands import main

if __name__ == "__main__":
    sys.exit(main(["serve", *sys.argv[1:]]))
