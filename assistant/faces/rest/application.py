"""The REST application: its routes, its errors and its description in OpenAPI."""

from fastapi import FastAPI

from assistant.assistant import Assistant
from assistant.faces.rest import feedback, health, jobs, ledgers, notices, problems, questions

PREFIX = "/api/v1"


def create_rest(assistant: Assistant) -> FastAPI:
    """Return the application that is mounted at `PREFIX`.

    There is no page for its documentation: those of FastAPI load scripts from elsewhere.
    """
    application = FastAPI(
        title="kewen",
        version="1",
        description="Cited, complete answers over government science-and-technology notices.",
        docs_url=None,
        redoc_url=None,
        responses=problems.RESPONSES,
    )
    application.state.assistant = assistant
    for module in (questions, feedback, ledgers, notices, jobs, health):
        application.include_router(module.router)
    problems.install(application)
    return application
