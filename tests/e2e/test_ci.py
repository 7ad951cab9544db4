"""The hook, the action and the template: what of them runs without their servers."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent


@pytest.fixture
def tool(tmp_path: Path) -> dict[str, str]:
    """An environment in which ``claimtrack`` writes down how it was called, and what it prints."""
    folder = tmp_path / "bin"
    folder.mkdir()
    script = folder / "claimtrack"
    script.write_text(
        f"#!{sys.executable}\nimport json, os, sys\n"
        "open(os.environ['CALLS'], 'w').write(json.dumps(sys.argv[1:]))\n"
        "for item in sys.argv:\n"
        "    if item.startswith('markdown='):\n"
        "        open(item.partition('=')[2], 'w').write('# Report\\n')\n"
        "sys.exit(int(os.environ.get('CODE', '0')))\n"
    )
    script.chmod(0o755)
    kept = {name: value for name, value in os.environ.items() if "CLAIMTRACK" not in name}
    return {
        **kept,
        "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
        "CALLS": str(tmp_path / "calls.json"),
    }


def calls(env: dict[str, str]) -> list[str]:
    return json.loads(Path(env["CALLS"]).read_text())


@pytest.mark.parametrize("code", [0, 1, 2])
def test_the_action_runs_the_audit_and_passes_its_code_on(
    tmp_path: Path, tool: dict[str, str], code: int
) -> None:
    """Inputs become options, the report becomes the step's summary, the code is an output."""
    env = {
        **tool,
        "CODE": str(code),
        "CLAIMTRACK_INPUT_PATHS": "handbook more/articles",
        "CLAIMTRACK_INPUT_OUTPUTS": "sarif=claims.sarif\njunit=c.xml",
        "CLAIMTRACK_INPUT_CHANGED_SINCE": "origin/main",
        "CLAIMTRACK_INPUT_ARGS": "--fail-on dispute",
        "GITHUB_OUTPUT": str(tmp_path / "output"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
    }
    done = subprocess.run([ROOT / "ci" / "audit"], env=env)
    assert done.returncode == code
    asked = [item for item in calls(tool) if not item.startswith("markdown=")]
    wanted = "audit --format github --output sarif=claims.sarif --output junit=c.xml"
    wanted += " --changed-since origin/main --output --fail-on dispute -- handbook more/articles"
    assert asked == wanted.split()
    assert (tmp_path / "output").read_text() == f"exit-code={code}\n"
    assert (tmp_path / "summary").read_text() == "# Report\n"


def test_the_action_asks_for_nothing_that_is_not_set(tool: dict[str, str]) -> None:
    """Without inputs the settings decide."""
    env = {key: value for key, value in tool.items() if not key.startswith("GITHUB_")}
    assert subprocess.run([ROOT / "ci" / "audit"], env=env).returncode == 0
    assert calls(tool) == ["audit", "--format", "github"]


def test_the_action_hands_every_input_to_the_script() -> None:
    """What is declared is used, and the script knows every variable that it is given."""
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    script = (ROOT / "ci" / "audit").read_text()
    text = json.dumps(action["runs"])
    for name in action["inputs"]:
        assert f"inputs.{name} " in text, name
    step = next(step for step in action["runs"]["steps"] if step.get("id") == "audit")
    assert "ci/audit" in step["run"]
    for variable in step["env"]:
        assert variable in script or variable == "CLAIMTRACK_CACHE_DIR", variable


@pytest.mark.parametrize("base", ["", "abc123"])
def test_the_gitlab_template_runs(tool: dict[str, str], tmp_path: Path, base: str) -> None:
    """Its script writes the reports that the job declares, on a branch and on a merge request."""
    job = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text())["claimtrack"]
    env = {**tool, "CLAIMTRACK_INPUT_PATHS": "handbook", "CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
    for line in job["script"]:
        subprocess.run(["bash", "-euc", line], env=env, check=True, cwd=tmp_path)
    asked = calls(tool)
    assert asked[-1] == "handbook"
    assert ("--changed-since" in asked) == bool(base)
    written = {item.partition("=")[2] for item in asked if "=" in item}
    assert written == set(job["artifacts"]["reports"].values())


def test_the_gitlab_template_installs_what_it_is_told_to(tmp_path: Path) -> None:
    """Without a package it ends with a line that names the variable, and installs nothing."""
    job = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text())["claimtrack"]
    pip = tmp_path / "pip"
    pip.write_text('#!/bin/sh\necho "asked for $*"\n')
    pip.chmod(0o755)
    [line] = job["before_script"]

    def install(package: str) -> subprocess.CompletedProcess[str]:
        path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
        env = {**os.environ, "PATH": path, "CLAIMTRACK_PACKAGE": package}
        return subprocess.run(["bash", "-euc", line], env=env, capture_output=True, text=True)

    bare = install(job["variables"]["CLAIMTRACK_PACKAGE"])
    assert bare.returncode != 0
    assert "asked for" not in bare.stdout
    assert "CLAIMTRACK_PACKAGE" in bare.stderr
    assert install("a b").stdout == "asked for install a b\n"


