"""One folder per domain; modules speak through each other's service, never through models."""
