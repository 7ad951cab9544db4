"""Claims become pairs that may speak of one event."""
