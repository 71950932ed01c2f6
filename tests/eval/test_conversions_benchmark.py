from eval.benchmarks.conversions import Row, main


def test_a_folder_without_the_reports_is_told(tmp_path, capsys):
    assert main(["--data", str(tmp_path)]) == 2
    assert "Give the folder that holds it with --data" in capsys.readouterr().out


def test_a_row_says_how_many_files_read_the_same_and_how_fast():
    assert str(Row(".doc", files=40, same=39, size=2_000_000, seconds=2.0)) == (
        ".doc   39 of 40 read the same; 20 files/s, 1.0 MB/s"
    )
