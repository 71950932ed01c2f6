import pytest


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_every_pair_comes_once_an_epoch_and_neighbours_come_together():
    from embeddings.training.blocks import BlockBatchSampler

    sampler = BlockBatchSampler(range(1000), batch_size=64, drop_last=False, seed=3)
    batches = list(sampler)
    assert sorted(at for batch in batches for at in batch) == list(range(1000))
    assert {at + 1 for at in batches[0][:31]} <= set(batches[0])
    sampler.set_epoch(1)
    assert list(sampler) != batches


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_an_incomplete_batch_can_be_dropped():
    from embeddings.training.blocks import BlockBatchSampler

    kept = list(BlockBatchSampler(range(100), batch_size=64, drop_last=True))
    assert [len(batch) for batch in kept] == [64]
