"""Byte strings over a socket, each behind its length."""

import socket
import struct
import time

LENGTH = struct.Struct(">Q")


def send(channel: socket.socket, data: bytes) -> None:
    """Send one frame."""
    channel.sendall(LENGTH.pack(len(data)))
    channel.sendall(data)


def receive(channel: socket.socket, limit: int, deadline: float | None = None) -> bytes | None:
    """Return the next frame; None if the other side has closed.

    :raises ValueError: if the frame is longer than the limit.
    :raises TimeoutError: if it has not come by the deadline of `time.monotonic`.
    """
    head = _exactly(channel, LENGTH.size, deadline)
    if head is None:
        return None
    (length,) = LENGTH.unpack(head)
    if length > limit:
        raise ValueError(f"A frame of {length} bytes is longer than {limit}.")
    return _exactly(channel, length, deadline)


def _exactly(channel: socket.socket, length: int, deadline: float | None) -> bytes | None:
    data = bytearray()
    while len(data) < length:
        if deadline is not None:
            channel.settimeout(max(deadline - time.monotonic(), 0.001))
        part = channel.recv(min(length - len(data), 1 << 20))
        if not part:
            return None
        data += part
    return bytes(data)
