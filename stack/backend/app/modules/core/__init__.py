"""What every module stands on: settings, database, errors, logs, health. Knows no other module."""
