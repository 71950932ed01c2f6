"""Batches made of runs of neighbours, so that a passage must be told from those around it."""

from collections.abc import Iterator
from typing import Any

import torch
from sentence_transformers.base.sampler import DefaultBatchSampler


class BlockBatchSampler(DefaultBatchSampler):
    """Shuffles blocks of neighbouring pairs instead of pairs, anew in each epoch.

    Pairs stand in reading order, so that a block is a stretch of one report or law and its
    passages are the hardest negatives that can be had without a model.
    """

    block = 32

    def __iter__(self) -> Iterator[list[int]]:
        """Yield lists of `batch_size` positions; the last may be shorter unless dropped."""
        generator = torch.Generator().manual_seed(self.seed + self.epoch)
        size = len(self._pairs)
        starts = torch.randperm(-(-size // self.block), generator=generator) * self.block
        order = [at for start in starts.tolist() for at in _range(start, self.block, size)]
        for first in range(0, size, self.batch_size):
            batch = order[first : first + self.batch_size]
            if len(batch) == self.batch_size or not self.drop_last:
                yield batch

    @property
    def _pairs(self) -> Any:  # noqa: ANN401 - the data set, which the base class calls a sampler
        return self.sampler


def _range(start: int, length: int, end: int) -> range:
    return range(start, min(start + length, end))
