"""The labelled clauses: as many as are asked, no region in both parts."""

from eval.figures.gold import clauses

DEV, TEST = clauses("dev"), clauses("test")


def regions(part):
    return {clause.record.split("/")[1] for clause in part}


def test_no_region_is_in_both_parts():
    assert regions(DEV)
    assert regions(TEST)
    assert not regions(DEV) & regions(TEST)


def test_there_are_150_clauses_of_each_kind_from_120_reports_over_8_indicators():
    kinds = [{figure.kind for figure in clause.figures} for clause in [*DEV, *TEST]]
    assert sum("target" in each for each in kinds) >= 150
    assert sum("achieved" in each for each in kinds) >= 150
    assert len({clause.record for clause in [*DEV, *TEST]}) >= 120
    assert len({f.indicator for clause in TEST for f in clause.figures}) >= 8


def test_no_clause_is_labelled_twice():
    places = [(clause.record, clause.start) for clause in [*DEV, *TEST]]
    assert len(set(places)) == len(places)
