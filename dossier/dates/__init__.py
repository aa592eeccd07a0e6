"""Dates that claim no more than was said: EDTF read, reckoned and put into words."""
