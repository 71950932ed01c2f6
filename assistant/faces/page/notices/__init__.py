"""The tab of the notices."""

from assistant.faces.page.notices.tab import SCRIPT, STYLE, NoticesTab

__all__ = ["SCRIPT", "STYLE", "NoticesTab"]
