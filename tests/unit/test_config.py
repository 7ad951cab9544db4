"""Settings: precedence, origins, and one clear line for what can't be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack.config import Settings, load, nearest
from claimtrack.errors import ConfigError
from claimtrack.model import Relation


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for key in Settings.model_fields:
        monkeypatch.delenv(f"CLAIMTRACK_{key.upper()}", raising=False)
    (tmp_path / ".git").mkdir()


def test_flag_beats_environment_beats_file_beats_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each source overrules the ones below it, and its name is told."""
    (tmp_path / "claimtrack.toml").write_text(
        'store = "sqlite:///a.db"\nthreshold = 0.1\nmax_pairs_per_claim = 3\n'
    )
    monkeypatch.setenv("CLAIMTRACK_THRESHOLD", "0.2")
    monkeypatch.setenv("CLAIMTRACK_MAX_PAIRS_PER_CLAIM", "4")
    loaded = load({"threshold": 0.3, "nli": None}, directory=tmp_path)
    assert loaded.settings.threshold == 0.3
    assert loaded.settings.max_pairs_per_claim == 4
    assert loaded.settings.store == "sqlite:///a.db"
    assert loaded.settings.nli == "default"
    assert loaded.origins["threshold"] == "flag --threshold"
    assert loaded.origins["max_pairs_per_claim"] == "environment CLAIMTRACK_MAX_PAIRS_PER_CLAIM"
    assert loaded.origins["store"] == "claimtrack.toml"
    assert loaded.origins["nli"] == "default"


def test_pyproject_table_is_read_from_a_subfolder(tmp_path: Path) -> None:
    """A run inside a checkout finds the table in the pyproject.toml above it."""
    (tmp_path / "pyproject.toml").write_text("[tool.claimtrack]\nmin-score = 0.5\n")
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    loaded = load(directory=deep)
    assert loaded.settings.min_score == 0.5
    assert loaded.origins["min_score"] == "../../pyproject.toml"


def test_pyproject_without_our_table_is_passed_over(tmp_path: Path) -> None:
    """Another tool's pyproject.toml does not end the search for our own file."""
    (tmp_path / "claimtrack.toml").write_text("no_cache = true\n")
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    assert load(directory=inner).settings.no_cache is True


def test_search_ends_at_the_checkout(tmp_path: Path) -> None:
    """A file above the root of a checkout belongs to something else."""
    (tmp_path / "claimtrack.toml").write_text("no_cache = true\n")
    checkout = tmp_path / "checkout"
    (checkout / ".git").mkdir(parents=True)
    assert load(directory=checkout).settings.no_cache is False


def test_relative_store_in_a_file_is_beside_that_file(tmp_path: Path) -> None:
    """The store of a project is the same one from whichever folder the command is run."""
    (tmp_path / "claimtrack.toml").write_text('store = "claims"\n')
    inner = tmp_path / "inner"
    inner.mkdir()
    assert Path(load(directory=inner).settings.store) == tmp_path / "claims"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("treshold = 1\n", "unknown key 'treshold'; the nearest known key is 'threshold'"),
        ("threshold = 2\n", "claimtrack.toml: threshold: Input should be less than or equal to 1"),
        ("threshold = \n", "claimtrack.toml can't be read as TOML"),
        ('fail_on = ["update"]\n', "an update is no conflict"),
    ],
)
def test_bad_file_gives_one_line(tmp_path: Path, text: str, wanted: str) -> None:
    """A mistake in the file is told in one line that names it and the way out."""
    (tmp_path / "claimtrack.toml").write_text(text)
    with pytest.raises(ConfigError) as caught:
        load(directory=tmp_path)
    assert wanted in str(caught.value)
    assert "\n" not in str(caught.value)


def test_misspelt_variable_is_an_error_and_foreign_ones_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A near miss in the environment is told; a variable of someone else's is left alone."""
    monkeypatch.setenv("CLAIMTRACK_POSTGRES_FOR_TESTS", "x")
    load(directory=tmp_path)
    monkeypatch.setenv("CLAIMTRACK_TRESHOLD", "0.5")
    with pytest.raises(ConfigError, match="did you mean CLAIMTRACK_THRESHOLD"):
        load(directory=tmp_path)


