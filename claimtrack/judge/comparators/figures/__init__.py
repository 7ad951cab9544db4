"""Comparators of figures: counts, amounts, ages, results, lags, shares."""
