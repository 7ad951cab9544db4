"""The HTML report: one file that needs no network, to read, search and print."""
