"""The generator of contrast pairs: labels follow from the construction, nothing leaks."""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "scripts"))

import make_nli_pairs
from nli_pairs.audit import audit
from nli_pairs.balance import SHARE, overlap_cues, sample
from nli_pairs.generate import all_topics, pool
from nli_pairs.grammar import Pair, Scene, Topic, parse, slots_of
from nli_pairs.layer_measure import RULES
from nli_pairs.layer_views import share_label
from nli_pairs.quantities import FORMS, Phrase, count_phrase, other_value, relation
from nli_pairs.real import for_training, real_neutral, topic_number
from nli_pairs.stories import ACROSS, FOLDER, read_stories
from nli_pairs.stories import pairs as story_pairs


@pytest.fixture(scope="module")
def topics() -> list[Topic]:
    return all_topics()


@pytest.fixture(scope="module")
def pairs(topics: list[Topic]) -> list[Pair]:
    """Two rounds over every topic, before sampling."""
    return pool(topics, 2, seed=3)


def exact(n: int) -> Phrase:
    phrase = count_phrase(n, "exact", random.Random(0))
    assert phrase is not None
    return phrase


@given(n=st.integers(2, 9000), seed=st.integers(0, 10**6))
def test_two_phrases_that_are_true_of_one_number_never_conflict(n: int, seed: int) -> None:
    """However a count is put ("at least", "nearly", "dozens of"), it does not contradict itself."""
    r = random.Random(seed)
    phrases = [p for f in sorted(set(FORMS)) if (p := count_phrase(n, f, r)) is not None]
    assert all(p.low <= n <= p.high for p in phrases)
    assert all(relation(p, q) != "contradiction" for p in phrases for q in phrases)


@given(n=st.integers(2, 9000), m=st.integers(2, 9000), seed=st.integers(0, 10**6))
def test_conflict_between_phrases_is_symmetric(n: int, m: int, seed: int) -> None:
    """Whether two phrases exclude each other does not depend on which comes first."""
    r = random.Random(seed)
    p, q = count_phrase(n, r.choice(FORMS), r), count_phrase(m, r.choice(FORMS), r)
    if p is not None and q is not None:
        assert (relation(p, q) == "contradiction") == (relation(q, p) == "contradiction")


@given(n=st.integers(2, 9000), seed=st.integers(0, 10**6))
def test_another_count_is_far_from_the_first(n: int, seed: int) -> None:
    """A count that is meant to conflict cannot be a rounding of the first."""
    m = other_value(n, random.Random(seed))
    assert m <= 0.68 * n or m >= 1.4 * n


@pytest.mark.parametrize(
    ("premise", "hypothesis", "label"),
    [
        (exact(19), Phrase("at least 12", 12, 1e9, 12, 1e9, "least"), "entailment"),
        (Phrase("at least 12", 12, 1e9, 12, 1e9, "least"), exact(19), "neutral"),
        (Phrase("at least 40", 40, 1e9, 40, 1e9, "least"), exact(19), "contradiction"),
        (
            Phrase("at least 40", 40, 1e9, 40, 1e9, "least"),
            Phrase("fewer than 20", 0, 19, 0, 19, "fewer"),
            "contradiction",
        ),
        (exact(41), exact(12), "contradiction"),
        (exact(45), Phrase("dozens of", 26, 96, 12, 200, "dozens"), "entailment"),
        (exact(120), Phrase("dozens of", 26, 96, 12, 200, "dozens"), "neutral"),
    ],
)
def test_interval_logic(premise: Phrase, hypothesis: Phrase, label: str) -> None:
    """Disjoint intervals conflict, a subset entails, what is left is neutral."""
    assert relation(premise, hypothesis) == label


@pytest.mark.parametrize(
    ("a", "b", "label"),
    [
        ((1, 1), (0, 0), "contradiction"),
        ((1, 1), (0.5, 1), "entailment"),
        ((0.5, 1), (1, 1), "neutral"),
        ((0, 0.49), (0.51, 1), "contradiction"),
    ],
)
def test_share_logic(a: tuple[float, float], b: tuple[float, float], label: str) -> None:
    """All excludes none and implies most; most does not imply all."""
    assert share_label(a, b) == label


def test_unit_rules_keep_known_conversions() -> None:
    """The conversions agree with values known from elsewhere."""
    known = {
        "kilometres": (100, 62.137),
        "km": (100, 62.137),
        "metres": (10, 32.808),
        "kilograms": (100, 220.462),
        "hectares": (100, 247.105),
        "degrees Celsius": (40, 104),
    }
    for _, unit, _, convert, _ in RULES:
        value, there = known[unit]
        assert convert(value) == pytest.approx(there, rel=1e-4)


