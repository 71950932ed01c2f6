"""From a file to what is kept of it until it is published; pure, but for reading the file."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from corpus.errors import UnreadableFile
from corpus.notice import Notice
from embeddings.archive.durable import sha256_of
from embeddings.archive.files.acceptance import check
from embeddings.archive.files.crew import Refusal, Reply, Task
from embeddings.archive.files.packing import packed
from embeddings.archive.related.sketches import sketch_of

# Takes a path and an id, and `correction` by its name where a person has corrected the notice.
Understand = Callable[..., Notice]


def admit(understand: Understand, task: Task) -> Reply:
    """Understand a file and pack the notice with its sketch; whatever goes wrong is a refusal."""
    file = Path(task.source)
    corrected = {"correction": task.correction} if task.correction else {}
    try:
        notice = understand(file, task.notice_id, **corrected)
        notice = replace(notice, source=task.source, sha256=task.sha256, related=())
        check(notice, task.notice_id)
        reply = packed(notice, sketch_of(notice))
    except UnreadableFile as error:
        return Refusal(str(error))
    except Exception as error:
        # A file that a parser stumbles over must not stop the others.
        return Refusal(f"reading failed with {type(error).__name__}: {error}")
    try:
        unchanged = sha256_of(file) == task.sha256
    except OSError:
        unchanged = False
    return reply if unchanged else Refusal("it was changed while it was read; index it again")


def reference_of(understand: Understand) -> str | None:
    """Return ``module:name`` of a function that another process can find; None if none can."""
    module, name = getattr(understand, "__module__", ""), getattr(understand, "__qualname__", "")
    reachable = name.isidentifier() and module and module != "__main__"
    return f"{module}:{name}" if reachable else None
