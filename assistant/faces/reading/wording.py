"""What the page of a notice says, in Chinese and in English."""

from dataclasses import dataclass

from assistant.answers.answer import Language


@dataclass(frozen=True, slots=True)
class PageWording:
    """The words of the page in one language; `lang` is that language as HTML names it."""

    language: Language
    lang: str
    name: str
    ask: str
    skip: str
    other_language: str
    other_name: str
    reference: str
    refused: str
    unknown: str
    failed: str


CHINESE = PageWording(
    language="zh",
    lang="zh-CN",
    name="科问",
    ask="到对话里提问",
    skip="跳到正文",
    other_language="en",
    other_name="English",
    reference="引用格式（点一下选中，再复制）",
    refused="链接给出的位置（{given}）不在这份通知的 {characters} 个字符之内，"
    "因此从头显示，没有标出句子。请回到给出链接的地方，重新打开。",
    unknown="没有编号为“{notice_id}”的通知，它可能已被移除。请到对话里重新提问。",
    failed="这份通知现在无法显示。",
)

ENGLISH = PageWording(
    language="en",
    lang="en",
    name="kewen 科问",
    ask="Ask in the chat",
    skip="Skip to the text",
    other_language="zh",
    other_name="中文",
    reference="Reference (one click selects it, then copy)",
    refused="The link gives a place ({given}) that is not within the {characters} characters of "
    "this notice, which is shown from the top with nothing marked. Open the link anew where you "
    "found it.",
    unknown="There is no notice “{notice_id}”; it may have been removed. Ask again in the chat.",
    failed="This notice cannot be shown now.",
)


def page_wording(language: Language) -> PageWording:
    """Return the words of a language."""
    return CHINESE if language == "zh" else ENGLISH
