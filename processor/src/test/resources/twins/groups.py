import asyncio

from run import log, since, ticks


async def _work(name, seconds, error=None):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        log(name, "cancelled")
        raise
    if error:
        raise error
    log(name, "ends")
    return name


async def _outcome(awaitable):
    try:
        log("outcome", await awaitable)
    except BaseException as error:
        log("outcome", error)


async def it_waits_for_all_its_children():
    async def run():
        async with asyncio.TaskGroup() as group:
            group.create_task(_work("a", 2))
            group.create_task(_work("b", 1))
            log("body ends")
        return "all"

    await _outcome(run())


async def a_failure_cancels_the_siblings_and_the_body():
    async def run():
        async with asyncio.TaskGroup() as group:
            group.create_task(_work("a", 1, ZeroDivisionError("a")))
            group.create_task(_work("b", 5))
            await _work("body", 9)

    await _outcome(run())
    log(asyncio.current_task().cancelling())


async def a_failure_after_the_body_cancels_the_siblings():
    async def run():
        async with asyncio.TaskGroup() as group:
            group.create_task(_work("a", 1, ZeroDivisionError("a")))
            group.create_task(_work("b", 5))

    await _outcome(run())


async def the_exception_of_the_body_joins_those_of_the_children():
    async def child():
        try:
            await asyncio.sleep(9)
        finally:
            raise KeyError("child")

    async def run():
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
            await ticks()
            raise ZeroDivisionError("body")

    await _outcome(run())


async def a_child_that_is_cancelled_is_no_failure():
    async def run():
        async with asyncio.TaskGroup() as group:
            a = group.create_task(_work("a", 2))
            group.create_task(_work("b", 1))
            await ticks()
            a.cancel()
        return "all"

    await _outcome(run())


async def a_cancellation_from_outside_cancels_the_children():
    async def run():
        async with asyncio.TaskGroup() as group:
            group.create_task(_work("a", 2))
            await _work("body", 9)

    task = asyncio.create_task(run())
    await ticks(2)
    task.cancel()
    await _outcome(task)
    log(task.cancelling())


@since(13)
async def a_cancellation_and_a_failure_are_the_failure_and_the_cancellation_comes_again():
    async def child():
        try:
            await asyncio.sleep(9)
        finally:
            raise KeyError("child")

    async def run():
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(child())
                await asyncio.sleep(9)
        except* KeyError as error:
            log("caught", error)
        await asyncio.sleep(0)
        log("not here")

    task = asyncio.create_task(run())
    await ticks(2)
    task.cancel()
    await _outcome(task)


async def groups_nest():
    async def inner():
        async with asyncio.TaskGroup() as group:
            group.create_task(_work("a", 1, ZeroDivisionError("a")))

    async def run():
        async with asyncio.TaskGroup() as group:
            group.create_task(inner())
            group.create_task(_work("b", 9))

    await _outcome(run())


async def children_may_add_children():
    async def run():
        async with asyncio.TaskGroup() as group:

            async def child(depth):
                log("child", depth)
                if depth:
                    group.create_task(child(depth - 1))

            group.create_task(child(2))
        return "all"

    await _outcome(run())


async def after_a_failure_it_takes_no_children():
    async def run():
        async with asyncio.TaskGroup() as group:
            group.create_task(_work("a", 1, ZeroDivisionError("a")))
            try:
                await asyncio.sleep(9)
            finally:
                coroutine = _work("late", 1)
                try:
                    group.create_task(coroutine)
                except RuntimeError as error:
                    log("refused", error)

    await _outcome(run())


async def a_timeout_around_it_cancels_all():
    async def run():
        async with asyncio.timeout(1):
            async with asyncio.TaskGroup() as group:
                group.create_task(_work("child", 5))
                group.create_task(_work("child", 5))

    await _outcome(run())


async def a_timeout_within_it_leaves_it_alone():
    async def run():
        async with asyncio.TaskGroup() as group:
            group.create_task(_work("a", 3))
            try:
                async with asyncio.timeout(1):
                    await asyncio.sleep(9)
            except TimeoutError:
                log("timeout")
        return "all"

    await _outcome(run())
