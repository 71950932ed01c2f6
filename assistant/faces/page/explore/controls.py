"""The controls above a view: which view, and the filters that it has."""

from collections.abc import Mapping, Sequence
from typing import Any

import gradio as gr

from assistant.exploring.holdings import Holdings
from assistant.faces.page.explore import choices
from assistant.faces.page.explore.asked import MOST_PLACES
from assistant.faces.page.explore.wording import VIEWS, View, Words

Updates = list[Any]
# What becomes of a component, by the component.
Changes = dict[Any, Any]
# Which controls a view has, besides that which chooses the view.
OF_VIEW: Mapping[View, tuple[str, ...]] = {
    "matrix": ("places", "indicator", "measure", "year_from", "year_to", "kind"),
    "timeline": ("place", "indicator", "year_from", "year_to", "kind"),
    "figures": ("places", "indicator", "year_from", "year_to", "kind"),
    "tasks": ("places", "responsible", "year_from", "year_to", "due_before"),
    "calendar": ("places", "responsible", "year_from", "year_to", "due_before"),
}


class Controls:
    """A choice of the view and a control per filter; `filters` are by the names of `Words.filters`."""

    def __init__(self, words: Words) -> None:
        self.view = gr.Radio(
            _views(words),
            value=None,
            show_label=False,
            container=False,
            elem_id="explore-views",
        )
        with gr.Row(elem_id="explore-filters"):
            self.filters = self._lay_out(words)
            self.clear = gr.Button(
                words.clear, size="sm", scale=0, min_width=90, elem_id="explore-clear"
            )

    def _lay_out(self, words: Words) -> dict[str, gr.Dropdown | gr.Radio]:
        return {
            "place": _dropdown("place", words),
            "places": _dropdown("places", words, multiselect=True, max_choices=MOST_PLACES),
            "indicator": _dropdown("indicator", words),
            "measure": _dropdown("measure", words),
            "responsible": _dropdown("responsible", words),
            "year_from": _dropdown("year_from", words, min_width=96),
            "year_to": _dropdown("year_to", words, min_width=96),
            "due_before": _dropdown("due_before", words),
            "kind": gr.Radio(
                choices.kinds(words),
                value="",
                label=words.filters["kind"],
                min_width=200,
                elem_id="explore-kind",
            ),
        }

    @property
    def asked(self) -> list[Any]:
        """The controls in the order of the parameters of `asked`."""
        names = ("places", "year_from", "year_to", "indicator", "kind", "measure", "place",
                 "responsible", "due_before")  # fmt: skip
        return [self.view, *(self.filters[name] for name in names)]

    @property
    def worded(self) -> list[Any]:
        """What changes with the language, in the order of `spoken`."""
        return [self.view, self.clear, *self.filters.values()]

    def spoken(self, held: Holdings, words: Words) -> Updates:
        """Return the words of a language, and what there is to choose from in it."""
        offered = {
            "place": choices.speaking(held, words),
            "places": choices.places(held, words),
            "indicator": choices.indicators(held, words),
            "responsible": choices.responsible(held),
            "year_from": choices.years(held),
            "year_to": choices.years(held),
            "due_before": choices.days(held),
            "kind": choices.kinds(words),
        }
        return [
            gr.update(choices=_views(words)),
            gr.update(value=words.clear),
            *(_named(words.filters[name], offered.get(name)) for name in self.filters),
        ]

    def shown(
        self, view: View, measures: Sequence[tuple[str, str]], measure: str | None
    ) -> Changes:
        """Return which filters a view has, and which measures there are to choose from in it."""
        changes = {
            control: gr.update(visible=name in OF_VIEW[view])
            for name, control in self.filters.items()
        }
        offered = {"choices": list(measures), "value": measure}
        changes[self.filters["measure"]] |= offered
        return changes

    @property
    def cleared(self) -> dict[Any, Any]:
        """The values of `filters` that match everything."""
        empty = {"places": [], "kind": ""}
        return {control: empty.get(name) for name, control in self.filters.items()}


def _views(words: Words) -> list[tuple[str, str]]:
    return [(words.views[view], view) for view in VIEWS]


def _named(label: str, offered: choices.Choices | None) -> dict[str, Any]:
    return gr.update(label=label) if offered is None else gr.update(label=label, choices=offered)


def _dropdown(name: str, words: Words, **settings: Any) -> gr.Dropdown:  # noqa: ANN401 - Gradio's own
    """Return a list in which one may also write: an archive holds more names than a list shows."""
    return gr.Dropdown(
        [],
        value=[] if settings.get("multiselect") else None,
        label=words.filters[name],
        allow_custom_value=True,
        elem_id=f"explore-{name.replace('_', '-')}",
        **{"min_width": 150, **settings},
    )
