import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager, nullcontext

from run import log, ticks


class Manager:
    """Logs what it is asked for; its exit may swallow, or raise."""

    def __init__(self, name, swallows=False, failure=None):
        self.name = name
        self.swallows = swallows
        self.failure = failure

    async def __aenter__(self):
        await ticks()
        log(self.name, "enter")
        return self.name

    async def __aexit__(self, _, thrown, trace):
        await ticks()
        log(self.name, "exit", thrown)
        if self.failure:
            raise self.failure
        return self.swallows


def chain(failure):
    """The exception, and what was on its way before it."""
    all = []
    while failure is not None:
        all.append(failure)
        failure = failure.__context__
    return all


async def managers_exit_in_the_mirrored_order():
    async with Manager("a") as a, Manager("b") as b:
        log("body", a, b)


async def an_exit_may_swallow_what_the_body_raises():
    async with Manager("outer"):
        async with Manager("inner", swallows=True):
            raise KeyError("body")
    log("on")


async def an_exit_that_raises_replaces_what_the_body_raises():
    try:
        async with Manager("outer", failure=KeyError("outer")):
            async with Manager("inner", failure=KeyError("inner")):
                raise ZeroDivisionError("body")
    except KeyError as error:
        log(chain(error))


async def an_entry_that_fails_is_not_exited():
    class Failing(Manager):
        async def __aenter__(self):
            raise KeyError("enter")

    try:
        async with Manager("outer"):
            async with Failing("inner"):
                log("never")
    except KeyError as error:
        log(error)


async def a_cancelled_body_exits_its_manager():
    async def held():
        async with Manager("held"):
            await asyncio.sleep(10)

    task = asyncio.create_task(held())
    await ticks(3)
    task.cancel()
    await ticks(3)
    log(task.cancelled())


async def a_cancelled_exit_gets_the_cancellation():
    class Slow(Manager):
        async def __aexit__(self, _, thrown, trace):
            try:
                await asyncio.sleep(10)
            finally:
                log("exit ends")

    async def held():
        try:
            async with Slow("slow"):
                raise KeyError("body")
        except asyncio.CancelledError as error:
            log(chain(error))
            raise

    task = asyncio.create_task(held())
    await ticks(5)
    task.cancel()
    await ticks(5)
    log(task.cancelled())


async def a_generator_is_a_manager():
    @asynccontextmanager
    async def managing():
        log("before")
        await ticks()
        try:
            yield 42
        finally:
            await ticks()
            log("after")

    async with managing() as value:
        log("body", value)
    try:
        async with managing():
            raise KeyError("body")
    except KeyError as error:
        log(error)


async def a_generator_may_swallow_or_replace():
    @asynccontextmanager
    async def managing():
        try:
            yield
        except KeyError as error:
            log("swallowed", error)
        except ZeroDivisionError:
            raise KeyError("replacing")

    async with managing():
        raise KeyError("body")
    try:
        async with managing():
            raise ZeroDivisionError("body")
    except KeyError as error:
        log(chain(error))


async def a_generator_has_to_yield():
    @asynccontextmanager
    async def managing():
        if False:
            yield

    try:
        async with managing():
            log("never")
    except RuntimeError as error:
        log(str(error))


async def a_generator_has_to_stop():
    @asynccontextmanager
    async def managing():
        try:
            yield
            log("on")
            yield
        finally:
            log("closed")

    try:
        async with managing():
            log("body")
    except RuntimeError as error:
        log(str(error))


async def a_generator_has_to_stop_after_an_exception():
    @asynccontextmanager
    async def managing():
        try:
            yield
        except KeyError:
            yield

    try:
        async with managing():
            raise KeyError("body")
    except RuntimeError as error:
        log(str(error))


async def the_end_of_an_iteration_in_the_body_is_an_exception_like_others():
    @asynccontextmanager
    async def managing():
        yield

    @asynccontextmanager
    async def swallowing():
        try:
            yield
        except StopAsyncIteration:
            log("swallowed")

    try:
        async with managing():
            raise StopAsyncIteration
    except StopAsyncIteration as error:
        log(error)
    async with swallowing():
        raise StopAsyncIteration


async def a_stack_exits_last_in_first_out():
    async def callback(name):
        await ticks()
        log(name)

    async with AsyncExitStack() as stack:
        stack.push_async_callback(callback, "first")
        log(await stack.enter_async_context(Manager("second")))
        stack.callback(log, "third")
        stack.push_async_callback(callback, "fourth")
        log("body")


async def a_stack_shows_each_exit_what_is_on_its_way():
    async def sees(_, thrown, trace):
        log("sees", thrown)

    async def swallows(_, thrown, trace):
        log("swallows", thrown)
        return True

    async with AsyncExitStack() as stack:
        stack.push_async_exit(sees)
        stack.push_async_exit(swallows)
        await stack.enter_async_context(Manager("failing", failure=KeyError("exit")))
        stack.push_async_exit(sees)
        raise ZeroDivisionError("body")
    log("on")


async def a_stack_chains_like_nested_managers():
    async def fails(error):
        raise error

    async def swallows(_, thrown, trace):
        log("swallows", chain(thrown))
        return True

    try:
        async with AsyncExitStack() as stack:
            stack.push_async_callback(fails, KeyError("last"))
            stack.push_async_callback(fails, ZeroDivisionError("later"))
            stack.push_async_callback(fails, KeyError("after"))
            stack.push_async_exit(swallows)
            stack.push_async_callback(fails, KeyError("callback"))
            raise ZeroDivisionError("body")
    except KeyError as error:
        log(chain(error))


async def a_stack_hands_over_what_it_holds():
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(Manager("kept"))
        kept = stack.pop_all()
        stack.callback(log, "own")
    log("left")
    await kept.aclose()
    await kept.aclose()


async def a_stack_that_is_cancelled_in_an_exit_does_the_rest():
    async def slow():
        await asyncio.sleep(10)

    async def held():
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(Manager("last"))
            stack.push_async_callback(slow)

    task = asyncio.create_task(held())
    await ticks(4)
    task.cancel()
    await ticks(4)
    log(task.cancelled())


async def closing_ends_a_generator_on_every_way_out():
    async def numbers():
        try:
            yield 1
            yield 2
        finally:
            await ticks()
            log("closed")

    async with aclosing(numbers()) as source:
        async for number in source:
            log(number)
            break
    try:
        async with aclosing(numbers()) as source:
            log(await anext(source))
            raise KeyError("body")
    except KeyError as error:
        log(error)


async def none_does_nothing():
    async with nullcontext(42) as value:
        log(value)
