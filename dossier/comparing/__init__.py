"""Comparing: where documents agree, differ and are silent, in which words."""
