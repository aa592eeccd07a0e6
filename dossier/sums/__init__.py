"""Sums: checks over figures, evaluated safely and put into words."""
