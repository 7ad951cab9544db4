"""The web page: the queue, conflicts, audits and the JSON API. ``app.create_app`` makes it."""
