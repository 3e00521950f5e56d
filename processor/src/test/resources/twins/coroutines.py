import inspect
import types

from run import log, plain


@types.coroutine
def _suspend(value):
    return (yield value)


async def _asking(*questions):
    for question in questions:
        log("answer", await _suspend(question))
    return "result"


@plain
def run_nothing_when_they_are_made():
    async def logging():
        log("runs")

    coroutine = logging()
    log("made", inspect.getcoroutinestate(coroutine).removeprefix("CORO_"))
    _end(coroutine)
    log(inspect.getcoroutinestate(coroutine).removeprefix("CORO_"))


def _end(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as returned:
        log("returned", returned.value)


@plain
def answer_what_they_yield():
    coroutine = _asking("q1", "q2")
    log(coroutine.send(None))
    log(coroutine.send("a1"))
    try:
        coroutine.send("a2")
    except StopIteration as returned:
        log("returned", returned.value)


@plain
def yield_through_those_that_await_them():
    async def outer():
        return [await _asking("q"), "outer"]

    coroutine = outer()
    log(coroutine.send(None))
    try:
        coroutine.send("a")
    except StopIteration as returned:
        log(returned.value)


@plain
def refuse_a_value_before_they_have_begun():
    coroutine = _asking()
    try:
        coroutine.send("early")
    except TypeError:
        log("refused")
    _end(coroutine)


@plain
def cannot_be_used_again():
    coroutine = _asking()
    _end(coroutine)
    try:
        coroutine.send(None)
    except RuntimeError as thrown:
        log(str(thrown))


@plain
def throw_at_their_await():
    async def catching():
        try:
            await _suspend("q")
        except ValueError as thrown:
            log("caught", thrown)
            return await _suspend("again")

    coroutine = catching()
    log(coroutine.send(None))
    log(coroutine.throw(ValueError("in")))
    try:
        coroutine.send("a")
    except StopIteration as returned:
        log(returned.value)


@plain
def that_are_fresh_throw_without_running():
    coroutine = _asking("q")
    try:
        coroutine.throw(ValueError("early"))
    except ValueError as thrown:
        log(thrown)
    log(inspect.getcoroutinestate(coroutine).removeprefix("CORO_"))


@plain
def run_their_finally_when_they_are_closed():
    async def cleaning():
        try:
            await _suspend("q")
        finally:
            log("finally")

    coroutine = cleaning()
    coroutine.send(None)
    log(inspect.getcoroutinestate(coroutine).removeprefix("CORO_"))
    coroutine.close()
    log(inspect.getcoroutinestate(coroutine).removeprefix("CORO_"))
    coroutine.close()


@plain
def close_from_the_inside_out():
    async def inner():
        try:
            await _suspend("q")
        finally:
            log("inner")

    async def outer():
        try:
            await inner()
        finally:
            log("outer")

    coroutine = outer()
    coroutine.send(None)
    coroutine.close()


@plain
def that_ignore_the_exit_are_told():
    async def stubborn():
        try:
            await _suspend("q")
        except GeneratorExit:
            await _suspend("again")

    coroutine = stubborn()
    coroutine.send(None)
    try:
        coroutine.close()
    except RuntimeError as thrown:
        log(str(thrown))
