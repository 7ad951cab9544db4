"""Files, folders, pages, feeds and addresses → documents.

Nothing heavy is imported here: trafilatura, pypdf, feedparser, httpx, lingua and dateparser are
imported when the first input needs them.
"""

from claimtrack.ingest.fetch import Fetched, Fetcher, HttpFetcher
from claimtrack.ingest.limits import IngestLimits
from claimtrack.ingest.reader import Reader, read_inputs

__all__ = ["Fetched", "Fetcher", "HttpFetcher", "IngestLimits", "Reader", "read_inputs"]
