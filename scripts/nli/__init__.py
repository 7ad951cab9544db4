"""Helpers of scripts/train_nli.py, scripts/export_nli.py and scripts/bench_nli.py."""
