"""What people do with what was found: a queue, decisions, threads."""
