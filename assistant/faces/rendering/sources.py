"""Where a claim stands, as one line."""

from assistant.answers.answer import Citation
from assistant.faces.rendering.labels import Labels

PATH = " › "


def reference(citation: Citation, labels: Labels) -> str:
    """Return a citation as one line: title, issuer, number, date, section, page."""
    parts = (
        citation.title or labels.unknown_title,
        citation.issuer,
        citation.document_number,
        citation.issued_on.isoformat() if citation.issued_on else None,
        PATH.join(citation.section_path),
        *labels.place_of(citation),
    )
    return " · ".join(part for part in parts if part)
