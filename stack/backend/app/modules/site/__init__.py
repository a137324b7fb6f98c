"""The public site: its settings and what a visitor sees."""
