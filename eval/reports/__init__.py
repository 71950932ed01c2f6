"""The 60 government reports of the question sets `reports.dev` and `reports.test`."""
