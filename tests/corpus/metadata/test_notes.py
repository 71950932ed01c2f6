import pytest

from corpus.cleaning import lines
from corpus.metadata.layout import Layout
from corpus.metadata.notes import notes
from tests.corpus.documents import understood

RULES = "第一条 为了发展科技，制定本办法。\n第二条 本办法自发布之日起施行。"


@pytest.mark.parametrize(
    "note",
    [
        "（2003年9月3日市人民政府令第5号公布）",
        "2003年9月3日 普陀市人民代表大会常务委员会通过",
        "（2001年12月24日普陀市科委第2次会议\n通过 2001年12月27日公布）",
    ],
)
def test_a_note_is_found_whole(note: str) -> None:
    text = f"普陀市科技办法\n{note}\n{RULES}"
    found = notes(Layout.of(text, lines(text)))
    assert [text[span.start : span.end] for span in found] == [note]


def test_a_sentence_with_a_date_is_no_note() -> None:
    text = "2016年普陀区科技工作要点\n2016年是开局之年，全区将修订政策。"
    assert not list(notes(Layout.of(text, lines(text))))


def test_the_note_of_an_amended_rule_gives_number_days_and_status() -> None:
    notice = understood(
        f"普陀市科技办法\n（2003年9月3日普陀市人民政府令第5号公布 根据2010年5月6日决定修正）\n{RULES}"
    )
    assert notice.document_number == "普陀市人民政府令第5号"
    assert (str(notice.issued_on), str(notice.effective_on)) == ("2010-05-06", "2003-09-03")
    assert notice.status == "amended"
    assert notice.notice_type == "办法"


def test_a_day_of_coming_into_force_in_the_note_is_not_that_of_issue() -> None:
    notice = understood(f"普陀市科技办法\n2014年4月11日 公布\n2014年6月1日 施行\n{RULES}")
    assert str(notice.issued_on) == "2014-04-11"
