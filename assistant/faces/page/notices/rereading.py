"""Reading all files of the archive again while questions go on."""

import logging
from dataclasses import dataclass
from threading import Lock, Thread
from typing import TYPE_CHECKING

from assistant.assistant import Assistant
from corpus.errors import KewenError

if TYPE_CHECKING:
    from embeddings.archive.ingestion import IngestReport

BUG = "The server made a mistake; its log says which."


@dataclass(frozen=True, slots=True)
class State:
    """How far it is: running with its stage, or ended with a report or an error, or neither yet."""

    is_running: bool = False
    stage: str = ""
    done: int = 0
    total: int = 0
    report: "IngestReport | None" = None
    error: KewenError | None = None


class Rereading:
    """Reads the files again in a thread of its own, once at a time for all who ask."""

    def __init__(self, assistant: Assistant) -> None:
        self.state = State()
        self._assistant = assistant
        self._starting = Lock()

    def start(self) -> bool:
        """Begin, and return whether it began: False where it is running already."""
        with self._starting:
            if self.state.is_running:
                return False
            self.state = State(is_running=True)
        # What is published is published whole, so nothing is lost when the server stops meanwhile.
        Thread(target=self._run, name="rereading", daemon=True).start()
        return True

    def _run(self) -> None:
        try:
            report = self._assistant.index([], rebuild=True, progress=self._note)
            self.state = State(report=report)
        except KewenError as error:
            self.state = State(error=error)
        except Exception:
            logging.getLogger("kewen").exception("Reading all files again failed.")
            self.state = State(error=KewenError(BUG))

    def _note(self, stage: str, done: int, total: int) -> None:
        self.state = State(is_running=True, stage=stage, done=done, total=total)
