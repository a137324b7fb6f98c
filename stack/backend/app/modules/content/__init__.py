"""Pages: Markdown in, safe HTML out, drafts and published."""
