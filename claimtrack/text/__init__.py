"""Helpers that several stages share; they import the model only."""
