"""The small closed classes of words that stand around a quantity in an official clause."""

import re

# What a verb of policy means for a count: the action, then the verbs that say it.
VERBS_OF_ACTION = {
    "新认定": "新认定 认定 新评定",
    "新增": "新增 增加 新增备案 新登记 新开工 新划定 新开通",
    "净增": "净增",
    "新建": "新建 新设 建成 建设 共建 建立 打造 设立 设置 创建 创办 筹建 组建 改扩建 改建 开工建设 布局",
    "改造": "改造 新建改造 建设改造 改造提升 修缮 治理 整治 打通",
    "培育": "新培育 培育扶持 扶持培育 培育 扶持 孵化 发展 壮大 孵育",
    "引进": "引进 新引进 引育 集聚 招引 吸引 招聘",
    "申报": "申报 申请",
    "承接": "承接 承担",
    "评选": "评选 表彰",
    "遴选": "遴选出 遴选 筛选 选派 选树",
    "备案": "备案 入库",
    "组织": "组织",
    "开展": "开展 举办 召开",
    "实施": "实施",
    "投入": "投入 安排 落实 拨付",
    "完成": "完成",
    "实现": "实现 取得 获得 获批 挂牌 争创",
    "走访": "走访",
    "跟踪": "跟踪",
    "总结": "总结",
    "转化": "转化",
    "推动": "推动 推进 谋划 启动",
    "支持": "支持 帮助",
    "服务": "服务 惠及 覆盖",
    "发放": "发放 提供 给予 予以",
    "储备": "储备",
    "运行": "运行",
    "总数": "突破 保持 拥有 累计 现有",
    "签订": "签订 签约",
    "培训": "培训",
    "征集": "征集 收集",
    "办理": "办理 查处 化解 制定 出台 修订",
    "带动": "带动 拉动 撬动",
    "筹集": "筹集 募集",
}  # fmt: skip
ACTION_OF_VERB = {
    verb: action for action, verbs in VERBS_OF_ACTION.items() for verb in verbs.split()
}
LONGEST_FIRST = sorted(ACTION_OF_VERB, key=len, reverse=True)
# 创新设立 is no 新设.
VERB = re.compile(rf"(?!(?<=创)新)(?:{'|'.join(LONGEST_FIRST)})")
# Verbs that only frame another: 完成…建设 builds, 推进…认定 recognises.
LIGHT_ACTIONS = frozenset({"完成", "推动", "实施", "开展", "实现", "数量"})
# A verb before one of these is part of a noun if a noun stands before it: 公共服务平台, 专利申请量.
NOUN_TAIL = re.compile(
    r"业|平台|机构|中心|基地|量|额|率|费|资金|专项|区|用地|水平|力度|指数|能力|体系|收入|人数|面积|券|经费|强度|规模|综合体|贸易|外包|站"
)
# Verb and tail make a noun even at the start of a phrase.
ALWAYS_NOUN = re.compile(
    r"增加值|孵化面积|建成区|建设用地|服务业|发展水平|申[请报]量|转化率|支持资金|扶持资金|发展资金"
)
# What may stand between a verb and the noun before it without making them one word.
BREAK = re.compile(r"[、，,和及与并将再\s]$")

