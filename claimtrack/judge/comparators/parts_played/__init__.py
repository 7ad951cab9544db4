"""Comparators of who did it, to whom, where, and why."""
