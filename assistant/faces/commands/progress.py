"""Progress on stderr: a bar on a terminal, elsewhere a line now and then while it takes long."""

import sys
import time
from typing import Protocol

STAGES = {
    "read": ("reading", "files"),
    "encode": ("encoding", "passages"),
    "write": ("writing", "notices"),
}
BAR = (
    "{desc:<9}{percentage:3.0f}%|{bar}| {n_fmt} of {total_fmt} {unit}, {rate_fmt}, {remaining} left"
)
SECONDS_BETWEEN_LINES = 10.0


class Bar:
    """Shows how far each stage of indexing is, with its rate and the time that is left."""

    def __init__(self) -> None:
        self._stage = ""
        self._shown: _Shown | None = None

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show how far a stage is."""
        if stage != self._stage or self._shown is None:
            self.close()
            self._stage = stage
            label, unit = STAGES.get(stage, (stage, "steps"))
            shape = _OnTerminal if sys.stderr.isatty() else _InLines
            self._shown = shape(label, unit, total)
        self._shown.show(done)
        if done >= total:
            self.close()

    def close(self) -> None:
        """End what is shown, so that other words begin on a line of their own."""
        if self._shown:
            self._shown.close()
        self._shown = None


class _Shown(Protocol):
    def show(self, done: int) -> None: ...

    def close(self) -> None: ...


class _OnTerminal:
    """A bar that stays where it is."""

    def __init__(self, label: str, unit: str, total: int) -> None:
        from tqdm import tqdm

        self._bar = tqdm(
            total=total, desc=label, unit=unit, file=sys.stderr, bar_format=BAR, smoothing=0.05
        )

    def show(self, done: int) -> None:
        self._bar.update(done - self._bar.n)

    def close(self) -> None:
        self._bar.close()


class _InLines:
    """A line every ten seconds, for a log; a stage that is shorter says nothing."""

    def __init__(self, label: str, unit: str, total: int) -> None:
        self._label, self._unit, self._total = label, unit, total
        self._started = self._said = time.monotonic()

    def show(self, done: int) -> None:
        now = time.monotonic()
        if now - self._said < SECONDS_BETWEEN_LINES:
            return
        self._said = now
        print(
            progress_line(self._label, self._unit, done, self._total, now - self._started),
            file=sys.stderr,
        )

    def close(self) -> None:
        pass


def progress_line(label: str, unit: str, done: int, total: int, seconds: float) -> str:
    """Return how far a stage is: ``reading: 1,200 of 2,589 files, 16.0/s, 1 min 27 s left``."""
    rate = done / seconds
    left = _time((total - done) / rate) if done else "unknown time"
    return f"{label}: {done:,} of {total:,} {unit}, {rate:.1f}/s, {left} left"


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
