"""Briefings as files: what slides and handout share."""
