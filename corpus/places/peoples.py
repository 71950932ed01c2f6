"""The peoples that autonomous prefectures and counties are named after."""

import re

PEOPLES = re.compile(
    r"(?:柯尔克孜|塔吉克|哈萨克|达斡尔|鄂温克|鄂伦春|景颇|哈尼|傈僳|布依|土家|拉祜|纳西|布朗|仡佬|仫佬|毛南|保安|东乡|裕固|撒拉|锡伯|蒙古|"
    r"朝鲜|各|壮|苗|侗|彝|白|傣|藏|羌|回|满|瑶|黎|畲|佤|怒|水|土|独龙|普米)族"
)
