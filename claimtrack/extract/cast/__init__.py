"""Who and what a document names: people, bodies, and how its noun phrases tell of them."""
