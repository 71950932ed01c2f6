"""`kewen eval`: what is asked for in the flags, handed to the evaluation above this layer."""

import argparse
from importlib import import_module
from pathlib import Path
from typing import Any

from assistant.faces.commands.opening import opened, settings_of
from corpus.errors import UsageError
from embeddings.loading import load_encoder

# What is evaluated; exactly one is given.
SUBJECTS = ("questions", "beir", "qrels", "from_feedback")
DRAFTS = Path("drafts.jsonl")


def evaluate(args: argparse.Namespace) -> int:
    """Evaluate a question set, a collection or a ranking."""
    given = [name for name in SUBJECTS if getattr(args, name) not in (None, False)]
    if len(given) != 1:
        raise UsageError(
            f"{' and '.join(given) or 'Nothing'} is given to evaluate. "
            "Give one: QUESTIONS, --beir DIR, --qrels FILE with --run FILE, or --from-feedback."
        )
    if args.from_feedback:
        with opened(args) as assistant:
            drafts = import_module("eval.feedback")
            return int(drafts.write_drafts(assistant, args.output or DRAFTS))
    if args.qrels is not None:
        return _trec(args)
    return _beir(args) if args.beir is not None else _questions(args)


def _ablation(args: argparse.Namespace) -> int:
    command = import_module("eval.ablation.command")
    status = command.run_ablation(
        args.questions,
        settings=settings_of(args),
        notices=args.notices,
        names=args.ablate,
        report=args.report,
        as_json=args.json,
    )
    return int(status)


def _questions(args: argparse.Namespace) -> int:
    if args.ablate is not None:
        return _ablation(args)
    # `eval` stands above this layer, so it is found by name and only when it is asked for.
    command = import_module("eval.command")
    with opened(args) as assistant:
        if args.export:
            return int(command.export(args.questions, assistant, args.export, args.output))
        status = command.run(
            args.questions,
            assistant=assistant,
            against=args.against,
            report=args.report,
            gate=args.gate,
            form="json" if args.json else "markdown" if args.markdown else "table",
            manner=command.Manner(args.sample, args.workers, args.resume),
        )
    return int(status)


def _beir(args: argparse.Namespace) -> int:
    command = import_module("eval.retrieval.command")
    encoder = load_encoder(settings_of(args).encoder)
    return int(command.run_beir(args.beir, encoder, split=args.split, **_shared(args)))


def _trec(args: argparse.Namespace) -> int:
    command = import_module("eval.retrieval.command")
    if args.run_file is None:
        raise UsageError("Judgements are given and no ranking. Give one: --run FILE.")
    return int(command.run_trec(args.qrels, args.run_file, **_shared(args)))


def _shared(args: argparse.Namespace) -> dict[str, Any]:
    gate = import_module("eval.gate").read_gate(args.gate) if args.gate else None
    return {"against": args.against, "report": args.report, "gate": gate, "as_json": args.json}
