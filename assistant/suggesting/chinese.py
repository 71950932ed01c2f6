"""Questions in Chinese."""

from collections.abc import Sequence

from assistant.suggesting.told import VOLUME, Told
from corpus.notice import Task, Years
from corpus.places import Place

# What is done to things that are counted, as a question says it: 计划新建…多少个, 实际新建了多少个….
DONE = frozenset({"新认定", "新增", "净增", "新建", "培育", "引进", "改造"})
LEVELS = {"district": "区", "city": "市", "province": "省份"}


class Chinese:
    """Questions as one would ask them in Chinese."""

    def figure(self, told: Told) -> str:
        """Ask for a figure: 普陀区2016年计划新增众创空间多少家."""
        when = f"{told.name}{told.year}年"
        asked = _target(told) if told.figure.kind == "target" else _achieved(told)
        return f"{when}{asked}？"

    def coverage(self, of_places: Sequence[Told], years: Years) -> str:
        """Ask which places set targets: 2016–2018年哪些区提出了众创空间目标."""
        return f"{years}年哪些{_places(of_places)}提出了{of_places[0].indicator}目标？"

    def comparison(self, one: Told, other: Told) -> str:
        """Ask for the targets of two places: 普陀区和嘉定区2016年的众创空间目标有什么不同."""
        same = one.year == other.year
        first = one.name if same else f"{one.name}{one.year}年"
        asked = "有什么不同" if one.figure.action != other.figure.action else _which_is_more(one)
        return f"{first}和{other.name}{other.year}年的{one.indicator}目标{asked}？"

    def in_charge(self, place: Place, name: str, task: Task) -> str:
        """Ask who does a task: 虹口区成立天使俱乐部由谁负责，什么时候完成."""
        when = "，什么时候完成" if task.due_on else ""
        return f"{name}{task.text.rstrip('。；')}由谁负责{when}？"

    def of_office(self, place: Place, name: str, office: str) -> str:
        """Ask for the tasks of an office: 虹口区科委负责哪些任务."""
        return f"{name.removesuffix(office[:1])}{office}负责哪些任务？"

    def until(self, place: Place, name: str, year: int, month: int) -> str:
        """Ask what is to be done by then: 虹口区2015年6月底前要完成哪些工作."""
        return f"{name}{year}年{month}月底前要完成哪些工作？"

    def all_figures(self, place: Place, name: str, year: int) -> str:
        """Ask for all targets of a notice: 普陀区2016年有哪些量化目标."""
        return f"{name}{year}年有哪些量化目标？"

    def elsewhere(self, told: Told, place: Place) -> str:
        """Ask another place for a target: 徐汇区2016年高新技术企业的目标是多少."""
        return f"{place.name}{told.year}年{told.indicator}的目标是多少？"

    def notices(self) -> str:
        """Ask for the notices there are: 现在收录了哪些通知."""
        return "现在收录了哪些通知？"


def _places(told: Sequence[Told]) -> str:
    """Return what places are called together: 区, 区县, 市; 地方 where they are not alike."""
    levels = {one.level for one in told}
    if levels == {"district"} and any(one.place.name.endswith("县") for one in told):
        return "区县"
    return LEVELS[levels.pop()] if len(levels) == 1 else "地方"


def _target(told: Told) -> str:
    name, figure = told.indicator, told.figure
    if told.form == "growth":
        return f"{name}的增长目标是多少"
    if told.form != "count":
        return f"{name}的目标是多少"
    if figure.action in DONE and not _is_done_already(name):
        return f"计划{figure.action}{name}多少{figure.unit}"
    return f"{name}的目标是多少{figure.unit}"


def _achieved(told: Told) -> str:
    name, figure = told.indicator, told.figure
    if told.form == "growth":
        return f"{name}实际增长了多少"
    if told.form != "count":
        return f"{name}实际{'达到了' if told.form == 'amount' else '是'}多少"
    if VOLUME.search(name):
        return f"{name}实际达到了多少{figure.unit}"
    if _is_done_already(name):
        return f"{name}实际完成了多少{figure.unit}"
    done = f"{figure.action}了" if figure.action in DONE else "有"
    return f"实际{done}多少{figure.unit}{name}"


def _is_done_already(name: str) -> bool:
    """Return whether a name says what is done: 城镇新增就业, 城镇老旧小区改造."""
    return any(done in name for done in DONE)


def _which_is_more(told: Told) -> str:
    return "哪个更多" if told.form == "count" else "哪个更高"
