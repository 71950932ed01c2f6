"""What a ZIP archive is: a document of a word processor or a workbook."""

from corpus.errors import UnreadableFile
from corpus.formats.archives import Parts
from corpus.formats.extracted import Extracted


def read(data: bytes) -> Extracted:
    """Return the text of a DOCX or XLSX file.

    :raises UnreadableFile: if the archive is neither, or grows too large.
    """
    parts = Parts(data)
    if "xl/workbook.xml" in parts.names or any(name.startswith("xl/") for name in parts.names):
        from corpus.formats import workbook

        return workbook.read(data, parts)
    if "word/document.xml" in parts.names or any(name.startswith("word/") for name in parts.names):
        from corpus.formats import wordml

        return wordml.read_parts(parts)
    if any(name.startswith("ppt/") for name in parts.names):
        raise UnreadableFile("The file is a presentation (PPTX). Save it as PDF.")
    if "OFD.xml" in parts.names:
        raise UnreadableFile("The file is OFD, which is not read. Save it as PDF or DOCX.")
    raise UnreadableFile("The file is an archive, no document. Unpack it and index what it holds.")
