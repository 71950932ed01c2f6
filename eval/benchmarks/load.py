"""Several clients at once over REST: `python -m eval.benchmarks.load --data DATA [--seconds 60]`.

Starts `kewen serve` on a data folder, on this machine only. Each client asks one question after the
other, the next as soon as it has the answer to the last; what comes back is counted, and timed from
request to the last byte.
"""

import argparse
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice
from pathlib import Path

import httpx

from assistant import Assistant
from eval.benchmarks.cold_start import KEWEN
from eval.benchmarks.speed import questions
from eval.benchmarks.tables import Tables, print_and_keep

CLIENTS, SECONDS = 8, 60
STARTING = 60
HEADER = (
    "| clients | seconds | answers/s | p50 ms | p99 ms | errors |",
    "|---|---|---|---|---|---|",
)


def client(url: str, asked: Sequence[str], until: float) -> list[float | None]:
    """Ask until the time is up; return the milliseconds of each answer, None for an error."""
    found: list[float | None] = []
    with httpx.Client(timeout=60) as http:
        for question in cycle(asked):
            if (started := time.monotonic()) >= until:
                return found
            try:
                http.post(url, json={"question": question}).raise_for_status()
                found.append((time.monotonic() - started) * 1000)
            except httpx.HTTPError:
                found.append(None)
    return found


def load(url: str, clients: int, seconds: float) -> str:
    """Return the row of the table for a server that is up."""
    asked = questions()
    until = time.monotonic() + seconds
    # Each client begins elsewhere, so that no two ask the same at the same time.
    turns = [list(islice(cycle(asked), n * 7, n * 7 + len(asked))) for n in range(clients)]
    with ThreadPoolExecutor(clients) as pool:
        found = [ms for of in pool.map(lambda turn: client(url, turn, until), turns) for ms in of]
    times = [ms for ms in found if ms is not None]
    cuts = statistics.quantiles(times, n=100)
    rate, errors = len(times) / seconds, len(found) - len(times)
    return (
        f"| {clients} | {seconds:.0f} | {rate:.1f} | {cuts[49]:.0f} | {cuts[98]:.0f} | {errors} |"
    )


def serve_and_load(data: Path, clients: int, seconds: float) -> str:
    """Start a server, load it, stop it; return the row.

    :raises IndexMissing: if the folder holds no index.
    :raises TimeoutError: if the server is not up within a minute.
    """
    # A server makes an index of the shipped notices where there is none, which is not what was asked.
    Assistant.open(data, build=False).close()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [*KEWEN, "serve", "--data", str(data), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _wait(f"http://127.0.0.1:{port}/api/v1/healthz", time.monotonic() + STARTING)
            return load(f"http://127.0.0.1:{port}/api/v1/ask", clients, seconds)
        finally:
            server.terminate()


def _wait(url: str, until: float) -> None:
    while time.monotonic() < until:
        try:
            httpx.get(url, timeout=5).raise_for_status()
        except httpx.HTTPError:
            time.sleep(0.5)
        else:
            return
    raise TimeoutError(f"The server did not answer {url} within {STARTING} s.")


def main() -> int:
    """Print, and perhaps keep, the table."""
    parser = argparse.ArgumentParser(description="Several clients at once over REST.")
    parser.add_argument("--data", type=Path, required=True, help="a data folder with an index")
    parser.add_argument("--clients", type=int, default=CLIENTS)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--write", type=Path, help="Markdown file whose section `load` is replaced")
    arguments = parser.parse_args()

    def tables() -> Tables:
        row = serve_and_load(arguments.data, arguments.clients, arguments.seconds)
        return {"load": [*HEADER, row]}

    return print_and_keep(tables, arguments.write)


if __name__ == "__main__":
    sys.exit(main())
