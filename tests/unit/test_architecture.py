"""The direction of imports, read from the source with ``ast``."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import claimtrack

ROOT = Path(claimtrack.__file__).parent
STAGES = {"ingest", "extract", "candidates", "judge", "store", "review", "report"}
# What each layer may import of the project, apart from itself.
LEAVES = {"model", "errors"}
BELOW = LEAVES | {"ports", "text", "models", "cache", "results", "records", "apart"}
ALLOWED: dict[str, set[str]] = {
    "model": set(),
    "errors": set(),
    "cache": set(),
    "apart": set(),
    "absent": set(),
    "ports": {"model"},
    "results": {"model"},
    "records": {"model"},
    "text": {"model", "absent"},
    "models": LEAVES,
    "baseline": LEAVES | {"text"},
    "sources": {"model"},
    "changed": LEAVES,
    "inputs": LEAVES | {"ingest", "sources"},
    "rated": {"model", "records", "review", "store"},
    "sealed": set(),
    "remembered": BELOW | STAGES | {"pipeline", "sealed"},
    "reruns": {"model", "pipeline", "sealed"},
    "inventory": {"models", "results"},
    "suppress": LEAVES | {"baseline"},
    "config": LEAVES | {"apart", "baseline", "sources"},
    "check": LEAVES | {"results"},
    "labels": LEAVES | {"results"},
    **dict.fromkeys(STAGES, BELOW),
    "worth": BELOW | STAGES,
    "pipeline": BELOW | STAGES | {"worth"},
    "recall": BELOW | STAGES | {"pipeline"},
    "runs": BELOW | STAGES | {"pipeline"},
    "archive": BELOW | STAGES | {"pipeline", "recall", "runs"},
    "comparing": {"model", "ports", "results"},
    "health": BELOW | STAGES,
    "mending": BELOW | STAGES | {"runs"},
    "recalibrate": BELOW | STAGES,
    "bootstrap": BELOW
    | STAGES
    | {
        "pipeline",
        "runs",
        "archive",
        "config",
        "check",
        "baseline",
        "suppress",
        "sealed",
        "remembered",
        "reruns",
        "inventory",
        "inputs",
        "comparing",
        "health",
    },
    "cli": BELOW
    | STAGES
    | {"bootstrap", "config", "check", "baseline", "changed", "suppress", "rated", "labels", "web"}
    | {"mending", "recalibrate"},
    "web": BELOW | STAGES | {"bootstrap", "config", "mending"},
}
ADAPTERS = {
    "SpacyParser",
    "SentenceTransformerEmbedder",
    "StatementJudge",
    "ClaimExtractor",
}


def part(path: Path) -> str:
    """The part of the house that a file belongs to."""
    first = path.relative_to(ROOT).parts[0]
    return first.removesuffix(".py")


def imports(path: Path) -> set[str]:
    """The parts of the project that a file imports, at its top or inside functions."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names = [node.module]
            if node.module == "claimtrack":
                names = [f"claimtrack.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level:
            raise AssertionError(f"{path}: relative imports hide the direction")
        for name in names:
            pieces = name.split(".")
            if pieces[0] == "claimtrack" and len(pieces) > 1:
                found.add(pieces[1])
    return found


def sources() -> list[Path]:
    """Every source file of the package but its ``__init__`` and migrations."""
    return [
        path
        for path in sorted(ROOT.rglob("*.py"))
        if path != ROOT / "__init__.py" and "migrations" not in path.parts
    ]


def test_every_part_imports_only_what_lies_below_it() -> None:
    """No stage knows another, and nothing knows what stands above it."""
    wrong = [
        f"{path.relative_to(ROOT).as_posix()} imports {other}"
        for path in sources()
        if path.name != "__main__.py"
        for other in sorted(imports(path) - {part(path)})
        if other not in ALLOWED[part(path)]
    ]
    assert wrong == []


def test_modules_form_no_cycle() -> None:
    """The imports between modules can be put in an order."""
    modules = {
        "claimtrack." + ".".join(path.relative_to(ROOT).with_suffix("").parts): path
        for path in sources()
    }
    edges: dict[str, set[str]] = {}
    for name, path in modules.items():
        targets: set[str] = set()
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ImportFrom) and node.module:
                targets.add(node.module)
                targets.update(f"{node.module}.{alias.name}" for alias in node.names)
        edges[name] = {target for target in targets if target in modules} - {name}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " → ".join([*trail, name])
        if name not in done:
            for target in sorted(edges[name]):
                visit(target, (*trail, name))
            done.add(name)

    for name in edges:
        visit(name, ())


# What each package inside a stage may import of its stage, apart from itself; a module that stands
# in none of them ("grammar") is named where it may be used.
INSIDE: dict[str, dict[str, set[str]]] = {
    "judge": {
        "nli": set(),
        "lexicon": set(),
        "readings": {"lexicon"},
        "comparators": {"lexicon", "readings", "signals"},
    },
    "extract": {
        "page": set(),
        "cast": {"grammar"},
        "clauses": {"grammar", "cast"},
        "reference": {"grammar", "page", "cast", "clauses"},
        "voices": {"grammar", "page", "cast", "reference"},
        "statement": {"grammar", "page", "cast", "clauses", "reference", "voices"},
    },
}


@pytest.mark.parametrize("stage", sorted(INSIDE))
def test_the_packages_inside_a_stage_stand_in_an_order(stage: str) -> None:
    """A word knows no statement and a reading no pair; who is named comes before who speaks."""
    wrong = [
        f"{path.relative_to(ROOT).as_posix()} imports {node.module}"
        for package, below in INSIDE[stage].items()
        for path in sorted((ROOT / stage / package).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith(f"claimtrack.{stage}.")
        and node.module.split(".")[2] not in {package} | below
    ]
    assert wrong == []


def test_only_bootstrap_builds_adapters() -> None:
    """Real objects are built in one place; everywhere else they come in from outside."""
    built = [
        f"{path.relative_to(ROOT).as_posix()}: {node.func.id}"
        for path in sources()
        if part(path) != "bootstrap"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ADAPTERS
    ]
    assert built == []


def test_modules_stay_small() -> None:
    """The median module is under 200 lines, and none is over 500."""
    sizes = sorted(
        len(path.read_text(encoding="utf-8").splitlines())
        for path in sources()
        if path.name != "__init__.py"
    )
    assert sizes[len(sizes) // 2] < 200
    assert sizes[-1] <= 500
