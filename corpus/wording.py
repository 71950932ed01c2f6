"""A notice that was understood in simplified characters, in the words of its text."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.notice import Notice, Passage, Section, Target, Task


def as_written(notice: Notice, text: str) -> Notice:
    """Return the notice with what it quotes as the text has it.

    The text, passages, quotes, headings, the title, and the words and values of figures are as they
    are written; names of offices, document numbers and other values that are compared with those of
    other notices stay in simplified characters.

    :param text: what `notice.text` is the simplified form of, character by character.
    """
    if text == notice.text:
        return notice
    restorer = _Restorer(notice.text, text)
    headings = dict(restorer.headings(notice.sections))
    return replace(
        notice,
        text=text,
        title=restorer.title(notice),
        sections=tuple(_section(section, headings) for section in notice.sections),
        passages=tuple(restorer.passage(passage, headings) for passage in notice.passages),
        targets=tuple(map(restorer.target, notice.targets)),
        tasks=tuple(map(restorer.task, notice.tasks)),
    )


@dataclass(frozen=True, slots=True)
class _Restorer:
    """Finds words of the simplified text and gives those that stand there in the written one."""

    simple: str
    written: str

    def words(self, words: str, start: int, end: int) -> str:
        """Return the words as they are written; themselves if they do not stand between the two."""
        at = self.simple.find(words, start, end)
        return self.written[at : at + len(words)] if at >= 0 else words

    def spread(self, words: str, start: int, end: int) -> str:
        """Return words that stand between the two with other characters among them, such as line ends."""
        written, at = "", start
        for char in words:
            at = self.simple.find(char, at, end) + 1
            if not at:
                return words
            written += self.written[at - 1]
        return written

    def title(self, notice: Notice) -> str:
        for reading in notice.readings:
            if reading.field == "title" and reading.start is not None and reading.end is not None:
                return self.spread(notice.title, reading.start, reading.end)
        return self.words(notice.title, 0, len(self.simple))

    def headings(self, sections: tuple[Section, ...]) -> Iterator[tuple[str, str]]:
        for section in sections:
            if section.heading:
                yield section.heading, self.words(section.heading, section.start, section.end)

    def passage(self, passage: Passage, headings: dict[str, str]) -> Passage:
        path = tuple(headings.get(heading, heading) for heading in passage.section_path)
        text = self.words(passage.text, passage.start, passage.end)
        return replace(passage, text=text, section_path=path)

    def target(self, target: Target) -> Target:
        start, end = target.start, target.end
        return replace(
            target,
            indicator_text=self.words(target.indicator_text, start, end),
            comparator_text=self.words(target.comparator_text, start, end),
            value=self.words(target.value, start, end),
            quote=self.words(target.quote, start, end),
        )

    def task(self, task: Task) -> Task:
        text = self.words(task.text, task.start, task.end)
        return replace(task, text=text, quote=self.words(task.quote, task.start, task.end))


def _section(section: Section, headings: dict[str, str]) -> Section:
    path = tuple(headings.get(heading, heading) for heading in section.path)
    return replace(section, heading=headings.get(section.heading, section.heading), path=path)
