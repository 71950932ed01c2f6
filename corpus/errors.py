"""What can go wrong in a way that a person must see.

    KewenError                 exit status
    ├── UsageError             2  a value the caller gave cannot be used
    ├── UnreadableFile         2  one file could not become a notice
    ├── NoticeNotFound         1  no notice has that id
    ├── IndexMissing           3  there is no index in the data folder
    ├── IndexDamaged           3  a file of the index is not what the manifest says
    ├── EncoderMismatch        3  the index was built with another encoder
    └── IndexLocked            4  another process is writing the index

The tree stands in the lowest layer because every layer raises from it.
A message is one sentence or two: what, what was received, what to do.
"""


class KewenError(Exception):
    """The root of the tree; `exit_status` is what the command line exits with."""

    exit_status = 2


class UsageError(KewenError, ValueError):
    """A value the caller gave cannot be used."""


class UnreadableFile(KewenError):
    """One file could not become a notice; the others are not affected."""


class NoticeNotFound(KewenError, LookupError):
    """No notice has that id."""

    exit_status = 1


class IndexMissing(KewenError):
    """There is no index in the data folder."""

    exit_status = 3


class IndexDamaged(KewenError):
    """A file of the index is not what its manifest says."""

    exit_status = 3


class EncoderMismatch(KewenError):
    """The index was built with another encoder than the one configured."""

    exit_status = 3


class IndexLocked(KewenError):
    """Another process is writing the index."""

    exit_status = 4
