"""What people say of answers: a thumb, a correction. It is kept, and becomes evaluation questions."""

from assistant.feedback.record import CATEGORIES, Category, Feedback, Verdict
from assistant.feedback.store import FeedbackStore

__all__ = ["CATEGORIES", "Category", "Feedback", "FeedbackStore", "Verdict"]
