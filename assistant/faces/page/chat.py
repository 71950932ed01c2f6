"""The chat page, of Gradio's own components and events.

No `gr.HTML` and no `js=`: both are run by `eval`, which the page's content security policy forbids.
"""

import os
from pathlib import Path
from typing import Any

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")

import gradio as gr
from fastapi import FastAPI

from assistant.answers.answer import Answer
from assistant.assistant import Assistant
from assistant.faces.page.conversation import Conversation
from assistant.faces.page.views import heading, holdings, hint, source
from assistant.faces.page.wording import CHINESE, Wording, wording_for
from assistant.settings import MAX_QUESTION, Settings
from corpus.errors import KewenError

FOLDER = Path(__file__).parent
SCRIPT = "/page.js"
FONTS = ["Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "system-ui", "sans-serif"]
MONOSPACED = ["ui-monospace", "Consolas", "monospace"]
LANGUAGES = [("中文", "zh"), ("English", "en")]
HOUR = 3600
WAITING = 64
"""Questions that may wait before one is turned away."""
