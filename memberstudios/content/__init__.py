"""Markdown, pictures and documents that people hand in: bytes in, safe values and problems out."""
