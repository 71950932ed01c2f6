"""The tables of `notices.sqlite`.

The row number of a passage is its row in the vector and in the keyword index. Tuples are JSON;
a period is two columns. The long text of a notice has a table of its own, so that listing the
notices does not read it.
"""

SCHEMA = """
CREATE TABLE notices (
    row INTEGER PRIMARY KEY,
    notice_id TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    title TEXT NOT NULL,
    issuer TEXT,
    document_number TEXT,
    issued_on TEXT,
    first_year INTEGER,
    last_year INTEGER,
    place TEXT,
    warnings TEXT NOT NULL,
    passages INTEGER NOT NULL,
    targets INTEGER NOT NULL,
    tasks INTEGER NOT NULL
);
CREATE TABLE texts (
    notice_id TEXT PRIMARY KEY REFERENCES notices (notice_id),
    text TEXT NOT NULL,
    sections TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE passages (
    row INTEGER PRIMARY KEY,
    passage_id TEXT NOT NULL,
    notice_id TEXT NOT NULL REFERENCES notices (notice_id),
    section_path TEXT NOT NULL,
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    first_year INTEGER,
    last_year INTEGER
);
CREATE TABLE targets (
    row INTEGER PRIMARY KEY,
    notice_id TEXT NOT NULL REFERENCES notices (notice_id),
    place TEXT,
    year INTEGER,
    indicator TEXT NOT NULL,
    indicator_text TEXT NOT NULL,
    kind TEXT NOT NULL,
    action TEXT NOT NULL,
    comparator TEXT NOT NULL,
    value TEXT NOT NULL,
    number TEXT NOT NULL,
    unit TEXT NOT NULL,
    target_year INTEGER,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    quote TEXT NOT NULL
);
CREATE TABLE tasks (
    row INTEGER PRIMARY KEY,
    notice_id TEXT NOT NULL REFERENCES notices (notice_id),
    place TEXT,
    year INTEGER,
    text TEXT NOT NULL,
    responsible TEXT NOT NULL,
    supporting TEXT NOT NULL,
    deadline TEXT,
    due_on TEXT,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    quote TEXT NOT NULL
);
CREATE INDEX passages_of ON passages (notice_id, first_year, last_year);
CREATE INDEX targets_of ON targets (notice_id);
CREATE INDEX targets_by_indicator ON targets (indicator);
CREATE INDEX tasks_of ON tasks (notice_id);
"""
