"""The page put into an application, with its styles and scripts."""

import os
from collections.abc import Callable
from pathlib import Path

# Gradio reads this when it is imported.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"

import gradio as gr
from fastapi import FastAPI
from fastapi.responses import FileResponse

from assistant.assistant import Assistant
from assistant.faces.downloads import Downloads
from assistant.faces.page.chat import ChatPage
from assistant.settings import Settings

FOLDER = Path(__file__).parent
SCRIPTS = ("page.js", "notices/notices.js")
STYLES = (
    FOLDER / "style.css",
    FOLDER / "answer.css",
    FOLDER / "plots.css",
    FOLDER / "source.css",
    FOLDER / "explore" / "explore.css",
    FOLDER / "notices" / "notices.css",
)
FONTS = ["Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "system-ui", "sans-serif"]
MONOSPACED = ["ui-monospace", "Consolas", "monospace"]
MOST_WAITING = 256


def mount_page(
    app: FastAPI, assistant: Assistant, settings: Settings, downloads: Downloads
) -> None:
    """Put the page at the root of an application."""
    for name in SCRIPTS:
        app.add_api_route(f"/{name}", _script(FOLDER / name), include_in_schema=False)
    page = ChatPage(assistant, downloads, settings.concurrency).blocks
    page.queue(
        api_open=False, max_size=MOST_WAITING, default_concurrency_limit=settings.concurrency
    )
    gr.mount_gradio_app(
        app,
        page,
        path="/",
        server_name=settings.host,
        server_port=settings.port,
        footer_links=[],
        run_history=False,
        show_error=False,
        ssr_mode=False,
        enable_monitoring=False,
        pwa=False,
        mcp_server=False,
        theme=gr.themes.Base(primary_hue="blue", font=FONTS, font_mono=MONOSPACED),
        css_paths=list(STYLES),
        head="".join(f'<script src="/{name}" defer></script>' for name in SCRIPTS),
    )


def _script(path: Path) -> Callable[[], FileResponse]:
    def serve() -> FileResponse:
        return FileResponse(path, media_type="text/javascript")

    return serve
