import asyncio

from run import log, ticks


async def _outcome(awaitable):
    try:
        log("outcome", await awaitable)
    except BaseException as error:
        log("outcome", error)


async def _slow(seconds, value="value"):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        log("slow cancelled")
        raise
    return value


async def a_body_in_time_gives_its_result():
    async def work():
        async with asyncio.timeout(2):
            return await _slow(1)

    await _outcome(work())


async def a_body_out_of_time_is_cancelled():
    async def work():
        async with asyncio.timeout(1) as limit:
            try:
                await _slow(2)
            finally:
                log(limit.expired(), asyncio.current_task().cancelling())

    await _outcome(work())
    log(asyncio.current_task().cancelling())


async def of_nested_ones_the_outer_that_ends_first_converts():
    async def work():
        try:
            async with asyncio.timeout(1):
                try:
                    async with asyncio.timeout(5):
                        await _slow(9)
                except TimeoutError:
                    log("inner")
        except TimeoutError:
            log("outer")

    await _outcome(work())


async def of_nested_ones_the_inner_that_ends_first_converts():
    async def work():
        async with asyncio.timeout(5):
            try:
                async with asyncio.timeout(1):
                    await _slow(9)
            except TimeoutError:
                log("inner")
            await asyncio.sleep(1)
            return "went on"

    await _outcome(work())


async def a_cancellation_from_outside_stays_one():
    async def work():
        async with asyncio.timeout(5):
            await _slow(9)

    task = asyncio.create_task(work())
    await ticks()
    task.cancel()
    await _outcome(task)


async def another_exception_on_the_way_out_wins():
    async def work():
        async with asyncio.timeout(1):
            try:
                await _slow(9)
            finally:
                raise ZeroDivisionError("out")

    await _outcome(work())


async def a_body_that_swallows_it_ends_normally():
    async def work():
        async with asyncio.timeout(1) as limit:
            try:
                await _slow(9)
            except asyncio.CancelledError:
                log("swallowed", limit.expired())
        return asyncio.current_task().cancelling()

    await _outcome(work())


async def no_time_at_all_ends_at_the_first_suspension():
    async def work():
        async with asyncio.timeout(0):
            log("body")
            await asyncio.sleep(0)
            log("not here")

    await _outcome(work())


async def rescheduling_moves_the_deadline():
    async def work():
        async with asyncio.timeout(1) as limit:
            limit.reschedule(asyncio.get_running_loop().time() + 5)
            return await _slow(3)

    await _outcome(work())


async def wait_for_gives_the_result():
    await _outcome(asyncio.wait_for(_slow(1), 2))


async def wait_for_waits_for_the_end_of_what_it_cancels():
    async def work():
        try:
            await asyncio.sleep(9)
        finally:
            await asyncio.sleep(1)
            log("cleaned")

    await _outcome(asyncio.wait_for(work(), 1))
    log("told")


async def wait_for_returns_what_swallows_the_cancellation():
    async def work():
        try:
            await asyncio.sleep(9)
        except asyncio.CancelledError:
            return "late"

    await _outcome(asyncio.wait_for(work(), 1))


async def wait_for_without_time_starts_nothing():
    async def work():
        log("not here")

    coroutine = work()
    await _outcome(asyncio.wait_for(coroutine, 0))
    coroutine.close()


async def wait_for_in_time_of_what_fails():
    async def work():
        raise ZeroDivisionError("fails")

    await _outcome(asyncio.wait_for(work(), 1))
