"""The words of a question that carry its subject, once the words of asking are taken away."""

import re

# Words of asking, of intent and of form, in the order longest first; none says what is asked about.
ASKING = re.compile(
    r"请问|请|告诉我|我想知道|帮我|一下|想了解|查一下|介绍|说明|"
    r"是多少|有多少|多少|是什么|有什么|什么时候|什么|为什么|哪些|哪几个|哪几|哪个|哪一|哪里|哪|几个|几家|几项|几份|谁|如何|怎么样|怎样|怎么|"
    r"是否|有没有|能不能|是不是|可以|能够|吗|呢|吧|了|的|地|得|和|与|及|在|对|把|被|为|于|从|到|向|有|是|要|将|会|都|也|就|"
    r"大概|大约|差不多|搞|列出|列举|全部|所有|量化|数字|科技工作|目标|指标|计划|打算|准备|提出了?|设定了?|设立了?目标|制定了?目标|规定|提到|涉及|关于|方面|内容|情况|工作要点|文件|通知|要求|"
    r"每年|全年|今年|当年|年内|年|度|数量|分别|各自|一共|总共|具体|主要|相关|区里|区县|各区|各地|地方|"
    r"[，。？?！!、,.;；:：“”\"'《》（）()\[\]\s]",
)
ENGLISH_ASKING = frozenset(
    """
    a about act aim aims all an and any are area as at be been by can cities city companies
    company could did district districts do document documents does each enterprise enterprises
    figure figures for from get give goal goals has have how i in innovation is it its kind
    large list many me mention mentions more most much new notice notices number numbers of on
    or over percent percentage plan planned plans please provide quantitative say says scale
    science set sets shall share should show so some target targets technology tell than that
    the their them there there's they this to total under up was what when where which who whom
    why will with would year years you zone
    """.split()  # noqa: SIM905 - a list of words is for reading
)


def subject_of(question: str, spans: list[tuple[int, int]]) -> str:
    """Return what is left of a Chinese question without the given stretches and words of asking."""
    kept = list(question)
    for start, end in spans:
        kept[start:end] = " " * (end - start)
    words = ASKING.sub(" ", "".join(kept)).split()
    # A single character left over between words of asking (2016年…中) says nothing.
    return " ".join(word for word in words if len(word) > 1)


def english_words(question: str) -> list[str]:
    """Return the English words of a question that carry its subject, in lower case."""
    found = re.findall(r"[A-Za-z][A-Za-z0-9&+-]+", question)
    return [word.lower() for word in found if word.lower() not in ENGLISH_ASKING]
