"""Resting: which sentences print a number that a figure no longer has."""
