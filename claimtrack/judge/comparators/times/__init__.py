"""Comparators of days, hours and lengths of time."""
