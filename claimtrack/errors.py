"""What can go wrong, as one tree; each message is one line that says how to mend it.

ClaimtrackError
├── InputError            an article, feed, folder or address that can't be read
│   └── UnsupportedLanguage   the text is not English
├── ConfigError           a setting that can't be used
├── ModelError            a model that can't be loaded or whose labels can't be read
├── StoreError            the store can't be opened, or is damaged
│   ├── StoreMissing          a reading command found no store
│   └── SchemaMismatch        the store was made by another version
├── DecidedMeanwhile      another reviewer decided on what is being decided on
└── FixtureError          an expectation that can't be found in its corpus
"""

from __future__ import annotations


class ClaimtrackError(Exception):
    """The base of every error that claimtrack raises on purpose; exit code 2 in the CLI."""


class InputError(ClaimtrackError):
    """An article, feed, folder or address that can't be read."""


class UnsupportedLanguage(InputError):
    """The text is not English; it is reported, never taken for clean."""


class ConfigError(ClaimtrackError):
    """A setting that can't be used."""


class ModelError(ClaimtrackError):
    """A model that can't be loaded, or whose labels can't be read."""


class StoreError(ClaimtrackError):
    """The store can't be opened, or is damaged."""


class StoreMissing(StoreError):
    """A command that only reads found no store; it creates none."""


class SchemaMismatch(StoreError):
    """The store was made by another version; the message names the command that upgrades it."""


class DecidedMeanwhile(ClaimtrackError):
    """Somebody decided on the same thing after it was shown; nothing was recorded.

    ``last`` is the number of the newest decision: give it to decide all the same.
    """

    def __init__(self, message: str, last: int) -> None:
        super().__init__(message)
        self.last = last


class FixtureError(ClaimtrackError):
    """An expectation whose text is not in its corpus, or is there twice."""