def test_every_template_can_be_filled(topics: list[Topic]) -> None:
    """No template names a slot that nothing fills, and no brace is left in a sentence."""
    for t in topics:
        scene = Scene(t, random.Random(1))
        texts = [x for f in t.frames for x in f.pos + f.neg + f.opp]
        texts += [x for _, _, forms in t.keyed for x in forms]
        for x in texts:
            numeric = {"money", "pct"} & {s.rstrip("0123456789") for s in slots_of(x)}
            said = x if numeric else scene.say(x)
            assert numeric or "{" not in said, (t.name, x)


def test_a_keyed_line_holds_its_key_in_every_form(topics: list[Topic]) -> None:
    """A conflict over one slot is only a conflict if both sides name it."""
    for t in topics:
        for slot, _, forms in t.keyed:
            assert all(slot in slots_of(f) for f in forms), (t.name, slot, forms)


def test_sentences_are_whole(pairs: list[Pair]) -> None:
    """Each side is one clean sentence with a capital and a full stop, and no mark of a template."""
    for p in pairs:
        for s in (p.premise, p.hypothesis):
            assert s.endswith(".")
            assert s[0].isupper() or s[0].isdigit() or s[0] in '"$'
            assert not set(s) & set("{}<>|#"), s
            assert "  " not in s


def test_no_pair_has_two_labels_and_none_says_the_same_twice(pairs: list[Pair]) -> None:
    """One pair of sentences has one label; no side is merely repeated."""
    labels: dict[tuple[str, str], set[str]] = defaultdict(set)
    for p in pairs:
        assert p.premise != p.hypothesis
        labels[p.premise, p.hypothesis].add(p.label)
    assert all(len(v) == 1 for v in labels.values())


def test_a_free_pair_is_never_an_entailment_kind_turned_round(pairs: list[Pair]) -> None:
    """Only labels that hold both ways may be turned round."""
    assert {p.label for p in pairs if p.free} == {"contradiction", "neutral"}


def test_another_entity_is_never_a_conflict(pairs: list[Pair]) -> None:
    """Kinds made as look-alikes carry no contradiction, kinds made as conflicts nothing else."""
    by_kind: dict[str, set[str]] = defaultdict(set)
    for p in pairs:
        by_kind[p.kind].add(p.label)
    for kind, labels in by_kind.items():
        if kind.startswith(("other-", "hedge-")) or kind.endswith("-v-fact"):
            assert "contradiction" not in labels, kind
    for kind in ("negation", "opposite", "count", "place", "date", "actor", "order"):
        if kind != "order":
            assert by_kind[kind] == {"contradiction"}, kind
    assert by_kind["order"] == {"contradiction", "entailment"}


def test_pairs_are_the_same_for_the_same_seed(topics: list[Topic]) -> None:
    """The seed decides everything; another seed gives other pairs."""
    few = topics[:2]
    assert pool(few, 1, 5) == pool(few, 1, 5)
    assert pool(few, 1, 5) != pool(few, 1, 6)


def test_sampling_balances_labels_and_is_repeatable(pairs: list[Pair]) -> None:
    """The shares of the labels are those that are asked for."""
    rows = 1500
    got = sample(pairs, rows, seed=1)
    counts = Counter(p.label for p in got)
    assert {k: counts[k] for k in SHARE} == {k: round(rows * v) for k, v in SHARE.items()}
    assert got == sample(pairs, rows, seed=1)


def test_topics_kept_out_of_training_are_not_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """--out holds no row of a topic of --dev-out, and the files are written whole."""
    out, dev = tmp_path / "train.jsonl", tmp_path / "dev.jsonl"
    few = [t for t in all_topics() if t.name in ("sport", "floods", "space")]
    monkeypatch.setattr(make_nli_pairs, "all_topics", lambda: few)
    args = ["--out", str(out), "--dev-out", str(dev), "--rows", "300", "--dev-rows", "100"]
    assert make_nli_pairs.main(args) == 0
    seen = {json.loads(x)["topic"] for x in out.read_text(encoding="utf-8").splitlines()}
    held = {json.loads(x)["topic"] for x in dev.read_text(encoding="utf-8").splitlines()}
    assert seen == {"sport", "floods"}
    assert held == {"space"} <= set(make_nli_pairs.DEV_TOPICS)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["dev.jsonl", "train.jsonl"]


def test_every_topic_kept_out_exists(topics: list[Topic]) -> None:
    """A misspelt topic would silently be trained on."""
    assert set(make_nli_pairs.DEV_TOPICS) <= {t.name for t in topics}


def test_overlap_cues_know_equal_sentences() -> None:
    """Equal word sets overlap wholly, disjoint ones not at all."""
    same = Pair("A dog ran.", "A dog ran.", "neutral", "k", "t")
    apart = Pair("A dog ran.", "Two cats slept.", "neutral", "k", "t")
    assert overlap_cues(same)[:3] == [1, 1, 1]
    assert overlap_cues(apart)[:3] == [0, 0, 0]


