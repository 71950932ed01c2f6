"""What of a page belongs to the website: its menus, its buttons, the way to the page, what ends it."""

import re

# Words that stand on the furniture of government websites, never in the sentences of a notice.
FURNITURE = re.compile(
    r"(?:验证码|全部评论|发表评论|网站首页|首页|返回顶部|返回首页|分享到?[:：]?|扫一扫.*|收藏|打印|更多>*|地图|"
    r"无障碍.*|(?:上|下)一篇.*|【?(?:打印|关闭)(?:本页|窗口|页面)?】?(?:\s*【?(?:打印|关闭)(?:本页|窗口|页面)?】?)*|"
    r"版权所有.*|主办单位.*|(?:主办|承办|技术支持)[:：].*|网站标识码.*|Produced By.*|Copyright.*|文件原文[:：].*|"
    r"(?:政策解读|政策原文|相关政策|相关链接|相关文章|相关附件|咨询电话)[:：].*|最新更新.*|(?:您的|您现在的|当前|你的|现在的)位置.*|"
    r".{0,30}今天是.*|(?:您好[，,])?欢迎(?:您|访问|光临|来到).*|.{2,24}(?:门户网站|政府网|政府网站|政务网|信息网|信息公开(?:目录|平台|专栏)?))",
    re.IGNORECASE,
)
# Furniture that ends a page: what follows in short lines is furniture too.
PAGE_END = re.compile(
    r"打印本页|打印\s*关闭|关闭窗口|关闭本页|版权所有|验证码|全部评论|文件原文|Produced By|ICP备|主办单位|网站标识码|"
    r"扫一扫",
    re.IGNORECASE,
)
ATTACHED_FILE = re.compile(
    r"\.(?:tif|pdf|docx?|wps|xlsx?|jpg|png|zip|rar|ceb|ofd)\s*$", re.IGNORECASE
)
TABLE_ROW = re.compile(r"[|｜](?=[^\d\n]{0,200}\d)")
SEPARATOR = re.compile(r"\||｜|>>|»|&gt;")
# 政务公开 > 规范性文件, the way to a page; a comparison has figures.
WAY = re.compile(
    r"[\u4e00-\u9fff]{2,12}(?:[^\S\n]{0,3}[>＞›][^\S\n]{0,3}[\u4e00-\u9fff]{2,15}){1,7}[^\S\n]{0,3}[>＞›]?"
)
ROW_OF_LINKS = re.compile(r"[\u4e00-\u9fff]{2,8}(?:[^\S\n]{1,6}[\u4e00-\u9fff]{2,8}){2,12}")
# A row of them names at least two of these.
SECTION_OF_SITE = re.compile(
    "首页|公开|服务|办事|互动|新闻|资讯|动态|概况|走进|专题|专栏|要闻|政策|数据|信息|机构|简体|繁体"
)
# 第一章 总则…………1: a line of the contents, with its page.
LEADER = re.compile(r"[….·．]{3,200}[^\S\n]{0,3}[（(]?[^\S\n]{0,3}\d{1,4}[^\S\n]{0,3}[）)]?$")
CONTENTS = re.compile(r"目[^\S\n]{0,9}[录次]$")
SHORT_LINE = 40


def is_furniture(line: str) -> bool:
    """Return whether a line belongs to the website, not to the notice that stands on it."""
    if not any(char.isalnum() for char in line):
        return True
    if len(line) <= SHORT_LINE and FURNITURE.fullmatch(line):
        return True
    return is_navigation(line) or ATTACHED_FILE.search(line) is not None


def is_navigation(line: str) -> bool:
    """Return whether the line is a row of short links: 网站首页 | 最新报道 | 图片新闻.

    A row of a Markdown table with a number in it is none: | 技术合同成交额 | 120亿元 |.
    """
    if TABLE_ROW.match(line):
        return False
    parts = [part.strip() for part in SEPARATOR.split(line)]
    if len(parts) >= 3 and all(len(part) <= 12 for part in parts):
        return True
    links = ROW_OF_LINKS.fullmatch(line) and len(SECTION_OF_SITE.findall(line)) >= 2
    return bool(links or WAY.fullmatch(line))
