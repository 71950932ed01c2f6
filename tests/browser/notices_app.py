"""The notices tab by itself, behind the guard and beside the REST of the real server."""

import argparse
import os

# Gradio reads this when it is imported.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"

import gradio as gr
import uvicorn
from fastapi import FastAPI
from fastapi.responses import FileResponse

from assistant import Assistant
from assistant.faces.guarding import Guard
from assistant.faces.page.notices import SCRIPT, STYLE, NoticesTab
from assistant.faces.rest import PREFIX, create_rest
from assistant.faces.rest.health import router as health

FOLDER = STYLE.parents[1]
LANGUAGES = [("中文", "zh"), ("English", "en")]
FILL = "body gradio-app > .gradio-container { width: 100%; }"


def create_app(assistant):
    app = FastAPI()
    app.state.assistant = assistant
    app.add_middleware(Guard, hosts={"127.0.0.1"})
    app.include_router(health)
    app.mount(PREFIX, create_rest(assistant))
    app.add_api_route("/notices.js", lambda: FileResponse(SCRIPT, media_type="text/javascript"))
    return gr.mount_gradio_app(
        app,
        page(assistant),
        path="/",
        footer_links=[],
        ssr_mode=False,
        theme=gr.themes.Base(font=["system-ui", "sans-serif"], font_mono=["monospace"]),
        css=FILL,
        css_paths=[FOLDER / "style.css", STYLE],
        head='<script src="/notices.js" defer></script>',
    )


def page(assistant):
    quiet = {"queue": False, "show_progress": "hidden", "api_visibility": "private"}
    with gr.Blocks(analytics_enabled=False, fill_width=True) as blocks:
        language = gr.Radio(
            LANGUAGES, value="zh", show_label=False, container=False, elem_id="language"
        )
        tab = NoticesTab(assistant)
        tab.connect(blocks, language)
        language.input(tab.spoken, [language], tab.worded, **quiet)
    return blocks


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--port", type=int, required=True)
    arguments = parser.parse_args()
    with Assistant.open(arguments.data) as assistant:
        uvicorn.run(
            create_app(assistant), host="127.0.0.1", port=arguments.port, log_level="warning"
        )
