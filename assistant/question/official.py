"""A question in the words of notices, where a spoken turn has one official form."""

import re

# (不是科委、科技局) says what is not asked.
NOT_ASKED = re.compile(
    r"[（(](?:而?不是|不含|不包括|不算|除了|not|except|excluding)[^（()）]{0,40}[)）]",
    re.IGNORECASE,
)
# R&D 经费占 GDP 的 is written without blanks.
ABBREVIATION = "(?<![A-Za-z])[A-Z][A-Z&]{1,5}(?![A-Za-z])"
BLANK_BESIDE = re.compile(
    rf"(?<=[\u4e00-\u9fff])[ \t]+(?={ABBREVIATION})|(?<=[A-Z&][A-Z])[ \t]+(?=[\u4e00-\u9fff])"
)
# 平均每一万个居民手上要有多少项发明 is the indicator 每万人发明.
PER_TEN_THOUSAND = re.compile(
    r"(?:平均)?(?:每)?(?:一|1)?万(?:个|名|位)?(?:常住)?(?:人口|人|居民|市民|老百姓|百姓)"
    r"(?:手上|手里|当中|之中|里|中)?[^，。？?；]{0,6}?(?:拥有|有)?(?:多少|几)(?:个|项|件)?(?=(?:有效)?(?:发明|专利))"
)


def in_official_words(question: str) -> str:
    """Return the question without what it says is not asked, its figures per head as indicators.

    What is asked moves behind the indicator: 每万人发明多少.
    """
    question = BLANK_BESIDE.sub("", NOT_ASKED.sub(" ", question))
    match = PER_TEN_THOUSAND.search(question)
    if match is None:
        return question
    asked = re.match(r"(?:有效)?(?:发明专利|发明|专利)(?:拥有量)?", question[match.end() :])
    rest = question[match.end() + (asked.end() if asked else 0) :]
    return f"{question[: match.start()]}每万人口发明专利拥有量多少{rest}"
