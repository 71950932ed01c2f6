"""Small documents of Word, workbooks and archives, made for tests of what is read of them."""

import io
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN}.document.main+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{MAIN}.numbering+xml"/>'
    f'<Override PartName="/word/footnotes.xml" ContentType="{MAIN}.footnotes+xml"/></Types>'
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
ROOT = f'{RELATIONS}<Relationship Id="r1" Type="{RELATION}/officeDocument" Target="word/document.xml"/></Relationships>'
OF_MAIN = (
    f'{RELATIONS}<Relationship Id="r1" Type="{RELATION}/numbering" Target="numbering.xml"/>'
    f'<Relationship Id="r2" Type="{RELATION}/footnotes" Target="footnotes.xml"/></Relationships>'
)
# 一、 / （一） / 1.
LEVELS = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))


def packed(parts: dict[str, str | bytes]) -> bytes:
    """Return a ZIP archive of the parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def docx(body: str, *notes: str, **more: str | bytes) -> bytes:
    """Return a DOCX file with a body of WordprocessingML, footnotes 1, 2 … and other parts."""
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
        for depth, (style, pattern) in enumerate(LEVELS)
    )
    numbers = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    footnotes = "".join(
        f'<w:footnote w:id="{number}">{p(note)}</w:footnote>'
        for number, note in enumerate(notes, 1)
    )
    separator = f'<w:footnote w:type="separator" w:id="0">{p("――")}</w:footnote>'
    return packed(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": ROOT,
            "word/_rels/document.xml.rels": OF_MAIN,
            "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
            "word/numbering.xml": numbers,
            "word/footnotes.xml": f"<w:footnotes {W}>{separator}{footnotes}</w:footnotes>",
            **more,
        }
    )


def p(text: str = "", depth: int | None = None, runs: str = "") -> str:
    """Return a paragraph: its text, its depth in the list of the document, further runs."""
    number = (
        ""
        if depth is None
        else f'<w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    )
    return f"<w:p>{number}{r(text) if text else ''}{runs}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Return a run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def footnote(number: int) -> str:
    """Return the mark in the text that refers to a footnote."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def tbl(*rows: str) -> str:
    """Return a table."""
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def tc(text: str = "", columns: int = 1, merge: str = "") -> str:
    """Return a cell; `merge` is restart or continue where it is merged with those below, above."""
    spans = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    merged = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return f"<w:tc><w:tcPr>{spans}{merged}</w:tcPr>{''.join(map(p, text.split('|')))}</w:tc>"
