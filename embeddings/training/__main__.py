"""``python -m embeddings.training --data FOLDER --output FOLDER`` makes the shipped model."""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from corpus.errors import KewenError
from embeddings.loading import SHIPPED
from embeddings.static import StaticEncoder
from embeddings.training.card import Facts, save_card, save_model
from embeddings.training.measure import measure, search_bm25, search_with
from embeddings.training.sources import read_training_data
from embeddings.training.train import Recipe, train
from embeddings.training.vocabulary import (
    build_tokenizer,
    choose_english,
    choose_pieces,
    count_words,
    with_words,
)

IN_ENGLISH = ("asked", "gloss")
SINGLE_WORDS = ("gloss", "term")


def main(arguments: Sequence[str] | None = None) -> int:
    """Train, save, measure and describe a model; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m embeddings.training", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the public data")
    parser.add_argument("--output", type=Path, required=True, help="folder for the model")
    chosen = parser.parse_args(arguments)
    try:
        make_model(chosen.data, chosen.output, Recipe())
    except KewenError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_status
    return 0


def make_model(data_folder: Path, output: Path, recipe: Recipe) -> None:
    """Write a trained model, its log and its card into a folder.

    :raises UsageError: if a data file is missing.
    """
    start = time.monotonic()
    data = read_training_data(data_folder, recipe.seed)
    output.mkdir(parents=True, exist_ok=True)
    texts = (pair.passage for pair in data.learn if pair.kind not in SINGLE_WORDS)
    counts = count_words(dict.fromkeys(texts))
    english = choose_english(pair.query for pair in data.learn if pair.kind in IN_ENGLISH)
    tokenizer = build_tokenizer(with_words(choose_pieces(counts, recipe.pieces), english))
    weights = train(data, tokenizer, recipe, output)
    save_model(output, tokenizer, weights)
    facts = Facts(
        name=SHIPPED,
        pieces=tokenizer.get_vocab_size(),
        dimension=recipe.dimension,
        learnt_pairs=len(data.learn),
        minutes=(time.monotonic() - start) / 60,
        model=measure(data.develop, search_with(StaticEncoder(output).encode_passages)),
        bm25=measure(data.develop, search_bm25),
    )
    save_card(output, facts)


if __name__ == "__main__":
    sys.exit(main())
