"""The tab over the shipped notices."""

import gradio as gr
import pytest

from assistant.faces.page.explore import ExploreTab


@pytest.fixture(scope="session")
def tab(kewen, build):
    def made():
        with gr.Blocks() as blocks:
            language = gr.Radio(["zh", "en"], value="zh")
            tab = ExploreTab(kewen)
            tab.connect(blocks, language)
        return tab

    return build(made)
