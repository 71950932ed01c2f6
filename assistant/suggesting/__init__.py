"""Questions that can be asked: what follows an answer, and what these notices invite to ask first.

They are made from the ledgers, and each is analysed as it will be when it is asked: what it is
understood to mean must be told by the notice that it was made from.
"""

from assistant.suggesting.first import examples
from assistant.suggesting.following import suggestions

__all__ = ["examples", "suggestions"]
