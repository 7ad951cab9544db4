"""Pairs of statements become assessments."""
