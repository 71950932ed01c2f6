"""Notices that would do something if the page took their text for more than text."""

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    '<img src="https://evil.example/a.png">',
    "<svg onload=alert(3)></svg>",
    '<svg><a xlink:href="javascript:alert(4)"><text>点</text></a></svg>',
    '<a href="javascript:alert(5)">点击</a>',
    "<iframe src=https://evil.example></iframe>",
    '<form action="https://evil.example"><input name=q><button>提交</button></form>',
    "<style>@import url(https://evil.example/b.css);</style>",
    '<link rel=stylesheet href="https://evil.example/c.css">',
    "<div style=\"background:url('https://evil.example/d.png')\">底</div>",
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    '<base href="https://evil.example/">',
    "<object data=https://evil.example></object>",
    "<video src=https://evil.example onerror=alert(6)></video>",
    "<details open ontoggle=alert(7)>开</details>",
    "</div></td></table></body><h1>出界</h1>",
    "<!-- 注释 --><b>粗</b>",
    "![图](https://evil.example/e.png)",
    "[点击](javascript:alert(8))",
    "$$\\href{javascript:alert(9)}{x}$$",
    "```mermaid graph TD; A-->B; click A alert(10) ```",
    "${alert(11)}{{constructor.constructor('alert(12)')()}}",
    "&lt;script&gt;alert(13)&lt;/script&gt;",
    "<<a>script>alert(14)<</a>/script>",
    "'\"><img src=x onerror=alert(15)>",
    "|甲|乙| |---|---| |<img src=x onerror=alert(16)>|",
    "\u202e反向\u202c\u200b零宽\u2066隔离\u2069",
    '=HYPERLINK("https://evil.example","点")',
    "<template><script>alert(17)</script></template><math><mtext><img src=x onerror=alert(18)>",
)
PLACES = [
    "黄浦区",
    "徐汇区",
    "长宁区",
    "静安区",
    "普陀区",
    "虹口区",
    "杨浦区",
    "闵行区",
    "宝山区",
    "嘉定区",
    "浦东新区",
    "金山区",
    "松江区",
    "青浦区",
    "奉贤区",
    "崇明区",
    "海曙区",
    "江北区",
    "北仑区",
    "镇海区",
    "鄞州区",
    "奉化区",
    "余姚市",
    "慈溪市",
    "象山县",
    "宁海县",
    "西湖区",
    "拱墅区",
    "滨江区",
    "萧山区",
]


def write_notices(folder):
    """Write a notice for each of them: in its title, a heading, its text and the name of its file."""
    for number, (payload, place) in enumerate(zip(PAYLOADS, PLACES, strict=True), start=1):
        name = payload.replace("/", "⁄").replace("\x00", "")[:60]
        text = (
            f"{place}科学技术委员会关于印发{payload}2016年科技工作要点的通知\n\n"
            f"一、{payload}培育主体\n"
            f"    力争新认定高新技术企业{number}家{payload}，推进众创空间建设。\n"
            f"（一）{payload}\n"
            f"    （责任单位：{payload}科技科；完成时间：2016年6月底前）建成众创空间{number}家。\n"
        )
        (folder / f"{number:02} {name}.txt").write_text(text, encoding="utf-8")
