"""Where an article's text is prose, and the units of it that are parsed."""
