"""The page of kewen over an assistant that takes its time, so that waiting can be seen and stopped."""

import argparse
import time

import uvicorn

from assistant import Assistant, Settings
from assistant.faces.server import create_app

SECONDS = 2.0


class Slow:
    """Answers as the assistant does, after a while."""

    def __init__(self, assistant):
        self._assistant = assistant

    def __getattr__(self, name):
        return getattr(self._assistant, name)

    def ask(self, *arguments, **named):
        time.sleep(SECONDS)
        return self._assistant.ask(*arguments, **named)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--port", type=int, required=True)
    given = parser.parse_args()
    settings = Settings.load({"data": given.data, "port": given.port})
    with Assistant.open(settings) as assistant:
        app = create_app(Slow(assistant), settings)
        uvicorn.run(app, host="127.0.0.1", port=given.port, log_level="error")
