"""XML to a tree, with entities and the network off."""

from lxml import etree

from corpus.errors import UnreadableFile
from corpus.formats import limits


def tree(data: bytes) -> etree._Element:
    """Return the root of an XML document.

    :raises UnreadableFile: if it is no XML, declares entities, or is too large.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if error.code == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from error
        raise UnreadableFile(
            "The file is damaged: a part of it is no XML. Open it and save it again."
        ) from error
    if root.getroottree().docinfo.doctype:
        raise UnreadableFile("The file declares XML entities, as no notice does. Save it anew.")
    if sum(1 for _ in root.iter()) > limits.MAX_ELEMENTS * 10:
        raise UnreadableFile("The file holds too many elements. Split it.")
    return root


def name(element: etree._Element) -> str:
    """Return the name of an element without its namespace; empty for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: etree._Element | None, key: str) -> str | None:
    """Return the attribute of that name in whatever namespace (strict and transitional differ)."""
    if element is None:
        return None
    for found, value in element.attrib.items():
        if str(found).rpartition("}")[2] == key:
            return str(value)
    return None


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first descendant along the names; None if there is none."""
    for step in path:
        if element is None:
            return None
        element = next((each for each in element if name(each) == step), None)
    return element
