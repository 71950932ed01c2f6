import re

import pytest

from eval.judging.calibration import calibration
from eval.measures import Figure
from eval.report import plots


def widths(svg, class_):
    return [float(w) for w in re.findall(rf'class="{class_}"[^>]* width="([\d.]+)"', svg)]


def test_a_bar_is_as_long_as_its_share():
    assert widths(plots.bar(Figure(0.25, 0.1, 0.5, 8), width=200), "mean") == [50.0]


def test_shares_are_below_each_other_with_their_numbers():
    svg = plots.shares(
        [("查数", Figure(0.5, 0.4, 0.6, 8)), ("比较", Figure(1, 1, 1, 3))], "by type"
    )
    assert widths(svg, "mean") == [plots.WIDTH / 2, plots.WIDTH]
    assert "0.50  n=8" in svg


@pytest.mark.parametrize("values", [[3.0], [0.0, 0.0], [1.0, 10.0, 100.0, 99999.0]])
def test_times_count_every_answer(values):
    svg = plots.times(values, values[0], values[-1], "latency")
    counts = re.findall(
        r'text-anchor="middle">(\d+)<', svg.replace(">p50<", "").replace(">p99<", "")
    )
    assert sum(map(int, counts[: len(widths(svg, "mean"))])) == len(values)
    assert "nan" not in svg.lower()


def test_a_point_of_the_reliability_plot_stands_where_it_should():
    svg = plots.reliability(calibration([(0.5, True), (0.5, False)], bins=1), "calibration")
    size = plots.PLOT - 2 * plots.EDGE
    x, y = plots.EDGE + size / 2, plots.PLOT - plots.EDGE - size / 2
    assert f'cx="{x:.1f}" cy="{y:.1f}"' in svg


def test_ranks_that_were_not_found_stand_apart():
    svg = plots.ranks([1, 1, 3, None], "ranks", "missing")
    assert svg.count('class="bad"') == 1
    assert "missing" in svg


def test_no_rank_at_all_is_an_empty_plot():
    assert "nan" not in plots.ranks([], "ranks", "missing").lower()
