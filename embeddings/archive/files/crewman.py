"""A process of the crew: ``python -m embeddings.archive.files.crewman FD module:name``."""

import sys
from importlib import import_module
from multiprocessing.connection import Connection

from embeddings.archive.files.admission import Understand, admit
from embeddings.archive.files.crew import Refusal, Task


def main(descriptor: int, reference: str) -> None:
    """Read files until the other side closes."""
    channel = Connection(descriptor)
    understand = named(reference)
    channel.send("up")
    while True:
        try:
            task = Task(*channel.recv())
            reply = admit(understand, task)
            channel.send(tuple(reply) if isinstance(reply, Refusal) else reply)
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return


def named(reference: str) -> Understand:
    """Return the function that ``module:name`` stands for."""
    module, _, name = reference.partition(":")
    found: Understand = getattr(import_module(module), name)
    return found


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
