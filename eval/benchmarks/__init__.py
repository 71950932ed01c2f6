"""Speed beside a peer, in the same run; one command each."""
