"""Describes the API, once, while its image is built: OpenAPI's models would be 8 MiB of every process."""
