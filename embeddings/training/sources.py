"""The public data the shipped model learns from, and how it is parted into two sets of pairs."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import UsageError
from embeddings.training.keywords import count_rarity, keyword_pairs
from embeddings.training.pairs import (
    Pair,
    drop_common_queries,
    is_held_out,
    law_pairs,
    question_pairs,
    read_records,
    report_pairs,
)
from embeddings.training.questions import asked_pairs
from embeddings.training.wording import gloss_pairs, reworded_pairs, term_pairs

REPORTS = "gov_reports.jsonl.xz"
LAWS = ("laws_national.jsonl.xz", "laws_local.jsonl.xz", "party_documents.jsonl.xz")
#: Only the training part of CMRC 2018; its development part is for evaluation and never read.
QUESTIONS, PASSAGES = "cmrc2018_questions_train.jsonl.xz", "cmrc2018_passages_train.jsonl.xz"


@dataclass(frozen=True, slots=True)
class TrainingData:
    """Pairs to learn from, and pairs of other regions, laws and articles to measure on."""

    learn: list[Pair]
    develop: list[Pair]


def read_training_data(folder: Path, seed: int) -> TrainingData:
    """Read all sources of a folder; keyword queries are added to both parts.

    What is learnt from has besides: the written questions, the lexicon and the thesaurus, and queries
    in English and in everyday words. The questions to measure on are those of `eval/paraphrase`.

    Officials copy from each other: a passage that also stands in what is learnt is not measured.

    :raises UsageError: if a file is missing.
    """
    pairs = drop_common_queries(_read_all(folder))
    learn = [pair for pair in pairs if not is_held_out(pair.group)]
    learnt = {pair.passage for pair in learn}
    develop = [pair for pair in pairs if is_held_out(pair.group) and pair.passage not in learnt]
    rarity = count_rarity(learnt)
    learn += keyword_pairs(learn, rarity, seed)
    learn += reworded_pairs(learn, rarity, seed)
    learn += [*asked_pairs(folder), *gloss_pairs(), *term_pairs()]
    return TrainingData(learn, develop + keyword_pairs(develop, rarity, seed))


def _read_all(folder: Path) -> Iterator[Pair]:
    for name in (REPORTS, *LAWS, QUESTIONS, PASSAGES):
        if not (folder / name).is_file():
            message = f"Training needs {name}, and {folder} does not hold it. Give --data a folder"
            raise UsageError(f"{message} that holds the files listed in the model card.")
    yield from report_pairs(read_records(folder / REPORTS))
    for name in LAWS:
        yield from law_pairs(read_records(folder / name))
    yield from question_pairs(read_records(folder / QUESTIONS), read_records(folder / PASSAGES))
