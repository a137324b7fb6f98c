"""What visitors see: the published version of each entry, when it becomes public and where it moved."""