def test_the_audit_finds_a_word_that_gives_the_label_away() -> None:
    """A hypothesis that names its label is found out; sides without a cue stay near chance."""
    r = random.Random(4)
    leaky, clean = [], []
    for i in range(800):
        label = ("contradiction", "entailment", "neutral")[i % 3]
        a, b = (f"Word{r.randint(0, 30)} met word{r.randint(0, 30)} again." for _ in range(2))
        leaky.append(Pair(a, f"{b[:-1]} in {label} mood.", label, "k", f"t{i % 8}"))
        clean.append(Pair(a, b, label, "k", f"t{i % 8}"))
    assert audit(leaky)["three-way"]["hypothesis"] > 0.95
    assert audit(clean)["three-way"]["hypothesis"] < 0.45


def test_rows_are_read_back_as_they_were_written(tmp_path: Path) -> None:
    """What is audited in a file is what was written to it."""
    pairs = [Pair("A \u2013 b.", "C.", "neutral", "k", "t")]
    make_nli_pairs.write(tmp_path / "x.jsonl", pairs)
    assert make_nli_pairs.read(tmp_path / "x.jsonl") == pairs


def test_the_line_language_names_a_line_it_cannot_read() -> None:
    """A slip in a topic is an error that quotes the line."""
    with pytest.raises(ValueError, match="cannot read 'Q what is this'"):
        parse("# weather\nQ what is this")


@pytest.mark.parametrize(
    ("event", "number", "train"),
    [("1", 1, True), ("7plus", 7, False), ("13plus", 13, True), ("23", 23, False)],
)
def test_topics_for_training_leave_one_by_four(event: str, number: int, train: bool) -> None:
    """Real reports are split by topic number, both events of a topic together."""
    assert topic_number(event) == number
    assert for_training(event) is train


def test_real_pairs_join_look_alike_events_and_one_report_only(tmp_path: Path) -> None:
    """Two reports on one event are never paired, nor anything of a topic kept for testing."""
    reports = [
        (
            "a",
            "1",
            "The quake near Velton destroyed many homes on the coast.\n"
            "The rescue teams near Velton searched the homes for survivors all night.",
        ),
        ("b", "1", "The quake near Velton damaged many homes and one school on Monday."),
        ("c", "1plus", "The quake near Ostwick destroyed several old homes last summer."),
        ("d", "3", "The quake near Tarford destroyed several old homes last summer as well."),
    ]
    path = tmp_path / "events.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as f:
        for name, event, text in reports:
            f.write(json.dumps({"id": name, "event": event, "text": text}) + "\n")
    pairs = real_neutral(path, seed=1)
    assert {p.kind for p in pairs} == {"look-alike-event", "same-report"}
    assert {p.label for p in pairs} == {"neutral"}
    for p in pairs:
        both = p.premise + p.hypothesis
        assert "Tarford" not in both
        assert not ("damaged many" in both and "on the coast" in both)


def test_a_story_gives_the_pairs_that_its_sides_say(tmp_path: Path) -> None:
    """Two sides contradict, a side entails its core, and what lies near a side does not clash."""
    point = {
        "kind": "negation",
        "a": ["The bridge was hit.", "A shell hit the bridge at noon."],
        "b": ["The bridge was not hit."],
        "near": ["Another bridge was hit."],
    }
    story = {"id": "s-1", "subject": "war", "points": [point], "others": ["It rained."]}
    path = tmp_path / "some.jsonl"
    path.write_text(json.dumps(story) + "\n", encoding="utf-8")
    found = list(story_pairs(read_stories([path])[0], random.Random(1)))
    clash = {frozenset((p.premise, p.hypothesis)) for p in found if p.label == "contradiction"}
    assert clash == {frozenset((side, point["b"][0])) for side in point["a"]}
    entailed = [(p.premise, p.hypothesis) for p in found if p.label == "entailment"]
    assert entailed == [(point["a"][1], point["a"][0])]
    near = {p.premise for p in found if p.kind == "negation near"} | {
        p.hypothesis for p in found if p.kind == "negation near"
    }
    assert near == {*point["a"], *point["b"], *point["near"]}
    assert {p.label for p in found if p.kind.endswith(("near", "across"))} == {"not_contradiction"}


def test_a_story_with_one_side_is_refused_by_line(tmp_path: Path) -> None:
    """A slip in a story is an error that names the file and the line."""
    path = tmp_path / "slip.jsonl"
    path.write_text(json.dumps({"id": "s", "points": [{"kind": "date", "a": ["It rained."]}]}))
    with pytest.raises(ValueError, match=r"slip\.jsonl line 1"):
        read_stories([path])


def test_no_pair_of_the_stories_both_clashes_and_agrees() -> None:
    """In the stories that we ship no two statements carry two labels."""
    for story in read_stories(sorted(FOLDER.glob("*.jsonl"))):
        labels: dict[frozenset[str], set[bool]] = defaultdict(set)
        for p in story_pairs(story, random.Random(story.id)):
            labels[frozenset((p.premise, p.hypothesis))].add(p.label == "contradiction")
        assert all(len(some) == 1 for some in labels.values()), story.id
        assert sum(p.kind == "across" for p in story_pairs(story, random.Random(1))) <= ACROSS
