"""Question sets and rankings in the formats of others: BEIR, TREC, SQuAD, CSV."""
