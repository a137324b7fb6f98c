"""The media library: files judged by their content, pictures in sizes, who uses what."""
