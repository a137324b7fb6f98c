"""Who may act: users, passwords, sessions, the first administrator."""
