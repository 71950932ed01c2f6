"""The index on disk: generations that are written once, verified when opened, and replaced whole.

A data folder's ``index/`` holds ``gen-<n>/`` folders, the file ``CURRENT`` that names the one in
use, and ``LOCK``. Nothing in a generation is ever changed, so readers keep working while the next
one is written, and a crash leaves the complete old or the complete new index.
"""
