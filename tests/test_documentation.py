"""A setting, a command, a package or an endpoint that is not documented is a failure."""

import tomllib
from dataclasses import fields
from pathlib import Path

from assistant import Settings
from assistant.faces.commands.main import COMMANDS
from assistant.faces.rest import create_rest

ROOT = Path(__file__).parents[1]


def page(name):
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def test_every_setting_is_documented():
    text = page("settings.md")
    for field in fields(Settings):
        assert f"`{field.name}`" in text
        assert f"`KEWEN_{field.name.upper()}`" in text


def test_every_command_is_documented():
    text = page("command-line.md")
    for command in COMMANDS:
        assert f"`kewen {command}" in text


def test_every_package_has_its_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [name for group in project["optional-dependencies"].values() for name in group]
    documented = {
        line.split("|")[1].strip() for line in page("dependencies.md").splitlines() if "|" in line
    }
    for requirement in [*project["dependencies"], *extras]:
        name = requirement.split(">")[0].split("=")[0].strip()
        assert name in documented


def test_every_endpoint_is_documented():
    text = page("api.md")
    # The description needs the routes only, no index.
    for path in create_rest(None).openapi()["paths"]:
        assert path.split("{")[0] in text


def test_both_readmes_name_the_two_commands():
    for name in ("README.md", "README.zh.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "make run" in text
        assert "make test" in text
