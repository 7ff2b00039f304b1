"""Writes Word files: a copy of a package in which what was touched is new and all the rest is as it was."""
