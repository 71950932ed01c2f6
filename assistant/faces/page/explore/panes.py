"""Which pane is shown."""

from collections.abc import Callable, Mapping

from assistant.faces.page.explore.asked import Asked
from assistant.faces.page.explore.ledger_panes import calendar_pane, figures_pane, tasks_pane
from assistant.faces.page.explore.matrix_pane import matrix_pane
from assistant.faces.page.explore.pane import Pane, Source
from assistant.faces.page.explore.timeline_pane import timeline_pane
from assistant.faces.page.explore.wording import View, Words

PANES: Mapping[View, Callable[[Source, Asked, Words], Pane]] = {
    "matrix": matrix_pane,
    "timeline": timeline_pane,
    "figures": figures_pane,
    "tasks": tasks_pane,
    "calendar": calendar_pane,
}


def pane_of(source: Source, asked: Asked, words: Words) -> tuple[View, Pane]:
    """Return the view that is asked for, with its name.

    Where none is: the matrix if it compares places, else the figures one by one.
    """
    if asked.view is not None:
        return asked.view, PANES[asked.view](source, asked, words)
    compared = matrix_pane(source, asked, words)
    if compared.speaking > 1:
        return "matrix", compared
    return "figures", figures_pane(source, asked, words)
