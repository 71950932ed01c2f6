"""Retrieval alone: a collection of others searched with kewen's parts, or a ranking of others judged."""
