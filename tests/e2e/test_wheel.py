"""The wheel, built from the sources and used in a clean environment outside the checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LIMIT = 95_000_000
"""Bytes that the wheel may have, the weights included."""

ARTICLES = {
    "ledger.txt": "---\npublisher: Ledger\ndate: 2026-03-02\n---\n"
    "The Orvale dam broke on Monday. Mayor Ada Brandt said that 12 people died in the flood.\n",
    "courier.txt": "---\npublisher: Courier\ndate: 2026-03-02\n---\n"
    "The Orvale dam did not break on Monday. Police chief Ivo Lehn said that nobody died in "
    "the flood.\n",
}


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment that holds the wheel; its dependencies are those of this one."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT],
        check=True,
        capture_output=True,
    )
    [wheel] = folder.glob("*.whl")
    assert wheel.stat().st_size <= LIMIT
    env = folder / "env"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", env], check=True)
    [site] = (env / "lib").glob("python*/site-packages")
    # A .pth line adds a folder without reading that folder's own .pth files, so an editable
    # install of the checkout does not come along.
    (site / "dependencies.pth").write_text(sysconfig.get_paths()["purelib"])
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--no-deps", "--target", site, "--quiet", wheel],
        check=True,
        capture_output=True,
    )
    return env


def run(env: Path, code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run Python code in the clean environment, in ``folder``."""
    variables = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    return subprocess.run(
        [env / "bin" / "python", "-c", code],
        cwd=folder,
        env={**variables, "XDG_CACHE_HOME": str(folder / "cache")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_wheel_audits_articles(clean: Path, tmp_path: Path) -> None:
    """Models, schemas and calibration are in the wheel: it flags a real conflict."""
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(text)
    code = (
        "import sys, claimtrack; print(claimtrack.__file__, file=sys.stderr);"
        "from claimtrack.cli import main;"
        "sys.argv = ['claimtrack', 'audit', 'ledger.txt', 'courier.txt', '--format', 'json'];"
        "main()"
    )
    done = run(clean, code, tmp_path)
    assert done.returncode == 1, done.stderr
    assert str(clean) in done.stderr
    assert json.loads(done.stdout)["conflicts"]


def test_the_wheel_makes_and_migrates_a_store(clean: Path, tmp_path: Path) -> None:
    """The migrations are in the wheel."""
    code = (
        "import sys; from claimtrack.cli import main;"
        "sys.argv = ['claimtrack', '--store', 'kept', 'init']; main()"
    )
    done = run(clean, code, tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "kept" / "claimtrack.db").is_file()


def test_the_wheel_has_the_table_of_opposites_with_its_notice(clean: Path, tmp_path: Path) -> None:
    """WordNet's table is found in the wheel, and its notice stands beside it and with ours."""
    code = (
        "from importlib.metadata import files; from importlib.resources import files as package;"
        "from claimtrack.judge.lexicon.antonyms import opposites_of;"
        "assert 'undamaged' in opposites_of('damaged', 'a');"
        "notice = (package('claimtrack.judge.lexicon') / 'antonyms.LICENSE').read_text();"
        "[ours] = [f for f in files('claimtrack')"
        "          if f.name == 'antonyms.LICENSE' and '.dist-info' in str(f)];"
        "assert 'Princeton University' in notice and ours.read_text() == notice"
    )
    done = run(clean, code, tmp_path)
    assert done.returncode == 0, done.stderr
