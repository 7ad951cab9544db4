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
import claimtrack.text.parse, claimtrack.candidates.embed, claimtrack.judge.nli
claimtrack.text.parse.SpacyParser.parse = shut
claimtrack.candidates.embed.SentenceTransformerEmbedder._model = property(shut)
claimtrack.judge.nli.load_nli = shut
result = Claimtrack(Settings(store="none", cache_dir="cache")).audit(["articles"])
sys.stdout.buffer.write(json_.render(result).encode())
heavy = {"torch", "spacy", "transformers", "sentence_transformers"} & set(sys.modules)
assert not heavy, heavy
"""


def test_a_second_run_loads_no_model_and_says_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All comes from the cache, and the report is the same to the byte, timing aside."""
    monkeypatch.chdir(tmp_path)
    Path("articles").mkdir()
    for name, text in ARTICLES.items():
        Path("articles", name).write_text(text)
    first = Claimtrack(Settings(store="none", cache_dir=Path("cache"))).audit(["articles"])
    assert len(first.conflicts) == 1
    done = subprocess.run([sys.executable, "-c", SECOND], capture_output=True)
    assert done.returncode == 0, done.stderr.decode()

    def untimed(text: str) -> list[str]:
        before, _, rest = text.partition('"timing": {')
        return [before, rest.partition("}")[2]]

    assert untimed(done.stdout.decode()) == untimed(json_.render(first))
