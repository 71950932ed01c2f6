from pathlib import Path

import pytest

from assistant.settings import Settings
from corpus.errors import UsageError


def test_flags_win_over_environment_over_file(tmp_path):
    (tmp_path / "kewen.toml").write_text(
        'port = 1111\nencoder = "from-file"\nhost = "file"', "utf-8"
    )
    environ = {"KEWEN_PORT": "2222", "KEWEN_HOST": "environment"}
    settings = Settings.load({"data": tmp_path, "port": 3333}, environ)
    assert (settings.port, settings.host, settings.encoder) == (3333, "environment", "from-file")


def test_the_data_folder_comes_from_the_environment():
    assert Settings.load({}, {"KEWEN_DATA": "/somewhere"}).data == Path("/somewhere")


def test_an_unknown_setting_is_named(tmp_path):
    (tmp_path / "kewen.toml").write_text("prot = 1", "utf-8")
    with pytest.raises(UsageError, match="'prot', which is no setting"):
        Settings.load({"data": tmp_path}, {})


@pytest.mark.parametrize("port", ["many", "0", "70000"])
def test_a_port_that_is_none_is_refused(port):
    with pytest.raises(UsageError, match="port"):
        Settings.load({}, {"KEWEN_PORT": port})


def test_a_file_that_is_no_toml_is_refused(tmp_path):
    (tmp_path / "kewen.toml").write_text("= =", "utf-8")
    with pytest.raises(UsageError, match="not a TOML file"):
        Settings.load({"data": tmp_path}, {})
