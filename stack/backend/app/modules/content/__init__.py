"""Types, entries and terms: what people write and how it is checked. Visitors see none of it before
publishing has made it public."""
