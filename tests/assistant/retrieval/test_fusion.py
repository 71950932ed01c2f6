from assistant.retrieval.fusion import reciprocal_rank_fusion


def test_a_row_found_by_both_legs_comes_first():
    fused = reciprocal_rank_fusion([[1, 2, 3], [9, 2, 8]])
    assert fused[0][0] == 2


def test_the_score_is_the_sum_of_reciprocal_ranks():
    assert dict(reciprocal_rank_fusion([[7], [7]]))[7] == 2 / 61


def test_nothing_in_nothing_out():
    assert reciprocal_rank_fusion([[], []]) == []
