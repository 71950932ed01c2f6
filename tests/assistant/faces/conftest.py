"""Gradio without the warnings that are its own."""

import asyncio
import gc
import warnings

import pytest


@pytest.fixture(scope="session")
def build():
    """Call a function that builds a page; the event loops that Gradio never closes go unseen."""

    def quietly(function, *arguments):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)
            built = function(*arguments)
            asyncio.set_event_loop(None)
            gc.collect()
        return built

    return quietly
