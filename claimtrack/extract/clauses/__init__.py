"""A unit's parse taken apart into propositions, each with its chain of sources."""
