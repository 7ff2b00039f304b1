"""Mends documents: chooses the edits that findings bring and writes them into Markdown and Word files."""
