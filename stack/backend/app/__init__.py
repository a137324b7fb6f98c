"""The CMS of one client: a modular monolith behind one HTTP port."""
