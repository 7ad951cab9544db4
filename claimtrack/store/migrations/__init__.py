"""How the schema came about, step by step; run by ``claimtrack.store.migrate``."""
