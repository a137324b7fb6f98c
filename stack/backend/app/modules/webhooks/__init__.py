"""Tells other programs what happened here: signed, retried, logged, and never into a private network."""
