import asyncio

from run import log, since, ticks


async def what_is_sent_is_the_value_of_the_yield():
    def echo():
        value = yield "first"
        while value:
            value = yield "got " + value
        return "end"

    generator = echo()
    log(next(generator), generator.send("a"), generator.send("b"))
    try:
        generator.send(None)
    except StopIteration as end:
        log("returned", end.value)


async def what_is_thrown_is_thrown_at_the_yield():
    def careful():
        try:
            yield 1
        except KeyError as error:
            log("caught", error)
            yield 2
        finally:
            log("finally")

    generator = careful()
    log(next(generator), generator.throw(KeyError("x")))
    log(list(generator))


async def closing_runs_the_finally_blocks_inside_out():
    def inner():
        try:
            yield 1
        finally:
            log("inner")

    def outer():
        try:
            yield from inner()
        finally:
            log("outer")

    generator = outer()
    next(generator)
    generator.close()
    log(list(generator))


async def delegation_has_the_value_that_the_inner_returned():
    def inner():
        yield 1
        yield 2
        return "inner value"

    def outer():
        log("value", (yield from inner()))
        yield 3

    log(list(outer()))


async def an_async_generator_awaits_between_its_elements():
    async def numbers():
        for i in range(3):
            await asyncio.sleep(1)
            yield i

    async for number in numbers():
        log(number)


@since(13)
async def leaving_the_loop_does_not_close_it_but_the_run_does():
    async def numbers():
        try:
            for i in range(3):
                yield i
        finally:
            await ticks()
            log("closed")

    source = numbers()
    async for number in source:
        log(number)
        break
    log("left")
    log(await source.__anext__())


async def what_is_sent_into_an_async_generator():
    async def echo():
        value = yield "first"
        await ticks()
        value = yield "got " + value
        log("last", value)

    generator = echo()
    log(await generator.asend(None), await generator.asend("a"))
    try:
        await generator.asend("b")
    except StopAsyncIteration:
        log("end")


async def what_is_thrown_into_an_async_generator():
    async def careful():
        try:
            yield 1
        except KeyError as error:
            log("caught", error)
            await ticks()
            yield 2

    generator = careful()
    log(await generator.__anext__(), await generator.athrow(KeyError("x")))
    await generator.aclose()


async def closing_an_async_generator_awaits_its_finally_blocks():
    async def numbers():
        try:
            yield 1
        finally:
            await asyncio.sleep(1)
            log("closed")

    generator = numbers()
    await generator.__anext__()
    await generator.aclose()
    await generator.aclose()
    try:
        await generator.__anext__()
    except StopAsyncIteration:
        log("end")


async def two_tasks_cannot_share_an_async_generator():
    async def numbers():
        await asyncio.sleep(1)
        yield 1

    generator = numbers()

    async def first():
        return await generator.__anext__()

    task = asyncio.create_task(first())
    await ticks()
    try:
        await generator.__anext__()
    except RuntimeError as error:
        log(error)
    log(await task)


async def a_coroutine_that_is_awaited_twice_is_refused():
    async def work():
        return 1

    coroutine = work()
    log(await coroutine)
    try:
        await coroutine
    except RuntimeError as error:
        log(error)


async def a_coroutine_driven_by_hand():
    class Suspend:
        def __await__(self):
            return (yield "yielded")

    async def work():
        try:
            return "got " + await Suspend()
        finally:
            log("finally")

    coroutine = work()
    log(coroutine.send(None))
    try:
        coroutine.send("sent")
    except StopIteration as end:
        log(end.value)


async def exceptions_pass_through_awaits():
    async def fails():
        await ticks()
        raise ZeroDivisionError("deep")

    async def middle():
        try:
            await fails()
        finally:
            log("middle")

    try:
        await middle()
    except ZeroDivisionError as error:
        log(error)


async def a_failed_task_may_be_awaited_again():
    async def fails():
        raise ZeroDivisionError("once")

    task = asyncio.create_task(fails())
    for _ in range(2):
        try:
            await task
        except ZeroDivisionError as error:
            log(error)
