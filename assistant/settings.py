"""One frozen settings object: defaults, then `kewen.toml`, then `KEWEN_*`, then flags.

Own code instead of pydantic-settings, whose import alone takes 0.28 s of the 1.5 s in which
`kewen ask` answers from a cold start.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal

from corpus.errors import UsageError

FILE = "kewen.toml"
PREFIX = "KEWEN_"
MAX_QUESTION = 500
MAX_TOP_K = 50
MAX_HISTORY = 20
LEGS = ("hybrid", "keywords", "vectors")
RANGES = {"port": (1, 65535), "concurrency": (1, 65535), "workers": (0, 256)}


@dataclass(frozen=True)
class Settings:
    """What a person may set; each field is documented in docs/settings.md.

    `data` is the only folder written to; `encoder` names the shipped model, a folder, or any
    sentence-transformers model; `workers` is how many processes read files, 0 one for each core;
    `search` is by keywords and vectors together, or by one of them alone; `reranker` names a
    cross-encoder that orders what was found, "" none.
    """

    data: Path = Path("kewen-data")
    encoder: str = "kewen-static-2"
    host: str = "127.0.0.1"
    port: int = 7860
    concurrency: int = 8
    workers: int = 0
    search: Literal["hybrid", "keywords", "vectors"] = "hybrid"
    reranker: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "data", Path(self.data))

    @property
    def index_folder(self) -> Path:
        """Where the generations of the index lie."""
        return self.data / "index"

    @classmethod
    def load(
        cls, flags: Mapping[str, Any] | None = None, environ: Mapping[str, str] | None = None
    ) -> "Settings":
        """Return the settings; a later source wins, a flag that is None says nothing.

        :raises UsageError: if a file cannot be read, a name is unknown or a value is of no use.
        """
        environ = os.environ if environ is None else environ
        given = {key: value for key, value in (flags or {}).items() if value is not None}
        from_environment = _from_environment(environ)
        data = Path(given.get("data") or from_environment.get("data") or cls.data)
        merged: dict[str, Any] = {}
        for source in (_from_file(Path(FILE)), _from_file(data / FILE), from_environment, given):
            merged.update(source)
        return replace(cls(), **{name: _typed(name, value) for name, value in merged.items()})


NAMES = tuple(field.name for field in fields(Settings))


def _from_environment(environ: Mapping[str, str]) -> dict[str, Any]:
    named = {name: environ.get(PREFIX + name.upper()) for name in NAMES}
    return {name: value for name, value in named.items() if value}


def _from_file(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} is not a TOML file ({error}). Correct it.") from error
    for name in values:
        if name not in NAMES:
            raise UsageError(
                f"{path} sets {name!r}, which is no setting. There are: {', '.join(NAMES)}."
            )
    return values


def _typed(name: str, value: Any) -> Any:  # noqa: ANN401 - any source in, the field's type out
    if name == "data":
        return Path(value).expanduser()
    if name in RANGES:
        first, last = RANGES[name]
        try:
            number = int(value)
        except (TypeError, ValueError):
            number = -1
        if not first <= number <= last:
            raise UsageError(f"{name} is {value!r}. Give a whole number from {first} to {last}.")
        return number
    if name == "search" and value not in LEGS:
        raise UsageError(f"search is {value!r}. Give one of {', '.join(LEGS)}.")
    return str(value)
