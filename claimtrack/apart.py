"""An object of ours in a Python process of its own, so that two models load side by side.

``multiprocessing`` starts the caller's program a second time in every child, and a script that does
not guard its own start then runs twice. A child that knows nothing but the object asks nothing of
whoever calls. It shares two pipes with its parent and nothing else, and ends with it: no text is
written anywhere.
"""

from __future__ import annotations

import gc
import os
import pickle
import subprocess
import sys
import traceback
import warnings
import weakref
from typing import Any, BinaryIO

_CHILD = (
    "import pickle, sys\n"
    "sys.path[:] = pickle.load(sys.stdin.buffer)\n"
    "from claimtrack.apart import serve\n"
    "serve()\n"
)
_END = 5.0
"""Seconds that a child has to end before it is killed."""


def available_cores() -> int:
    """Cores that this process may use, where the system tells, else all."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Gone(Exception):
    """The process ended before it answered, or could not be started."""


class Apart:
    """Calls the methods of ``thing`` in a child process. For one thread at a time.

    ``thing`` is pickled when the child starts: it should not have loaded anything yet. The child
    is started by ``start`` and ended by ``close``, or with this object.
    """

    def __init__(self, thing: object) -> None:
        self._thing = thing
        self._child: subprocess.Popen[bytes] | None = None

    @property
    def started(self) -> bool:
        """Whether there is a child to ask."""
        return self._child is not None

    def start(self, first: str | None = None) -> None:
        """Start the child, unless it runs, and have it call the method ``first`` at once.

        Raises Gone where there is no interpreter to start. What ``first`` raises is raised by the
        next call.
        """
        if self._child is not None:
            return
        # -P: a file in the working directory must not pass for a module.
        command = [sys.executable, "-P", *(f"-W{item}" for item in sys.warnoptions), "-c", _CHILD]
        try:
            # A session of its own: Ctrl-C is for the parent, which then closes the pipes.
            child = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
            )
        except OSError as error:
            raise Gone(str(error)) from error
        self._child = child
        self._end = weakref.finalize(self, _end, child)
        self._send(sys.path, self._thing, first)

    def call(self, method: str, *args: object) -> Any:
        """Return what the method returns, or raise what it raises. Raises Gone without a child."""
        self.ask(method, *args)
        return self.answer()

    def ask(self, method: str, *args: object) -> None:
        """Begin a call; ``answer`` must be called before the next. Raises Gone without a child."""
        self._send((method, args))

    def answer(self) -> Any:
        """Wait for the call that ``ask`` began: return what it returns, or raise what it raises."""
        if self._child is None or self._child.stdout is None:
            raise Gone("not started")
        try:
            answer, error = pickle.load(self._child.stdout)
        except (EOFError, pickle.UnpicklingError) as broken:
            raise self._gone() from broken
        except BaseException:
            # Interrupted: what is left in the pipe would be taken for the next answer.
            self.close()
            raise
        if error is not None:
            raise error
        return answer

    def close(self) -> None:
        """End the child, whatever it does."""
        if self._child is not None:
            self._end()
            self._child = None

    def _send(self, *messages: object) -> None:
        if self._child is None or self._child.stdin is None:
            raise Gone("not started")
        try:
            for message in messages:
                pickle.dump(message, self._child.stdin)
            self._child.stdin.flush()
        except (BrokenPipeError, ConnectionError) as broken:
            raise self._gone() from broken

    def _gone(self) -> Gone:
        child = self._child
        self.close()
        return Gone("never started" if child is None else f"ended with {child.returncode}")


def _end(child: subprocess.Popen[bytes]) -> None:
    """End a child and close its pipes. It holds nothing that would be lost."""
    child.terminate()
    try:
        child.wait(_END)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            try:
                pipe.close()
            except BrokenPipeError:
                continue  # what was not read yet is for nobody


def serve() -> None:
    """Be the child: take the object, then answer calls until the parent closes the pipe."""
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    # What a library prints must not come between the answers.
    os.dup2(2, 1)
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
    # Collections while modules are imported find nothing and take a sixth of the time.
    gc.disable()
    thing = pickle.load(requests)
    first = pickle.load(requests)
    failed = None if first is None else _asked(thing, first, ())[1]
    gc.freeze()
    gc.enable()
    while (request := _next(requests)) is not None:
        method, args = request
        answer = _asked(thing, method, args) if failed is None else (None, failed)
        failed = None
        try:
            answers.write(_pickled(answer))
            answers.flush()
        except BrokenPipeError:
            return


def _next(requests: BinaryIO) -> tuple[str, tuple[object, ...]] | None:
    try:
        request: tuple[str, tuple[object, ...]] = pickle.load(requests)
    except EOFError:
        return None
    return request


def _asked(thing: object, method: str, args: tuple[object, ...]) -> tuple[Any, Exception | None]:
    try:
        return getattr(thing, method)(*args), None
    except Exception as error:  # whatever it is, it is raised again on the other side
        error.add_note("in a process of its own:\n" + traceback.format_exc())
        return None, error


def _pickled(answer: tuple[Any, Exception | None]) -> bytes:
    try:
        data = pickle.dumps(answer)
        pickle.loads(data)
    except Exception as error:  # an error of a library that can't be pickled, or not read again
        told = RuntimeError(f"{type(answer[1]).__name__}: {answer[1]} ({error})")
        return pickle.dumps((None, told))
    return data
