"""Who may do what: the one table of roles and permissions."""
