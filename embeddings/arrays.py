"""NumPy arrays as files."""

import io
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


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


def npy(array: NDArray[Any]) -> bytes:
    """Return the content of a `.npy` file."""
    buffer = io.BytesIO()
    np.save(buffer, array, allow_pickle=False)
    return buffer.getvalue()
