"""NumPy arrays as files."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray


class Sink(Protocol):
    """What bytes are written to."""

    def write(self, data: bytes | memoryview, /) -> object:
        """Take the bytes in."""
        ...


# Opens a file of that name.
Create = Callable[[str], Sink]


def mapped(path: Path) -> NDArray[Any]:
    """Open an array, mapped into memory where it holds anything.

    :raises OSError: if the file is missing.
    """
    try:
        # As a plain array: each slice of a `memmap` costs two microseconds more.
        array: NDArray[Any] = np.asarray(np.load(path, mmap_mode="r", allow_pickle=False))
    except ValueError:
        # An empty array cannot be mapped.
        array = np.load(path, allow_pickle=False)
    return array


def write_npy(sink: Sink, array: NDArray[Any]) -> None:
    """Write an array of one dimension as a `.npy` file."""
    write_npy_header(sink, array.dtype, len(array))
    sink.write(np.ascontiguousarray(array).data)


def write_npy_header(sink: Sink, dtype: "np.dtype[Any]", length: int) -> None:
    """Write how a `.npy` file of one dimension begins; so many values are to follow (NEP 1)."""
    described = f"{{'descr': '{dtype.str}', 'fortran_order': False, 'shape': ({length},), }}"
    # Magic, version and length take ten bytes; the whole is a multiple of 64, with a line end last.
    padding = -(10 + len(described) + 1) % 64
    header = f"{described}{' ' * padding}\n".encode("latin-1")
    sink.write(b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little") + header)
