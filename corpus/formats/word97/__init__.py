"""Documents of Word 97 to 2003 (DOC, and WPS, which is the same), per [MS-DOC]."""

from corpus.formats.word97.document import read

__all__ = ["read"]
