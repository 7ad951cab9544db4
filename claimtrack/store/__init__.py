"""Documents, claims, vectors, conflicts and decisions in SQL."""
