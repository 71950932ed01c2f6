"""What one file may cost. A notice needs far less; a file made to do harm would take all."""

MAX_TEXT_BYTES = 20_000_000
MAX_BYTES = 100_000_000
MAX_CHARACTERS = 20_000_000
MAX_PAGES = 2_000
MAX_SCANNED_PAGES = 200
MAX_PIXELS = 80_000_000
MEMORY_BYTES = 3 << 30
RETIRE_BYTES = 600 << 20
FILE_BYTES = 64 << 20
SECONDS = 60
# A page of a scan takes about a second, three where the machine is busy.
SCAN_SECONDS = 600
PAGE_SECONDS = 60
# What the picture of a page may cost, which somebody waits for: A4 at 144 dpi has two million pixels.
PICTURE_PIXELS = 4_000_000
PICTURE_SECONDS = 20
MAX_ARCHIVE_FILES = 2_000
MAX_UNPACKED_BYTES = 200_000_000
MAX_RATIO = 100
# Small parts of honest files pack better than any ratio allows: a sheet of equal cells.
RATIO_COUNTS_FROM = 10_000_000
MAX_SHEETS = 100
MAX_CELLS = 2_000_000
MAX_ROWS = 200_000
MAX_MERGED = 20_000
MAX_ELEMENTS = 1_000_000
