"""Manifests of shipped models."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimtrack import models
from claimtrack.errors import ModelError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A model folder of two small files."""
    (tmp_path / "weights.bin").write_bytes(b"12345")
    (tmp_path / "config.json").write_text("{}")
    manifest = models.make_manifest(tmp_path, ["weights.bin", "config.json"], {"name": "small"})
    (tmp_path / models.MANIFEST).write_text(json.dumps(manifest))
    return tmp_path


def test_a_whole_model_has_no_problems(folder: Path) -> None:
    """Files as in the manifest verify."""
    assert models.verify(folder) == []


def test_changed_missing_and_cut_files_are_named(folder: Path) -> None:
    """Each file that is not what it was is named with what is wrong."""
    (folder / "weights.bin").write_bytes(b"12346")
    assert models.verify(folder) == ["weights.bin does not have the SHA-256 of the manifest"]
    (folder / "weights.bin").write_bytes(b"123")
    assert models.verify(folder) == ["weights.bin has 3 bytes instead of 5"]
    (folder / "weights.bin").unlink()
    assert models.verify(folder) == ["weights.bin is missing"]


def test_fingerprint_depends_on_contents_only(folder: Path) -> None:
    """Other facts in the manifest leave the fingerprint alone, other hashes change it."""
    before = models.fingerprint(folder)
    data = json.loads((folder / models.MANIFEST).read_text())
    data["name"] = "renamed"
    (folder / models.MANIFEST).write_text(json.dumps(data))
    assert models.fingerprint(folder) == before
    data["files"]["weights.bin"]["sha256"] = "0" * 64
    (folder / models.MANIFEST).write_text(json.dumps(data))
    assert models.fingerprint(folder) != before


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"files": {}}', '{"files": {"a": {}}}'])
def test_a_broken_manifest_is_one_clear_error(tmp_path: Path, text: str) -> None:
    """A manifest that cannot be read is a ModelError and not a stack of keys."""
    (tmp_path / models.MANIFEST).write_text(text)
    with pytest.raises(ModelError, match="cannot be read"):
        models.read_manifest(tmp_path)


def test_a_folder_without_manifest_is_no_model(tmp_path: Path) -> None:
    """A missing manifest is said to be missing."""
    with pytest.raises(ModelError, match=r"has no manifest\.json"):
        models.fingerprint(tmp_path)


def test_unknown_names_list_the_known(folder: Path) -> None:
    """Asking for a model that does not ship names those that do."""
    with pytest.raises(ModelError, match="no model named 'nothing'"):
        models.folder("nothing")
