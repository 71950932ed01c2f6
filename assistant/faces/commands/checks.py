"""What `kewen doctor` looks at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from assistant.settings import Settings
from corpus.errors import IndexDamaged, KewenError
from embeddings.archive.generation import Generation
from embeddings.encoder import Encoder
from embeddings.loading import load_encoder

PACKAGES = (
    "faiss-cpu",
    "rjieba",
    "tokenizers",
    "numpy",
    "gradio",
    "fastapi",
    "sentence-transformers",
    "torch",
)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at; `exit_status` is what a failure makes the command exit with."""

    name: str
    ok: bool
    detail: str
    exit_status: int = 0


def checks(settings: Settings) -> Iterator[Check]:
    """Yield the checks: packages, encoder, index."""
    for package in PACKAGES:
        yield _package(package)
    encoders: list[Encoder] = []
    yield _tried("encoder", lambda: _encoder(settings, encoders))
    yield _tried("index", lambda: _index(settings, encoders[0] if encoders else None))


def _package(name: str) -> Check:
    try:
        return Check(name, True, version(name))
    except PackageNotFoundError:
        return Check(name, False, f"not installed. Run `pip install {name}`.", 2)


def _tried(name: str, look: Callable[[], str]) -> Check:
    try:
        return Check(name, True, look())
    except KewenError as error:
        return Check(name, False, str(error), error.exit_status)


def _encoder(settings: Settings, found: list[Encoder]) -> str:
    encoder = load_encoder(settings.encoder)
    found.append(encoder)
    return f"{encoder.name}, {encoder.dimension} dimensions, weights {encoder.fingerprint[:12]}"


def _index(settings: Settings, encoder: Encoder | None) -> str:
    from embeddings.archive.verification import problems

    with Generation.open(settings.index_folder, encoder) as generation:
        found = problems(generation, encoder)
        if found:
            raise IndexDamaged(" ".join(found))
        counts = generation.manifest.counts
        return (
            f"generation {generation.number}, {counts.notices} notices, {counts.passages} passages; "
            "hashes, counts and canary vectors agree"
        )
