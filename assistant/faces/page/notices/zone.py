"""Where files are dropped: an empty element that `notices.js` fills, and the words it takes."""

from collections.abc import Mapping

from assistant.answers.answer import Language
from assistant.faces.page.notices.refusals import IN_CHINESE
from assistant.faces.rendering import Html, element, joined
from corpus.reading import SUFFIXES

CHINESE: Mapping[str, str] = {
    "drop": "把通知文件拖到这里，或",
    "choose": "选择文件",
    "kinds": "可以一次放多个文件：{suffixes}",
    "cancel": "取消未上传的",
    "retry": "再试一次",
    "clear": "清除",
    "sending": "正在上传第 {n} / {total} 个文件",
    "stage-": "已收到，等待处理",
    "stage-locked": "索引正在被写入，等它完成",
    "stage-read": "正在读取 {done} / {total}",
    "stage-encode": "正在编码 {done} / {total}",
    "stage-write": "正在写入索引 {done} / {total}",
    "state-queued": "待上传",
    "state-sending": "上传中",
    "state-waiting": "等待处理",
    "state-reading": "读取中",
    "state-added": "已收录",
    "state-updated": "已更新",
    "state-unchanged": "没有变化",
    "state-rejected": "没有收录",
    "state-cancelled": "已取消",
    "state-unknown": "不知道结果",
    "done": "完成：收录 {added}，更新 {updated}，没有变化 {unchanged}，没有收录 {rejected}",
    "wrong-kind": "不读这种文件（{suffix}）",
    "empty-file": "文件是空的",
    "too-large": "文件太大，服务器不收",
    "too-many": "服务器正忙，文件没有全部收下。请过一会儿再试。",
    "network": "连不上服务器，没有上传完。请检查服务是否在运行，再试一次。",
    "silent": "服务器暂时没有回应，正在重试……",
    "restarted": "服务器重新启动过，不知道这些文件的结果。请看列表里有没有，没有的再上传一次。",
    "refused": "服务器没有收下（{status}）：{detail}",
    "job-failed": "没有处理完：{detail}",
}

ENGLISH: Mapping[str, str] = {
    "drop": "Drop files of notices here, or",
    "choose": "Choose files",
    "kinds": "As many as you like: {suffixes}",
    "cancel": "Cancel what is not sent yet",
    "retry": "Try again",
    "clear": "Clear",
    "sending": "Sending file {n} of {total}",
    "stage-": "Received, waiting",
    "stage-locked": "The index is being written, waiting for that",
    "stage-read": "Reading {done} / {total}",
    "stage-encode": "Encoding {done} / {total}",
    "stage-write": "Writing the index {done} / {total}",
    "state-queued": "to be sent",
    "state-sending": "sending",
    "state-waiting": "waiting",
    "state-reading": "being read",
    "state-added": "added",
    "state-updated": "updated",
    "state-unchanged": "unchanged",
    "state-rejected": "not taken",
    "state-cancelled": "cancelled",
    "state-unknown": "outcome unknown",
    "done": "Done: {added} added, {updated} updated, {unchanged} unchanged, {rejected} not taken",
    "wrong-kind": "Files of this kind are not read ({suffix})",
    "empty-file": "The file is empty",
    "too-large": "The file is larger than the server takes",
    "too-many": "The server is busy and did not take all files. Try again in a while.",
    "network": "The server cannot be reached, not all files were sent. See whether it is "
    "running, and try again.",
    "silent": "The server does not answer just now; trying again…",
    "restarted": "The server was restarted, so the outcome is not known. Look into the list, "
    "and send again what is missing.",
    "refused": "The server did not take it ({status}): {detail}",
    "job-failed": "It was not finished: {detail}",
}


def zone_html(language: Language) -> Html:
    """Return the element that becomes the zone, and beside it the words of the script, not shown."""
    words = ENGLISH if language == "en" else CHINESE
    suffixes = sorted(SUFFIXES)
    kinds = words["kinds"].format(suffixes=" ".join(suffix.lstrip(".") for suffix in suffixes))
    spans = [
        element("span", text, class_=f"word word-{name}")
        for name, text in {**words, "kinds": kinds, "suffixes": ",".join(suffixes)}.items()
    ]
    if language == "zh":
        spans += [element("span", said, class_="reason", title=part) for part, said in IN_CHINESE]
    return joined([element("div", id="notices-zone"), element("div", *spans, id="notices-words")])
