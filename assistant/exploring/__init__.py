"""The ledgers for those who would rather look than ask: records in, tables out."""

from assistant.exploring.calendar import Calendar, Month, Undated, calendar, in_order_of_days
from assistant.exploring.figures import Measure, Stated, kinds, stated
from assistant.exploring.matrix import Matrix, matrix
from assistant.exploring.speakers import Speaker, speakers
from assistant.exploring.timeline import Series, Timeline, timeline

__all__ = [
    "Calendar",
    "Matrix",
    "Measure",
    "Month",
    "Series",
    "Speaker",
    "Stated",
    "Timeline",
    "Undated",
    "calendar",
    "in_order_of_days",
    "kinds",
    "matrix",
    "speakers",
    "stated",
    "timeline",
]
