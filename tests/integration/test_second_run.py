"""An unchanged corpus is not judged again, and loads no model."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from claimtrack import Claimtrack, Settings
from claimtrack.report import json_

ARTICLES = {
    "one.md": "---\npublisher: Ledger\ndate: 2031-05-02\n---\n"
    "The Orvale dam broke on Monday, Mayor Ada Brandt said.\n",
    "two.md": "---\npublisher: Courier\ndate: 2031-05-02\n---\n"
    "The Orvale dam did not break on Monday, engineer Ivo Lehn said.\n",
}
# Run apart, with every way to a model shut, so that nothing loaded by other tests helps.
SECOND = """
import sys
from claimtrack import Claimtrack, Settings
from claimtrack.report import json_
def shut(*args, **more):
    raise AssertionError("a model was loaded")
import claimtrack.text.parse, claimtrack.candidates.embed, claimtrack.judge.nli.models
claimtrack.text.parse.SpacyParser.parse = shut
claimtrack.candidates.embed.SentenceTransformerEmbedder._model = property(shut)
claimtrack.judge.nli.models.load_nli = shut
from claimtrack.pipeline import Pipeline
Pipeline.compare = shut
result = Claimtrack(Settings(store="store", cache_dir="cache")).audit(["articles"])
sys.stdout.buffer.write(json_.render(result).encode())
heavy = {"torch", "spacy", "transformers", "sentence_transformers"} & set(sys.modules)
assert not heavy, heavy
"""


def again() -> str:
    """A second run, in a process of its own; what it prints."""
    done = subprocess.run([sys.executable, "-c", SECOND], capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def untimed(text: str) -> list[str]:
    """A report without how long each step took."""
    before, _, rest = text.partition('"timing": {')
    return [before, rest.partition("}")[2]]


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Claimtrack:
    """A facade in a folder with two articles that contradict each other, and no store yet."""
    monkeypatch.chdir(tmp_path)
    Path("articles").mkdir()
    for name, text in ARTICLES.items():
        Path("articles", name).write_text(text)
    return Claimtrack(Settings(store="store", cache_dir=Path("cache")))


def test_a_second_run_loads_no_model_and_says_the_same(app: Claimtrack) -> None:
    """All comes from the cache, and the report is the same to the byte, timing aside."""
    first = app.audit(["articles"])
    assert len(first.conflicts) == 1
    assert untimed(again()) == untimed(json_.render(first))


def test_so_does_one_beside_a_store_until_the_store_changes(app: Claimtrack) -> None:
    """What is stored is compared with as well: once, and again where it is another."""
    Path("stored.md").write_text(
        "---\npublisher: Gazette\ndate: 2031-05-03\n---\n"
        "The Orvale dam did not break, the fire service of Orvale said.\n"
    )
    app.ingest(["stored.md"])
    first = app.audit(["articles"])
    assert {document.outlet for document in first.documents} == {"Ledger", "Courier", "Gazette"}
    assert untimed(again()) == untimed(json_.render(first))
    with app.store() as store:
        [stored] = store.documents(path="stored.md")
        store.delete_documents([stored.document.id])
    other = app.audit(["articles"])
    assert {document.outlet for document in other.documents} == {"Ledger", "Courier"}
