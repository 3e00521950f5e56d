"""Runs the scenarios of the modules that are named, each on a loop of its own with virtual time, and prints what they log."""

import asyncio
import contextvars
import importlib
import inspect
import selectors
import sys


class _Idle(selectors.SelectSelector):
    """Waits for nothing but threads: the time passes as soon as there is nothing to do."""

    def __init__(self):
        super().__init__()
        self.now = 0.0
        self.threads = 0

    def select(self, timeout=None):
        if timeout is None:
            if self.threads:
                return super().select(None)
            raise RuntimeError("the scenario waits for ever")
        self.now += timeout
        return []


class VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self):
        self._idle = _Idle()
        super().__init__(self._idle)
        self._clock_resolution = 1e-6

    def time(self):
        return self._idle.now

    def run_in_executor(self, executor, func, *args):
        future = super().run_in_executor(executor, func, *args)
        self._idle.threads += 1
        future.add_done_callback(self._thread_ended)
        return future

    def _thread_ended(self, _):
        self._idle.threads -= 1

    async def shutdown_default_executor(self, timeout=None):
        self._idle.threads += 1
        await super().shutdown_default_executor()  # without a limit, which the time would jump to
        self._idle.threads -= 1


_NAMES = {
    "RuntimeError": "IllegalStateException",
    "ValueError": "IllegalArgumentException",
    "TimeoutError": "AsyncTimeoutException",
    "InvalidStateError": "InvalidStateException",
    "StopIteration": "NoSuchElementException",
    "QueueEmpty": "QueueEmptyException",
    "QueueFull": "QueueFullException",
    "QueueShutDown": "QueueShutDownException",
    "BrokenBarrierError": "BrokenBarrierException",
    "LookupError": "NoSuchElementException",
    "KeyError": "UnsupportedOperationException",
    "ZeroDivisionError": "ArithmeticException",
}


def shown(value):
    """A value as its Java twin prints it."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(shown, value)) + "]"
    if isinstance(value, BaseExceptionGroup):
        return "ExceptionGroup" + shown(list(value.exceptions))
    if isinstance(value, BaseException):
        name = _NAMES.get(type(value).__name__, type(value).__name__)
        own = isinstance(value, (KeyError, ZeroDivisionError))
        return name + "(" + str(value.args[0]) + ")" if own and value.args else name
    return str(value)


def log(*values):
    print(" ".join(map(shown, values)))


async def ticks(count=1):
    """So many turns of the loop."""
    for _ in range(count):
        await asyncio.sleep(0)


def since(minor):
    """Marks a scenario that Pythons before 3.minor do not have, or play otherwise."""

    def mark(scenario):
        scenario.since = minor
        return scenario

    return mark


def plain(scenario):
    """Marks a scenario that runs on no loop: a function."""
    scenario.plain = True
    return scenario


def _is_scenario(member):
    return inspect.iscoroutinefunction(member) or hasattr(member, "plain")


def main(names):
    for name in names:
        module = importlib.import_module(name)
        for scenario, function in inspect.getmembers(module, _is_scenario):
            if getattr(function, "__module__", None) != name or scenario.startswith("_"):
                continue
            if sys.version_info < (3, getattr(function, "since", 0)):
                continue
            print("== " + name + "." + scenario)
            if hasattr(function, "plain"):
                contextvars.Context().run(function)
                continue
            with asyncio.Runner(loop_factory=VirtualLoop) as runner:
                runner.get_loop().set_exception_handler(lambda loop, context: log("handler:", context.get("exception")))
                runner.run(function())


if __name__ == "__main__":
    sys.modules["run"] = sys.modules["__main__"]
    main(sys.argv[1:])
