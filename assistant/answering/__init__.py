"""From a query to an answer: which notices, which evidence, which kind of answer.

The kinds of answers in `answers/` are pure functions of evidence; this is where it comes from.
"""

from assistant.answering.answerer import Answerer

__all__ = ["Answerer"]
