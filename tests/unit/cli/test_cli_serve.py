"""``serve`` and ``users``."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from claimtrack.web.users import Role, Users
from tests.unit.cli.conftest import Command

PASSWORD = "correct horse battery"


def test_users_are_added_listed_changed_and_removed(run: Command) -> None:
    """The file lies beside the store, and a password comes by standard input."""
    added = run("users", "add", "Mia Brandt", "--password-stdin", input=f"{PASSWORD}\n")
    assert (added.exit_code, added.output) == (0, "Added Mia Brandt (reviewer).\n")
    found = Users(run.folder / "store" / "users.json").verify("Mia Brandt", PASSWORD)
    assert found is not None
    assert found.role is Role.REVIEWER
    words = ("users", "add", "Mia Brandt", "--role", "reader", "--password-stdin")
    assert run(*words, input=f"{PASSWORD}\n").output == "Changed Mia Brandt (reader).\n"
    listed = json.loads(run("users", "list", "--format", "json").output)
    assert listed == {"users": [{"name": "Mia Brandt", "role": "reader"}]}
    assert run("users", "list").output == "reader    Mia Brandt\n"
    assert run("users").output == "reader    Mia Brandt\n"
    assert run("users", "remove", "Mia Brandt").exit_code == 0
    assert "No users" in run("users", "list").output
    assert run("users", "remove", "Mia Brandt").exit_code == 2


def test_a_password_is_asked_for_twice_and_not_shown(run: Command) -> None:
    """Two that differ are asked for again; a short one is refused."""
    asked = run("users", "add", "Mia", input=f"{PASSWORD}\nother\n{PASSWORD}\n{PASSWORD}\n")
    assert asked.exit_code == 0
    assert PASSWORD not in asked.output
    assert run("users", "add", "Ole", "--password-stdin", input="short\n").exit_code == 2


def test_serving_to_others_without_a_log_in_is_refused(run: Command) -> None:
    """One line says what to do; nothing is served and no store is made."""
    refused = run("serve", "--host", "0.0.0.0")
    assert refused.exit_code == 2
    assert "users add" in refused.output
    (run.folder / "token").write_text("short\n")
    short = run("serve", "--host", "0.0.0.0", "--token-file", "token")
    assert (short.exit_code, "16 characters" in short.output) == (2, True)
    assert run("serve", "--token-file", "nowhere").exit_code == 2
    assert not (run.folder / "store").exists()


def test_the_server_answers_and_stops_when_told(tmp_path: Path) -> None:
    """A real process makes the store, says where it is, is well, and ends on an interrupt."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = "from claimtrack.cli import main; main()"
    command = [sys.executable, "-c", program, "--store", str(tmp_path / "store")]
    (tmp_path / ".git").mkdir()
    process = subprocess.Popen(
        [*command, "serve", "--port", str(port)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONPATH": str(Path(__file__).parents[3])},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert process.stdout is not None
        assert f"http://127.0.0.1:{port}/" in process.stdout.readline()
        for _ in range(600):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz") as answer:
                    assert json.load(answer) == {"status": "ok"}
                break
            except OSError:
                assert process.poll() is None
                time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        rest, _ = process.communicate(timeout=60)
    finally:
        process.kill()
        process.wait()
    assert (process.returncode, rest) == (0, "")
    assert (tmp_path / "store" / "claimtrack.db").is_file()