# Words of time and intent before a noun phrase; some of them also begin nouns (重点实验室, 引导基金).
INTENT = re.compile(
    r"^(?:全年|年内|今年|去年|上年|当年|本年|上半年|下半年|每年|每三年|力争|力促|争取|预计|计划|确保|努力|积极|着力|大力|加快|进一步|鼓励|"
    r"全市|全区|全县|全省|我区|我市|我县|我省|本市|本区|其中|同时|到?\d{4}年底?|力度|年均|同口径|按可比价格?(?:计算)?|按不变价格?(?:计算)?|扣除价格因素|[一两三四五]年(?:年均|平均|$)|的|各级各类|各类|至少|加大对|或|与|把|"
    r"继续(?!教育)|引导(?!基金)|试点(?!项目|单位|企业|示范|[城区街])|并(?![网购])|再(?![生制])|以(?!上)|对(?![外口])|"
    r"在(?![校线建册研役])|共(?![享建同性用])|使(?!用)"
    r"|到?“?十[一二三四五]五”?(?:期?末|时期|期间)"
    rf"|重点(?={'|'.join(LONGEST_FIRST)}))+"
)
# A clause that only says when: 到年底，科技型中小企业达到581家.
TIME_ONLY = re.compile(
    r"\s{0,9}(?:预计|力争)?(?:到|截至|截止到?|至)?(?:今年|本年|明年|(?:19|20)\d{2}年|“?十[一二三四五]五”?)?(?:年?[底末]|期末|[上下]半年|\d{1,2}月底?)?前?\s{0,9}"
)
# The same behind a noun phrase: 中等收入群体比例力争(达到42%).
TRAILING = re.compile(
    r"(?:各自?|均|力争|争取|确保|预计|累计|平均|总体|年内|全年|首次|将|要|仅|拟|再){1,3}$"
)
CHANGE = re.compile(
    r"(?:[比较](?:上年|去年|前年|上年度|上年同期|“[^“”]{1,8}”末?|\d{4}年末?|年初)|同比|环比|年均|人均|[月年]均?|累计|力争|要){0,4}的?"
    r"(?P<verb>增长|提高|提升|增加|上升|回升|(?<![新净])增|提|升|下降|降低|减少|压减|精简|缩减|降)"
    r"(?P<to>到|至|为)?了?(?:不低于|不少于|超过|达到?|约|近)?$"
)
FALLING = frozenset({"下降", "降低", "减少", "压减", "精简", "缩减", "降"})
LEVEL = re.compile(
    r"的?(?:分别|均|各|将|已|累计|共计?|合计|总计){0,3}(?:达到|达|为|是|保持在|稳定在|控制在|突破|超过|不低于|不少于|约|近|有|在|至|到|至少|超|逾|"
    r"发展到|发展至|增至|扩大到|壮大到|冲刺|力保|[≥≤＞＜><=＝]){0,3}$"
)
COUNT_NOUN = re.compile(r"(?:总数量?|数量|家数|户数|(?<=[业构台目])数)(?:力争|累计|要|将){0,2}$")
# Units of amounts and shares: no thing stands behind them as it does behind 20家.
MEASURES = frozenset({"%", "‰", "个百分点", "百分点", "元", "美元", "人民币", "倍", "成", "人次"})
# 其中国家级1家 is one of what was counted before.
QUALIFIER = re.compile(r"(?:国家|部|省|市|区|县|镇|校)级(?:以上)?$")
QUALIFIED = re.compile(r"^(?:国家|部|省|市|区|县|镇|校)级(?:以上)?")
MONEY = frozenset({"元", "美元", "人民币"})
# 给予50万元的一次性奖励 counts what is given.
SUBSIDY = re.compile(r"的?(?:资金|一次性|专项|财政|配套){0,2}(奖励|补贴|补助|资助|扶持|支持|贴息)")
# 总规模10亿元的基金, 总投资5亿元的项目: a measure of what follows.
MEASURE_NOUN = re.compile(r"(?:规模|投资|面积|产值|额|收入|资金|长度|容量)$")
# Actions of shares, which no count takes over.
SHARE_ACTIONS = frozenset({"占比", "增长率", "下降率", "提高", "下降"})
# Actions that a list hands on from one clause to the next: 新建实验室1家，研究院3家.
LEVELS = SHARE_ACTIONS | {"总数", "数量"}
# A noun phrase after a quantity ends before one of these; if it begins with one, it is no noun.
PREDICATE = re.compile(
    r"进行|给予|予以|确立|参加|参与|达到|纳入|完成|开展|实现|通过|享受|加快|全面|进入|荣[登获]|开工|竣工|建成|投产|交付|按期|"
    r"正式|顺利|陆续|位居|同比|年均|增长|比上年|较上年|获[得批评]|入选|落户|签约|办结|提前|用于|列入|得到|被|成为|入围|力争|已|全部|(?<=.)(?:上市|挂牌)$"
)
PREDICATE_AT_START = re.compile(
    r"[居列占比较为是以并已将均全]|左右|以内|排名|和|及|与|提高|下降|提升|减少"
)
# 建设 after a noun names the doing, not the thing: 完成3家创新驿站建设, 10万平方米载体的储备.
NOMINALISED = re.compile(
    r"的?(建设|培育|认定|储备|申报|备案|引进|改造|(?:培育)?工作|(?:建设)?任务|进展|建设进展|力度)$"
)
GROWING = re.compile(r"(?:稳中有升|稳步增长|持续增长|取得.{0,20}|不断.{0,20}|翻[一两]?番)$")
# What may stand behind a name without being part of it, where what is left is a known indicator.
AFTER_NAME = re.compile(
    r"(?:总量|总数|数量|存量|保有量|规模|家数|户数|个数|年内|年末|年底|全年|累计|实现|有望|翻[一两]?番|力争|达到|突破|冲刺|力保|保持){1,4}$"
)
# What is left of brackets, labels and list marks before a noun phrase: 【目标】, ）, *.
JUNK = re.compile(r"^(?:[【\[][^】\]]{0,20}[】\]]|[（(）)【】\[\]》」”|*#•·◆●▪:：\s])+")
