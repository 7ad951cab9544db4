"""Contrast pairs in news style for training the NLI model: a generator by construction.

`topics_*.py` hold what is said (propositions by subject, in a small line language), `grammar.py`
reads them, the `layer_*.py` modules build pairs whose label follows from the construction,
`balance.py` samples them so that neither side alone nor overlap gives the label away, `audit.py`
measures that, `real.py` takes neutral pairs from real reports, and `stories.py`
makes pairs of what many mouths say on one event (`stories/*.jsonl`, written by hand).
"""
