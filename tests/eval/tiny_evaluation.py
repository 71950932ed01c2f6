"""Two notices of a few lines, and an assistant that answers from a script."""

from dataclasses import replace

from assistant.answers.answer import Answer, Citation, Row
from assistant.retrieval.scored import ScoredPassage
from corpus.errors import NoticeNotFound
from corpus.understanding import understand_text

PUTUO = "普陀区科委2016年工作要点\n一、目标\n力争新认定高新技术企业20家。\n二、环境\n新增众创空间4-5家。\n"
HAISHU = "海曙区科技局2017年工作要点\n一、主体\n鼓励企业申报高新技术企业。\n"


def notice_of(notice_id, text):
    return understand_text(text, notice_id, source=f"{notice_id}.txt", sha256="0")


NOTICES = {"putuo": notice_of("putuo", PUTUO), "haishu": notice_of("haishu", HAISHU)}


def cite(marker, notice_id, quote):
    start = NOTICES[notice_id].text.index(quote)
    return Citation(
        marker, notice_id, "", None, None, None, None, (), start, start + len(quote), quote
    )


def answer(text, *citations, rows=(), status="answered", reason=None, question="?"):
    return Answer(
        question=question,
        standalone_question=question,
        language="zh",
        kind="lookup",
        status=status,
        reason=reason,
        text=text,
        rows=tuple(rows),
        citations=citations,
    )


PUTUO_ROW = Row("putuo", "普陀区", 2016, "target", value="20家", citation=1)
HAISHU_ROW = Row("haishu", "海曙区", 2017, "mention", citation=2)


class ScriptedAssistant:
    """Gives the answers of a script; `change` is applied to each, to break things on purpose."""

    def __init__(self, answers, change=lambda answer: answer, notices=NOTICES):
        self.answers = answers
        self.change = change
        self.notice_texts = notices

    def ask(self, question, history=(), filters=None):
        return self.change(replace(self.answers[question], standalone_question=question))

    def search(self, query, top_k=10, filters=None):
        """Return every passage that shares a character pair with the query, most pairs first."""
        pairs = {query[i : i + 2] for i in range(len(query) - 1)}
        found = [
            ScoredPassage(
                passage.passage_id, notice.notice_id, notice.title, None, None, None, None, None,
                None, passage.section_path, passage.text, passage.start, passage.end,
                float(sum(pair in passage.text for pair in pairs)), passage.role, passage.page,
            )
            for notice in self.notice_texts.values()
            for passage in notice.passages
        ]  # fmt: skip
        return sorted(found, key=lambda passage: -passage.score)[:top_k]

    def notices(self):
        return list(self.notice_texts.values())

    def notice(self, notice_id):
        if notice_id not in self.notice_texts:
            raise NoticeNotFound(notice_id)
        return self.notice_texts[notice_id]


QUESTION_LINES = """\
{"id": "a", "type": "lookup", "question": "普陀区高新技术企业多少家?", "notices": ["putuo"], "quotes": ["高新技术企业20家"], "contains": ["20家"], "excludes": []}
{"id": "b", "type": "coverage", "question": "哪些区提到高新技术企业?", "notices": ["putuo", "haishu"], "quotes": ["高新技术企业20家", "申报高新技术企业"], "contains": ["20家"], "excludes": [], "rows": [{"place": "普陀区", "year": 2016, "finding": "target", "value": "20家"}, {"place": "海曙区", "year": 2017, "finding": "mention"}]}
{"id": "c", "type": "unanswerable", "question": "天气怎么样?", "unanswerable": "out_of_scope"}
"""  # noqa: E501

RIGHT_ANSWERS = {
    "普陀区高新技术企业多少家?": answer(
        "力争新认定高新技术企业20家。[1]", cite(1, "putuo", "力争新认定高新技术企业20家。")
    ),
    "哪些区提到高新技术企业?": answer(
        "普陀区20家[1],海曙区提到[2]。",
        cite(1, "putuo", "力争新认定高新技术企业20家。"),
        cite(2, "haishu", "鼓励企业申报高新技术企业。"),
        rows=[PUTUO_ROW, HAISHU_ROW],
    ),
    "天气怎么样?": answer("不在范围内。", status="not_found", reason="out_of_scope"),
}
