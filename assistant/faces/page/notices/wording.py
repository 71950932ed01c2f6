"""What the notices tab says, in Chinese and in English."""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.answers.answer import Language


@dataclass(frozen=True, slots=True)
class TabWording:
    """The words of the tab in one language; those of a notice's own fields stand with the notice.

    `columns` head what the list has besides those fields, `stages` are those of an ingestion.
    """

    language: Language
    search: str
    place: str
    any_place: str
    years: str
    any_year: str
    count: str
    page: str
    previous: str
    next: str
    columns: Mapping[str, str]
    details: str
    new_tab: str
    warnings: str
    empty: str
    nothing_matches: str
    back: str
    value: str
    read_from: str
    rule: str
    sureness: str
    corrected: str
    unread: str
    not_in_text: str
    counts: str
    correct: str
    correct_hint: str
    years_hint: str
    save: str
    take_back: str
    working: str
    saved: str
    taken_back: str
    unchanged: str
    remove: str
    confirm: str
    deleted: str
    undo: str
    restored: str
    reread: str
    rereading: str
    already: str
    nothing_to_reread: str
    reread_done: str
    reread_failed: str
    stages: Mapping[str, str]


CHINESE = TabWording(
    language="zh",
    search="搜标题、地区、文号、发文机关",
    place="地区",
    any_place="全部地区",
    years="年份",
    any_year="全部年份",
    count="{found} / {total} 份通知",
    page="第 {page} / {pages} 页",
    previous="上一页",
    next="下一页",
    columns={
        "title": "标题",
        "passages": "段落",
        "targets": "数字",
        "tasks": "任务",
        "warnings": "提醒",
        "related": "相关通知",
    },
    details="详情",
    new_tab="在新标签页打开",
    warnings="{warnings} 条",
    empty="还没有收录任何通知。\n把文件拖到上面的框里，或点“选择文件”。",
    nothing_matches="没有符合条件的通知。\n换一个词，或把地区和年份改回“全部”。",
    back="← 返回列表",
    value="读到的内容",
    read_from="原文",
    rule="依据",
    sureness="把握",
    corrected="已更正",
    unread="没有读到",
    not_in_text="不在正文里",
    counts="{sections} 个章节 · {passages} 个段落 · {targets} 个数字 · {tasks} 项任务 · 文件 {source}",
    correct="更正",
    correct_hint="读错了可以改。提问和检索都按更正后的内容，原文不变。",
    years_hint="2016，或 2016–2018",
    save="保存更正",
    take_back="恢复原读",
    working="正在写入索引。通知很多时要几分钟，可以继续提问。",
    saved="已保存更正。",
    taken_back="已恢复为原来读到的内容。",
    unchanged="没有改动。",
    remove="删除这份通知",
    confirm="确定删除？",
    deleted="已删除《{title}》，一天之内可以撤销。",
    undo="撤销",
    restored="已恢复《{title}》。",
    reread="重新读取全部文件",
    rereading="正在重新读取，可以继续提问 · {stage} {done} / {total}",
    nothing_to_reread="还没有收录任何通知，没有可以重新读取的文件。",
    already="已经在重新读取了，请等它完成。",
    reread_done="重新读取完成：{updated} 份更新，{unchanged} 份未变，{rejected} 份没有读成。",
    reread_failed="重新读取没有完成，原来的索引不变：{reason}",
    stages={"": "准备", "read": "读取", "encode": "编码", "write": "写入"},
)

ENGLISH = TabWording(
    language="en",
    search="Search title, place, number, issuer",
    place="Place",
    any_place="All places",
    years="Years",
    any_year="All years",
    count="{found} / {total} notices",
    page="Page {page} / {pages}",
    previous="Previous",
    next="Next",
    columns={
        "title": "Title",
        "passages": "Passages",
        "targets": "Figures",
        "tasks": "Tasks",
        "warnings": "Warnings",
        "related": "Related",
    },
    details="Details",
    new_tab="Open in a new tab",
    warnings="{warnings}",
    empty="There are no notices yet.\nDrop files on the box above, or choose some.",
    nothing_matches="No notice matches.\nTry another word, or all places and all years.",
    back="← Back to the list",
    value="What was read",
    read_from="In the text",
    rule="By",
    sureness="Sure",
    corrected="corrected",
    unread="not found",
    not_in_text="not in the text",
    counts="{sections} sections · {passages} passages · {targets} figures · {tasks} tasks · "
    "file {source}",
    correct="Correct",
    correct_hint="Correct what was read wrongly. Questions and searches go by your correction; "
    "the text stays as it is.",
    years_hint="2016, or 2016–2018",
    save="Save",
    take_back="As read",
    working="The index is being written. With very many notices that takes minutes; you can go on "
    "asking.",
    saved="The correction is saved.",
    taken_back="It is as it was read again.",
    unchanged="Nothing was changed.",
    remove="Delete this notice",
    confirm="Really delete?",
    deleted="Deleted “{title}”. It can be brought back for a day.",
    undo="Undo",
    restored="“{title}” is back.",
    reread="Read all files again",
    rereading="Reading all files again, you can go on asking · {stage} {done} / {total}",
    nothing_to_reread="There are no notices yet, so there is no file to read again.",
    already="All files are being read again already. Wait until that is done.",
    reread_done="All files were read again: {updated} updated, {unchanged} unchanged, "
    "{rejected} could not be read.",
    reread_failed="The files were not all read again, and the index is as it was: {reason}",
    stages={"": "starting", "read": "reading", "encode": "encoding", "write": "writing"},
)


def wording_for(language: str) -> TabWording:
    """Return the words of a language; Chinese unless English is asked for."""
    return ENGLISH if language == "en" else CHINESE
