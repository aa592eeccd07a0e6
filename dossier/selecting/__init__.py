"""Selecting: which events a reader asked for, and how many each further choice would leave."""
