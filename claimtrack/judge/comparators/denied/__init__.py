"""Comparators of what one side denies and the other tells."""
