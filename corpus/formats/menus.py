"""The parts of a web page that are menus, by their markup and by how much of them is links."""

import re
from dataclasses import dataclass

from lxml import etree

_DROPPED = (
    "script style noscript template nav footer iframe object embed svg canvas button input select "
    "textarea option map audio video link meta title head del"
)
DROPPED = frozenset(_DROPPED.split())
_BLOCKS = "ul ol dl div td table section aside header p center"
BLOCKS = frozenset(_BLOCKS.split())
NAMED = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navi|menu|footer|foot|share|bdsharebuttonbox|search|login|qrcode|ewm|toolbar|"
    r"sidebar|crumbs?|breadcrumb)(?:$|[\s_-])",
    re.IGNORECASE,
)
HIDDEN = re.compile(r"display\s{0,3}:\s{0,3}none", re.IGNORECASE)
FILE = re.compile(r"\.(?:docx?|wps|pdf|xlsx?|ofd|zip|rar|tiff?|jpe?g|png|et|ceb)\b", re.IGNORECASE)
OF_NOTICE = re.compile("[。；]|附件|〔\\d{4}〕")
FEWEST_LINKS = 4
MOSTLY = 0.6
LONGEST_NAMED_SHARE = 0.3


@dataclass(slots=True)
class _Weight:
    """How much text an element holds, how much of it in links, and whether it may be a notice."""

    text: int = 0
    linked: int = 0
    links: int = 0
    kept: bool = False


def menus(root: etree._Element) -> frozenset[etree._Element]:
    """Return the elements that are dropped whole; what holds most of the page is never one."""
    weights = _weights(root)
    whole = max(weights[root].text, 1)
    return frozenset(
        element for element, weight in weights.items() if _is_menu(element, weight, whole)
    )


def _is_menu(element: etree._Element, weight: _Weight, whole: int) -> bool:
    if HIDDEN.search(element.get("style") or "") or element.get("hidden") is not None:
        return weight.text * 2 < whole
    if weight.kept or element.tag not in BLOCKS:
        return False
    named = NAMED.search(f"{element.get('class') or ''} {element.get('id') or ''}"[:200])
    if named and weight.text < LONGEST_NAMED_SHARE * whole:
        return True
    return weight.links >= FEWEST_LINKS and weight.linked > MOSTLY * weight.text


def _weights(root: etree._Element) -> dict[etree._Element, _Weight]:
    """Return the weight of every element, the innermost weighed first."""
    weights: dict[etree._Element, _Weight] = {}
    for element in reversed(list(root.iter())):
        weight = _Weight()
        if element.tag not in DROPPED:
            _add_own(weight, element)
            for each in element:
                _add_child(weight, weights[each], each.tail or "")
            if element.tag == "a":
                weight.linked, weight.links = weight.text, 1
        weights[element] = weight
    return weights


def _add_own(weight: _Weight, element: etree._Element) -> None:
    text = element.text or ""
    weight.text += len("".join(text.split()))
    target = element.get("href") or ""
    weight.kept = bool(OF_NOTICE.search(text) or FILE.search(target[-200:]))


def _add_child(weight: _Weight, child: _Weight, tail: str) -> None:
    weight.text += child.text + len("".join(tail.split()))
    weight.linked += child.linked
    weight.links += child.links
    weight.kept = weight.kept or child.kept or bool(OF_NOTICE.search(tail))
