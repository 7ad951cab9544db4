"""The NLI port: which model reads a pair of statements, and what is kept of its answers."""
