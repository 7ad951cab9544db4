"""What one statement tells: of whom, what, when, where, and how. Knows no pair's verdict."""
