"""The peoples that autonomous prefectures and counties are named after."""

import re

# Some stand without 族: 伊犁哈萨克自治州; 内蒙古自治区 is called by no shorter name.
PEOPLES = re.compile(
    r"(?:柯尔克孜|塔吉克|哈萨克|达斡尔|鄂温克|鄂伦春|锡伯|(?<!内)蒙古)族?(?=自治|[\u4e00-\u9fff]{1,6}自治)"
    r"|(?:景颇|哈尼|傈僳|布依|土家|拉祜|纳西|布朗|仡佬|仫佬|毛南|保安|东乡|裕固|撒拉|"
    r"朝鲜|各|壮|苗|侗|彝|白|傣|藏|羌|回|满|瑶|黎|畲|佤|怒|水|土|独龙|普米)族"
)
