"""An object in a process of its own answers like one in this process."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimtrack.apart import Apart, Gone
from claimtrack.errors import ModelError
from tests.apart_things import Counter


@pytest.fixture
def counter() -> Iterator[Apart]:
    """A counter in a process that has been started."""
    apart = Apart(Counter())
    apart.start()
    yield apart
    apart.close()


def run(folder: Path, program: str) -> subprocess.CompletedProcess[str]:
    """Run a program that guards nothing, as a file, where the tests can be imported."""
    file = folder / "program.py"
    file.write_text(textwrap.dedent(program))
    root = Path(__file__).parents[2]
    return subprocess.run(
        [sys.executable, str(file)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        timeout=120,
    )


def alive(pid: int) -> bool:
    """Whether there is a process of that number."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def ended(pid: int) -> bool:
    """Whether a process ends: it may need a moment."""
    for _ in range(300):
        if not alive(pid):
            return True
        time.sleep(0.1)
    return False


def test_it_lives_in_one_other_process_and_keeps_what_it_knows(counter: Apart) -> None:
    """Every call goes to the same object."""
    assert counter.call("pid") != os.getpid()
    assert [counter.call("count") for _ in range(3)] == [1, 2, 3]


def test_an_error_is_raised_here_and_tells_where_it_arose(counter: Apart) -> None:
    """The class and message are kept, the child's traceback is a note for --debug."""
    with pytest.raises(ModelError, match="no such model") as caught:
        counter.call("fail")
    assert str(caught.value) == "no such model"
    assert "in fail" in caught.value.__notes__[0]
    assert counter.call("count") == 1


def test_an_error_that_can_not_be_sent_is_told_in_words(counter: Apart) -> None:
    """Some libraries' exceptions can't be pickled; the child goes on all the same."""
    with pytest.raises(RuntimeError, match="Unspeakable: out of words"):
        counter.call("fail_strangely")
    assert counter.call("count") == 1


def test_what_is_printed_over_there_is_no_answer(counter: Apart) -> None:
    """Answers come through even where a library writes to standard output."""
    assert counter.call("chat") == "quiet"


def test_a_child_that_dies_is_gone_and_can_be_started_again(counter: Apart) -> None:
    """Whoever called learns of it at once."""
    with pytest.raises(Gone, match="-9"):
        counter.call("end")
    assert not counter.started
    with pytest.raises(Gone):
        counter.call("count")
    counter.start()
    assert counter.call("count") == 1


def test_what_the_first_call_raises_is_told_with_the_next() -> None:
    """``start`` waits for nothing."""
    apart = Apart(Counter())
    apart.start("fail")
    with pytest.raises(ModelError, match="no such model"):
        apart.call("count")
    apart.close()


def test_closing_ends_the_process(counter: Apart) -> None:
    """Nothing is left behind."""
    pid = counter.call("pid")
    counter.close()
    assert not alive(pid)


def test_a_program_that_guards_nothing_runs_once_and_leaves_no_process(tmp_path: Path) -> None:
    """A child does not run its parent's file again, nor take a module beside it for another."""
    (tmp_path / "pickle.py").write_text("raise RuntimeError('not this one')")
    (tmp_path / "elsewhere").mkdir()
    done = run(
        tmp_path / "elsewhere",
        """
        import os
        os.chdir("..")
        from claimtrack.apart import Apart
        from tests.apart_things import Counter
        print("begins")
        apart = Apart(Counter())
        apart.start()
        print(apart.call("pid"))
        """,
    )
    assert done.stderr == ""
    begins, pid = done.stdout.split()
    assert begins == "begins"
    assert not alive(int(pid))


def test_a_child_ends_after_a_parent_that_was_killed(tmp_path: Path) -> None:
    """The pipe closes with its parent, however that ends."""
    done = run(
        tmp_path,
        """
        import os, signal
        from claimtrack.apart import Apart
        from tests.apart_things import Counter
        apart = Apart(Counter())
        apart.start()
        print(apart.call("pid"), flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
        """,
    )
    assert done.returncode == -9
    assert ended(int(done.stdout))
