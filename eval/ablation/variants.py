"""The assistant with one part left out."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from assistant.retrieval.legs import Legs
from corpus import everyday, thesaurus
from corpus.errors import UsageError
from corpus.notice import Notice
from corpus.understanding import understand
from eval.ablation.reading import in_fixed_sizes, without_outline

Understand = Callable[[Path, str], Notice]


@contextmanager
def without_thesaurus() -> Iterator[None]:
    """Know no other name of anything: no abbreviations, no English, no everyday words."""
    with thesaurus.instead(()), everyday.left_out():
        yield


@dataclass(frozen=True, slots=True)
class Variant:
    """A way of leaving something out: how notices are read, what is searched, what words are known."""

    name: str
    meaning: str
    understand: Understand = understand
    legs: Legs = "hybrid"
    knowing: Callable[[], AbstractContextManager[None]] = nullcontext


WHOLE = Variant("whole", "everything")
VARIANTS = (
    Variant("keywords-only", "no vectors, no likeness of meaning", legs="keywords"),
    Variant("vectors-only", "no keyword index", legs="vectors"),
    Variant("no-outline", "a notice is one section", understand=without_outline),
    Variant("no-thesaurus", "no other names, no everyday words", knowing=without_thesaurus),
    Variant(
        "fixed-size", "passages of 400 characters, under no heading", understand=in_fixed_sizes
    ),
)


def chosen(names: list[str]) -> tuple[Variant, ...]:
    """Return the variants of these names; all of them for none.

    :raises UsageError: if there is none of a name.
    """
    known = {variant.name: variant for variant in VARIANTS}
    for name in names:
        if name not in known:
            raise UsageError(f"Nothing is left out by {name!r}. There are: {', '.join(known)}.")
    return tuple(known[name] for name in dict.fromkeys(names)) or VARIANTS
