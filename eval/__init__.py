"""Offline evaluation: question sets, runs, measures, comparison, gate and report."""

from eval.command import run

__all__ = ["run"]
