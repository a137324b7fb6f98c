"""Who did what: every event, kept for a year."""
