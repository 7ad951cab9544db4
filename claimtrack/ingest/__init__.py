"""Files, pages and feeds become documents."""