def run(*args: str, folder: Path, code: int | None = 0) -> str:
    """Run a command in a repository, with our tools in front, and return what it printed."""
    env = {
        **os.environ,
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "CLAIMTRACK_CACHE_DIR": str(folder.parent / "cache"),
        "PRE_COMMIT_HOME": str(folder.parent / "pre-commit"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_NAME": "T",
        "GIT_AUTHOR_EMAIL": "t@t.invalid",
        "GIT_COMMITTER_NAME": "T",
        "GIT_COMMITTER_EMAIL": "t@t.invalid",
    }
    done = subprocess.run(args, cwd=folder, env=env, capture_output=True, text=True)
    assert code is None or done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_the_hook_stops_a_commit_until_the_conflict_is_accepted(tmp_path: Path) -> None:
    """pre-commit clones the hooks, runs the audit, and lets pass what the baseline holds.

    The hook runs the claimtrack that is installed (``language: system``): pre-commit would else
    install it with its models once more.
    """
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    (hooks / ".pre-commit-hooks.yaml").write_text((ROOT / ".pre-commit-hooks.yaml").read_text())
    corpus = tmp_path / "corpus"
    (corpus / "handbook").mkdir(parents=True)
    for folder in (hooks, corpus):
        run("git", "init", "-q", folder=folder)
    run("git", "add", ".", folder=hooks)
    run("git", "commit", "-qm", "hooks", folder=hooks)
    head = run("git", "rev-parse", "HEAD", folder=hooks).strip()
    (corpus / "claimtrack.toml").write_text('paths = ["handbook"]\n')
    (corpus / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {hooks}\n  rev: {head}\n"
        "  hooks:\n  - id: claimtrack\n    language: system\n"
    )
    (corpus / "handbook" / "one.md").write_text(
        "---\npublisher: Ledger\ndate: 2031-05-02\n---\n"
        "The Orvale dam broke on Monday, Mayor Ada Brandt said.\n"
    )
    (corpus / "handbook" / "two.md").write_text(
        "---\npublisher: Courier\ndate: 2031-05-02\n---\n"
        "The Orvale dam did not break on Monday, engineer Ivo Lehn said.\n"
    )
    run("git", "add", ".", folder=corpus)
    told = run("pre-commit", "run", folder=corpus, code=1)
    assert re.search(r"handbook/one\.md:5:1: dispute/negation .*Ivo Lehn", told)
    run("claimtrack", "baseline", "write", "--reason", "both are quoted", folder=corpus)
    run("git", "add", ".", folder=corpus)
    assert "Passed" in run("pre-commit", "run", folder=corpus)


def test_the_hooks_and_their_example_are_valid(tmp_path: Path) -> None:
    """pre-commit itself reads the manifest and the configuration that the documentation shows."""
    page = (ROOT / "docs" / "ci.md").read_text()
    [example] = re.findall(r"```yaml\n(repos:.*?)```", page, re.DOTALL)
    file = tmp_path / "config.yaml"
    file.write_text(example)
    run("pre-commit", "validate-config", str(file), folder=tmp_path)
    run("pre-commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml"), folder=tmp_path)
    [hook] = yaml.safe_load(example)["repos"][0]["hooks"]
    known = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    assert hook["id"] in {item["id"] for item in known}