def test_bad_flag_is_named_as_typed(tmp_path: Path) -> None:
    """The message names the flag, not the field behind it."""
    with pytest.raises(ConfigError, match=r"^flag --fail-on: .*'disputes'"):
        load({"fail_on": "disputes"}, directory=tmp_path)


@pytest.mark.parametrize("given", ["disput", "reversal,disput", "update"])
def test_fail_on_names_what_is_allowed(tmp_path: Path, given: str) -> None:
    """A typing error, and the relation that is no flag, are answered with the three flags."""
    with pytest.raises(ConfigError) as caught:
        load({"fail_on": given}, directory=tmp_path)
    message = str(caught.value)
    assert "dispute, reversal, self-contradiction" in message
    assert f"'{given.split(',')[-1]}'" in message
    assert "'update'" not in message or given == "update"


def test_missing_config_file_is_an_error(tmp_path: Path) -> None:
    """A file that was asked for and isn't there is never passed over in silence."""
    with pytest.raises(ConfigError, match="no configuration file"):
        load(file=tmp_path / "none.toml", directory=tmp_path)


def test_settings_built_by_hand_ignore_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library caller gets what was written, whatever the environment holds."""
    monkeypatch.setenv("CLAIMTRACK_THRESHOLD", "0.9")
    assert Settings().threshold is None


def test_fail_on_reads_words_and_lists() -> None:
    """A flag's comma list and a file's list mean the same."""
    wanted = (Relation.DISPUTE, Relation.SELF_CONTRADICTION)
    assert Settings(fail_on="dispute, self-contradiction").fail_on == wanted  # type: ignore[arg-type]
    assert Settings(fail_on=["dispute", "self-contradiction"]).fail_on == wanted  # type: ignore[arg-type]


def test_nearest_key_is_none_for_noise() -> None:
    """Nothing is proposed where nothing is alike."""
    assert nearest("zzzzzz") is None
    assert nearest("min-scor") == "min_score"


def test_what_the_linter_reads_is_beside_its_file(tmp_path: Path) -> None:
    """Paths, patterns and the baseline start from the folder of the file, wherever it is run."""
    (tmp_path / "claimtrack.toml").write_text(
        'paths = ["handbook", "https://ledger.example/a"]\nignore = ["drafts/"]\n'
        'baseline = "known.json"\n[[sources]]\nfiles = "ledger/"\ndate = 2031-05-02\n'
    )
    inner = tmp_path / "inner"
    inner.mkdir()
    settings = load(directory=inner).settings
    assert settings.root == tmp_path
    assert settings.paths == (str(tmp_path / "handbook"), "https://ledger.example/a")
    assert settings.ignore == ("drafts/",)
    assert settings.baseline == tmp_path / "known.json"
    assert str(settings.sources[0].date) == "2031-05-02"


def test_the_baseline_of_the_usual_name_is_used(tmp_path: Path) -> None:
    """It needs no mention, and where it came from is told."""
    assert load(directory=tmp_path).settings.baseline is None
    (tmp_path / "claimtrack-baseline.json").write_text("{}")
    loaded = load(directory=tmp_path)
    assert loaded.settings.baseline == tmp_path / "claimtrack-baseline.json"
    assert loaded.origins["baseline"] == "default (it is there)"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('[[sources]]\nfile = "x"\n', "unknown key 'file' in sources; the nearest known key is"),
        ('[[sources]]\nfiles = "x"\ndate = "%q"\n', "sources.0.date"),
        ('[[sources]]\noutlet = "x"\n', "sources.0.files: Field required"),
        ("paths = 3\n", "paths"),
    ],
)
def test_a_mistake_in_a_source_is_one_line(tmp_path: Path, text: str, wanted: str) -> None:
    """The key inside the table is named, and the nearest one."""
    (tmp_path / "claimtrack.toml").write_text(text)
    with pytest.raises(ConfigError) as caught:
        load(directory=tmp_path)
    assert wanted in str(caught.value)
    assert "\n" not in str(caught.value)


def test_commands_use_the_other_cores_and_python_does_not_unless_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A library starts no processes behind its caller's back."""
    assert Settings().workers == 0
    monkeypatch.setattr("claimtrack.config.available_cores", lambda: 4)
    loaded = load(directory=tmp_path)
    assert (loaded.settings.workers, loaded.origins["workers"]) == (3, "default")
    (tmp_path / "claimtrack.toml").write_text("workers = 1\n")
    assert load(directory=tmp_path).settings.workers == 1
