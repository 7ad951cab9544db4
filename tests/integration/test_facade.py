"""The facade with the real models: audit, store, scan, search, explain."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack.bootstrap import Claimtrack
from claimtrack.candidates.apart import EmbedderApart
from claimtrack.config import Settings
from claimtrack.errors import InputError, StoreMissing
from claimtrack.judge.nli.cache import CachedNli
from claimtrack.judge.nli.lazy import LazyNli
from claimtrack.model import Document, Relation

BROKE = Document(
    outlet="Ledger",
    path="broke.txt",
    text="The Orvale dam was damaged by Tuesday's explosion, Mayor Ada Brandt said.",
)
HELD = Document(
    outlet="Courier",
    path="held.txt",
    text="There was no damage to the Orvale dam, police chief Ivo Lehn said.",
)
OTHER = Document(
    outlet="Courier", path="other.txt", text="Shares in Lumen Rail rose by two percent on Friday."
)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A store and a cache of their own."""
    return Settings(store=str(tmp_path / "store"), cache_dir=tmp_path / "cache")


def write(folder: Path, *documents: Document) -> list[str]:
    """Put documents into files with front matter."""
    paths = []
    for document in documents:
        path = folder / str(document.path)
        path.write_text(f"---\npublisher: {document.outlet}\n---\n{document.text}\n")
        paths.append(str(path))
    return paths


def test_two_articles_that_disagree_are_a_dispute_with_both_holders(settings: Settings) -> None:
    """Who says what is kept, the quotes are exact, and nothing is stored."""
    result = Claimtrack(settings).audit_documents([BROKE, HELD, OTHER])
    [conflict] = result.conflicts
    assert conflict.relation is Relation.DISPUTE
    assert {conflict.a.holder.name, conflict.b.holder.name} == {"Ada Brandt", "Ivo Lehn"}
    texts = {document.id: document.text for document in result.documents}
    for claim in result.claims:
        assert texts[claim.document][claim.start : claim.end] == claim.quote
    assert not Path(settings.store).exists()


def test_a_second_audit_judges_no_pair_and_loads_no_nli(settings: Settings) -> None:
    """Scores come from the cache, and the result is the same but for the timing."""
    first = Claimtrack(settings).audit_documents([BROKE, HELD])
    again = Claimtrack(settings)
    second = again.audit_documents([BROKE, HELD])
    assert second.conflicts == first.conflicts
    assert isinstance(again.nli, CachedNli)
    inner = again.nli._nli
    assert isinstance(inner, LazyNli)
    assert not inner.loaded


def test_an_article_is_compared_with_the_store_but_not_with_itself(
    settings: Settings, tmp_path: Path
) -> None:
    """What is stored answers a new article; a stored article does not answer itself."""
    app = Claimtrack(settings)
    broke, held = write(tmp_path, BROKE, HELD)
    assert len(app.ingest([broke]).added) == 1
    assert len(app.ingest([broke]).known) == 1
    assert app.audit([broke]).conflicts == ()
    [conflict] = app.audit([held]).conflicts
    assert {conflict.a.holder.name, conflict.b.holder.name} == {"Ada Brandt", "Ivo Lehn"}


def test_a_scan_compares_what_is_new_and_keeps_what_it_finds(
    settings: Settings, tmp_path: Path
) -> None:
    """The second scan has nothing to do; the conflict stays in the store."""
    app = Claimtrack(settings)
    app.ingest(write(tmp_path, BROKE, HELD))
    assert len(app.scan().conflicts) == 1
    assert app.scan().run["counts"]["documents"] == 0  # type: ignore[index]
    with app.store(read_only=True) as store:
        assert len(store.conflicts()) == 1


def test_a_saved_audit_is_what_a_scan_would_have_kept(settings: Settings, tmp_path: Path) -> None:
    """``--save`` stores articles and conflicts; nothing is left for a scan."""
    app = Claimtrack(settings)
    app.audit(write(tmp_path, BROKE, HELD), save=True)
    with app.store(read_only=True) as store:
        assert len(store.conflicts()) == 1
        assert store.unscanned(app.judge.fingerprint) == []


def test_search_finds_the_nearest_claim(settings: Settings, tmp_path: Path) -> None:
    """The best hit is the one that speaks of the same."""
    app = Claimtrack(settings)
    app.ingest(write(tmp_path, BROKE, OTHER))
    hits = app.search("damage at the dam", 2)
    assert "dam" in hits[0][0].statement
    assert hits[0][1] > hits[1][1]


def test_reading_commands_make_no_store(settings: Settings) -> None:
    """Search and scan say that there is none."""
    app = Claimtrack(settings)
    for read in (lambda: app.search("dam"), app.scan):
        with pytest.raises(StoreMissing):
            read()
    assert not Path(settings.store).exists()


def test_explain_says_what_became_of_a_pair(settings: Settings, tmp_path: Path) -> None:
    """A flagged pair is told with its score, a foreign one with the step that dropped it."""
    app = Claimtrack(settings)
    paths = write(tmp_path, BROKE, HELD, OTHER)
    result = app.audit(paths)
    [conflict] = result.conflicts
    [foreign] = [claim for claim in result.claims if "Lumen" in claim.statement]
    told = app.explain(paths, conflict.a.id, conflict.b.id)
    assert told[0].signal == "judged"
    assert "contradiction" in told[0].detail
    dropped = app.explain(paths, conflict.a.id, foreign.id)
    assert dropped[0].signal in ("dropped", "judged")
    assert "contradiction" not in dropped[0].detail
    with pytest.raises(InputError, match="no claim"):
        app.explain(paths, "zzz", foreign.id)


def test_the_models_in_use_are_named_with_their_hashes(settings: Settings) -> None:
    """Parser, embedder and NLI, and the shipped files are what the manifest says."""
    found = {model.kind: model for model in Claimtrack(settings).models(verify=True)}
    assert set(found) == {"parser", "embedder", "nli"}
    assert all(model.fingerprint for model in found.values())


def test_an_article_put_on_top_of_a_page_replaces_none_of_the_others(settings: Settings) -> None:
    """The articles of one address are told apart though their numbers on the page have moved."""

    def page(*texts: str) -> list[Document]:
        address = "https://ledger.example/today"
        return [Document(text, url=address, part=number) for number, text in enumerate(texts, 1)]

    app = Claimtrack(settings)
    app.audit_documents(page(BROKE.text, OTHER.text), save=True)
    app.audit_documents(page(HELD.text, BROKE.text, OTHER.text), save=True)
    with app.store(read_only=True) as store:
        kept = store.documents(current=None)
    assert {item.document.text for item in kept} == {BROKE.text, HELD.text, OTHER.text}
    assert {(item.version, item.current) for item in kept} == {(1, True)}


def test_processes_beside_this_one_change_nothing(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Articles read and statements embedded by children give the same report and the same store."""
    from claimtrack.extract import ahead

    monkeypatch.setattr(ahead, "WORTH", 1)
    documents = [BROKE, HELD, OTHER]
    alone = Claimtrack(settings.model_copy(update={"no_cache": True}))
    helped = Claimtrack(settings.model_copy(update={"no_cache": True, "workers": 1}))
    told = []
    for app in (alone, helped):
        result = app.audit_documents(documents)
        told.append((result.documents, result.claims, result.conflicts, result.run["counts"]))
    assert told[0] == told[1]
    vectors = [app.embedder.encode(["The dam broke.", "It held."]) for app in (alone, helped)]
    assert vectors[0].tobytes() == vectors[1].tobytes()
    assert isinstance(helped.embedder, EmbedderApart)
    assert not isinstance(alone.embedder, EmbedderApart)
