"""What a quantity of a clause counts, and what happens to it."""

from corpus.figures.items import Item
from corpus.figures.phrases import (
    NOTHING,
    RATIOS,
    Counted,
    phrase_after,
    phrase_before,
    phrase_of_verb,
)
from corpus.figures.quantities import comparator_before
from corpus.figures.verbs import leading_action
from corpus.figures.words import (
    CHANGE,
    LEVEL,
    LIGHT_ACTIONS,
    MEASURE_NOUN,
    MEASURES,
    MONEY,
    QUALIFIED,
    QUALIFIER,
    SUBSIDY,
)
from corpus.thesaurus import canonical

# Names that say themselves that what they count is new: 城镇新增就业.
GROWN = ("城镇新增", "新增")


def counted_by(item: Item, subject: Counted, carried: str, *, alone: bool) -> Counted:
    """Return what the item counts; no phrase if it counts nothing that a plan would."""
    if "分别" in item.left or (not alone and _is_bare(item)):
        here = phrase_before(item.left.rpartition("分别")[2], item.quantity.unit)
        return _named(here.phrase or subject.phrase, here.action or carried, item)
    subsidy = SUBSIDY.match(item.right)
    if subsidy and item.quantity.unit in MONEY:
        return Counted(subsidy[1], "发放")
    if item.right.startswith("的"):
        return _attribute(item)
    before = phrase_before(item.left, item.quantity.unit)
    after = phrase_after(item.right) if _may_follow(item, before) else NOTHING
    if after.phrase:
        action = _action_before(item.left, before) or carried
        light = action in LIGHT_ACTIONS
        return _named(after.phrase, after.action or action if light else action, item)
    if QUALIFIER.match(before.phrase) and subject.phrase:
        return _named(QUALIFIED.sub("", subject.phrase), before.action or carried, item)
    if before.phrase.startswith("占") and subject.phrase:
        return _named(subject.phrase, before.action or "占比", item)
    if before.phrase:
        return _named(before.phrase, before.action or carried, item)
    own = phrase_of_verb(item.left)
    return _named(own or subject.phrase, before.action or carried or subject.action, item)


def _action_before(left: str, before: Counted) -> str:
    """Return the action of the main verb: of a clause ending in 的 that is its first, else its last."""
    leading = leading_action(left)
    return leading or before.action if left.rstrip().endswith("的") else before.action or leading


def _is_bare(item: Item) -> bool:
    """Return whether the quantity stands alone between list marks: …25.1%和26.3%."""
    return not item.left.strip() and not item.right.strip()


def _may_follow(item: Item, before: Counted) -> bool:
    """Return whether what is counted may stand after the quantity, and not before it."""
    left = item.left.rstrip()
    if not item.right.strip() or CHANGE.search(left):
        return False
    if left.endswith(("的", "等")) or not before.phrase:
        return True
    return item.quantity.unit not in MEASURES and canonical(before.phrase) is None


def _attribute(item: Item) -> Counted:
    """Return the measure of something named after it: 总面积为19.45平方公里的核心功能区."""
    level = LEVEL.search(item.left.rstrip())
    before = phrase_before(item.left, item.quantity.unit)
    if not (level and level.group()) and not MEASURE_NOUN.search(before.phrase):
        return NOTHING
    return Counted(before.phrase, "占比" if item.quantity.unit in RATIOS else "总数")


def _named(phrase: str, action: str, item: Item) -> Counted:
    if item.quantity.unit in RATIOS and (
        not action or (phrase.endswith("率") and action == "数量")
    ):
        return Counted(phrase, "占比")
    if not action and (canonical(phrase) or phrase).startswith(GROWN):
        return Counted(phrase, "新增")
    bounded = comparator_before(item.left.rstrip())[1]
    return Counted(phrase, action or ("总数" if bounded else "数量"))
