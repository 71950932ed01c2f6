"""What the ledgers' part of the page says, in Chinese and in English."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from assistant.answers.answer import Language

View = Literal["matrix", "timeline", "figures", "tasks", "calendar"]
VIEWS: tuple[View, ...] = get_args(View)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language; `filters` are by the names of the filters and of other choices."""

    language: Language
    views: Mapping[View, str]
    about: Mapping[View, str]
    filters: Mapping[str, str]
    all: str
    target: str
    achieved: str
    nothing: str
    clear: str
    before: str
    after: str
    download: str
    matrix: str
    silent: str
    not_chosen: str
    place_not_chosen: str
    left_out: str
    unknown_year: str
    series: str
    rows: str
    many_rows: str
    shown: str
    task_count: str
    due: str
    year: str
    month: str
    month_of_year: str
    undated: str
    no_deadline: str
    supporting: str
    notice: str
    goals: str
    measure: str
    none: str
    unmatched: str
    without: str
    similar: str
    no_figures: str
    no_tasks: str
    no_place: str
    between: str
    colon: str


CHINESE = Words(
    language="zh",
    views={
        "matrix": "地区 × 年份",
        "timeline": "一地历年",
        "figures": "数据",
        "tasks": "任务",
        "calendar": "任务日历",
    },
    about={
        "matrix": "同一指标、同一口径，各地各年写了多少。点数字看原文。",
        "timeline": "一个地区历年的目标和完成情况，写得最多的指标在前。小图里一个数字一个点。点数字看原文。",
        "figures": "通知里写明的每一个数字。点数字看原文，点列名排序。",
        "tasks": "写明责任单位的每一项任务。点任务看原文，点列名排序。",
        "calendar": "任务按完成时间排列。点任务看原文。",
    },
    filters={
        "places": "地区",
        "year_from": "起始年份",
        "year_to": "截止年份",
        "years": "年份",
        "indicator": "指标",
        "kind": "类别",
        "measure": "口径",
        "place": "地区",
        "responsible": "责任单位",
        "due_before": "完成时间不晚于",
    },
    all="全部",
    target="目标",
    achieved="已完成",
    nothing="在范围内，没有这样的数字",
    clear="清除筛选",
    before="上一页",
    after="下一页",
    download="下载全部",
    matrix="{found} 个地区有数字",
    silent="{silent} 个在范围内但没有",
    not_chosen="没有选指标，先看一个常见的",
    place_not_chosen="没有选地区，先看收录最多的",
    left_out="{years} 年另有 {figures} 个数字，选年份可以看到",
    unknown_year="年份不明",
    series="{series} 项指标和口径",
    rows="共 {rows} 条",
    many_rows="超过 {rows} 条",
    shown="显示第 {first}–{last} 条",
    task_count="{tasks} 项",
    due="各年要完成的任务",
    year="{year} 年",
    month="{month} 月",
    month_of_year="{year} 年 {month} 月",
    undated="没有日期",
    no_deadline="没有写明完成时间",
    supporting="配合：",
    notice="通知",
    goals="计划年份",
    measure="{action}（{unit}）",
    none="没有符合这些条件的内容。",
    unmatched="{name}“{value}”：所有通知里都没有。",
    without="去掉“{name}”就有 {count} 条。",
    similar="名称相近的指标：{names}。",
    no_figures="收录的通知里没有数字。",
    no_tasks="收录的通知里没有写明责任单位的任务。",
    no_place="收录的通知里没有能认出地区的数字和任务。",
    between="、",
    colon="：",
)

ENGLISH = Words(
    language="en",
    views={
        "matrix": "Places × years",
        "timeline": "One place",
        "figures": "Figures",
        "tasks": "Tasks",
        "calendar": "Calendar",
    },
    about={
        "matrix": "One indicator, measured one way: what each place says for each year. "
        "Choose a figure to read its source.",
        "timeline": "Goals and results of one place through the years, what is stated most often "
        "first; in the small pictures a dot is a figure. Choose a figure to read its source.",
        "figures": "Every figure that the notices state. Choose a figure to read its source, "
        "a heading to sort.",
        "tasks": "Every task that names who is responsible. Choose a task to read its source, "
        "a heading to sort.",
        "calendar": "Tasks by the day on which they are due. Choose a task to read its source.",
    },
    filters={
        "places": "Places",
        "year_from": "From year",
        "year_to": "To year",
        "years": "Years",
        "indicator": "Indicator",
        "kind": "Kind",
        "measure": "Measured as",
        "place": "Place",
        "responsible": "Responsible",
        "due_before": "Due by",
    },
    all="All",
    target="target",
    achieved="achieved",
    nothing="in scope, without such a figure",
    clear="Clear filters",
    before="Back",
    after="Next",
    download="Download all",
    matrix="places with a figure: {found}",
    silent="in scope without one: {silent}",
    not_chosen="no indicator is chosen, this is a frequent one",
    place_not_chosen="no place is chosen, of this one there is most",
    left_out="{figures} figures of {years} are shown when these years are chosen",
    unknown_year="no year",
    series="{series} lines, one for each indicator and way to measure it",
    rows="{rows} in all",
    many_rows="more than {rows}",
    shown="shown: {first}–{last}",
    task_count="tasks: {tasks}",
    due="Tasks due each year",
    year="{year}",
    month="{month}",
    month_of_year="{year}-{month:02}",
    undated="No date",
    no_deadline="No deadline is stated",
    supporting="with: ",
    notice="Notice",
    goals="Year of plan",
    measure="{action}, {unit}",
    none="Nothing matches these filters.",
    unmatched="{name} “{value}”: in no notice.",
    without="Without “{name}” there are {count}.",
    similar="Indicators of a similar name: {names}.",
    no_figures="The notices hold no figures.",
    no_tasks="The notices hold no tasks that name who is responsible.",
    no_place="The notices hold no figures and no tasks of a place that is known.",
    between=", ",
    colon=": ",
)


def words_for(language: str) -> Words:
    """Return the words of a language; Chinese unless English is asked for."""
    return ENGLISH if language == "en" else CHINESE
