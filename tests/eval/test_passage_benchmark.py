from corpus.sentences import Span
from eval.benchmarks.passages import Document, Gold, Piece, by_sections, by_size, scores

GOLD = Gold("n1", (Span(10, 20),))
TEXT = (
    "2016年普陀区科技工作要点\n一、目标\n引进人才20名。\n验证码\n二、保障\n"
    + "加强组织领导，" * 8
    + "。"
)


def piece(start: int, end: int, notice_id: str = "n1") -> Piece:
    return Piece(notice_id, start, end, "")


def test_a_piece_with_most_of_the_quote_is_right() -> None:
    assert GOLD.in_piece(piece(0, 18))
    assert not GOLD.in_piece(piece(0, 17))
    assert not GOLD.in_piece(piece(0, 30, "n2"))


def test_a_quote_found_first_counts_fully_and_found_again_nothing() -> None:
    right, wrong = piece(0, 30), piece(40, 50)
    assert scores([GOLD], [right, right]) == {"Recall@1": 1.0, "Recall@5": 1.0, "nDCG@10": 1.0}
    assert scores([GOLD], [wrong, right])["Recall@1"] == 0.0
    assert scores([GOLD], [wrong])["nDCG@10"] == 0.0


def test_both_cuts_hold_the_cleaned_text_and_no_furniture() -> None:
    document = Document("n1", "要点", TEXT)
    for cut in (by_sections, by_size(400)):
        found = [TEXT[p.start : p.end] for p in cut(document)]
        assert any("引进人才20名。" in text for text in found)
        assert not any("验证码" in text for text in found)
