"""Notices that people bring, correct and remove: what they did is kept and counts from then on."""

from assistant.keeping.incoming import MOST_BYTES, MOST_FILE_BYTES, MOST_FILES, Incoming, Receiving
from assistant.keeping.job import FileState, Job
from assistant.keeping.keeping import Keeping
from assistant.keeping.originals import Originals

__all__ = [
    "MOST_BYTES",
    "MOST_FILES",
    "MOST_FILE_BYTES",
    "FileState",
    "Incoming",
    "Job",
    "Keeping",
    "Originals",
    "Receiving",
]
