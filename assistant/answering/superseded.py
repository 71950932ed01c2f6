"""Notes on notices that an answer rests on and that a newer one counts instead of, or repeats."""

from collections.abc import Iterator, Sequence

from assistant.answers.answer import Language
from assistant.answers.draft import Draft
from assistant.answers.wording import notice_label, say
from corpus.notice import Related
from embeddings.archive.records import NoticeSummary

MOST_NOTES = 5


def superseded_notes(
    language: Language, draft: Draft, everything: Sequence[NoticeSummary]
) -> tuple[str, ...]:
    """Return what is to be known of the notices of an answer's rows and citations.

    Nothing is left out of the answer for it: the reader is told, and decides.
    """
    used = {row.notice_id for row in draft.rows} | {c.notice_id for c in draft.citations}
    by_id = {notice.notice_id: notice for notice in everything}
    notes = [
        note
        for notice in everything
        if notice.notice_id in used
        for note in _notes(language, notice, by_id, used)
    ]
    more = len(notes) - MOST_NOTES
    if more > 0:
        ending = say(language, f"另有 {more} 处类似情况。", f"{more} more cases of this kind.")
        return (*notes[:MOST_NOTES], ending)
    return tuple(notes)


def _notes(
    language: Language, notice: NoticeSummary, by_id: dict[str, NoticeSummary], used: set[str]
) -> Iterator[str]:
    label = notice_label(language, notice)
    for related in notice.related:
        other = by_id.get(related.notice_id)
        if other is None:
            continue
        if related.supersedes:
            yield _superseded(language, label, related, other)
        elif related.kind == "duplicate" and notice.notice_id < other.notice_id in used:
            yield say(
                language,
                f"{label}：{notice.notice_id} 与 {other.notice_id} 是同一份通知，内容相同，请勿重复计算。",
                f"{label}: {notice.notice_id} and {other.notice_id} are the same notice; "
                "do not count it twice.",
            )


def _superseded(language: Language, label: str, related: Related, other: NoticeSummary) -> str:
    named = _named(language, other)
    if related.kind == "repeals":
        return say(
            language,
            f"{label}：该通知已被{named}废止。",
            f"{label}: this notice is repealed by {named}.",
        )
    return say(
        language,
        f"{label}：该通知已被{named}取代。",
        f"{label}: this notice is superseded by {named}.",
    )


def _named(language: Language, notice: NoticeSummary) -> str:
    """Return a notice as 2018年的《…》（甲科〔2018〕9号）."""
    number = notice.document_number
    year = notice.issued_on.year if notice.issued_on else None
    if language == "en":
        known = ", ".join(filter(None, [number, str(year) if year else None]))
        return f"《{notice.title}》" + (f" ({known})" if known else "")
    title = notice.title if "《" in notice.title else f"《{notice.title}》"
    return (f" {year} 年的" if year else "") + title + (f"（{number}）" if number else "")
