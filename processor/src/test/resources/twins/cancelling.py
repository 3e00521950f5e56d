import asyncio

from run import log, since, ticks


async def _sleeper(name, seconds=10):
    try:
        log(name, "sleeps")
        await asyncio.sleep(seconds)
        log(name, "slept")
    except asyncio.CancelledError:
        log(name, "cancelled")
        raise
    finally:
        log(name, "finally")


async def _outcome(task):
    try:
        log("outcome", await task)
    except BaseException as error:
        log("outcome", error)


async def before_the_first_step_nothing_runs():
    task = asyncio.create_task(_sleeper("a"))
    log(task.cancel())
    await _outcome(task)
    log(task.cancelled())


async def while_it_sleeps():
    task = asyncio.create_task(_sleeper("a"))
    await ticks()
    log(task.cancel(), task.done())
    await _outcome(task)
    log(task.cancelled(), task.cancelling())


async def one_that_swallows_it_goes_on():
    async def stubborn():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            log("swallowed")
        await asyncio.sleep(1)
        return "ended"

    task = asyncio.create_task(stubborn())
    await ticks()
    task.cancel()
    await _outcome(task)
    log(task.cancelled(), task.cancelling())


async def finally_may_await():
    async def work():
        try:
            await asyncio.sleep(10)
        finally:
            log("cleaning")
            await asyncio.sleep(1)
            log("cleaned")

    task = asyncio.create_task(work())
    await ticks()
    task.cancel()
    await _outcome(task)


async def a_second_one_interrupts_the_finally_block():
    async def work():
        try:
            await asyncio.sleep(10)
        finally:
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                log("again")

    task = asyncio.create_task(work())
    await ticks()
    task.cancel()
    await ticks()
    task.cancel()
    await _outcome(task)
    log(task.cancelling())


async def it_reaches_through_awaited_tasks():
    async def outer(inner):
        try:
            await inner
        except asyncio.CancelledError:
            log("outer cancelled")
            raise

    inner = asyncio.create_task(_sleeper("inner"))
    task = asyncio.create_task(outer(inner))
    await ticks(2)
    task.cancel()
    await _outcome(task)
    log(inner.cancelled(), task.cancelled())


async def a_running_task_gets_it_at_its_next_suspension():
    async def work():
        asyncio.current_task().cancel()
        log("still here")
        try:
            await asyncio.sleep(0)
            log("not here")
        except asyncio.CancelledError:
            log("at the sleep")
            raise

    await _outcome(asyncio.create_task(work()))


async def a_running_task_that_ends_first_ends_cancelled():
    async def work():
        asyncio.current_task().cancel()
        return "value"

    await _outcome(asyncio.create_task(work()))


async def it_wins_over_a_result_of_the_same_turn():
    promise = asyncio.get_running_loop().create_future()

    async def work():
        log("got", await promise)

    task = asyncio.create_task(work())
    await ticks()
    promise.set_result(1)
    log(task.cancel())
    await _outcome(task)


@since(13)
async def uncancel_withdraws_one_that_was_not_delivered():
    async def work():
        task = asyncio.current_task()
        task.cancel()
        log(task.cancelling(), task.uncancel())
        await asyncio.sleep(0)
        return "went on"

    await _outcome(asyncio.create_task(work()))


async def the_message_reaches_the_await():
    async def work():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as error:
            log(error.args[0])
            raise

    task = asyncio.create_task(work())
    await ticks()
    task.cancel("enough")
    await _outcome(task)


async def what_is_thrown_instead_is_the_outcome():
    async def work():
        try:
            await asyncio.sleep(10)
        finally:
            raise ZeroDivisionError("instead")

    task = asyncio.create_task(work())
    await ticks()
    task.cancel()
    await _outcome(task)
    log(task.cancelled())


async def a_cancelled_promise_cancels_who_awaits_it():
    promise = asyncio.get_running_loop().create_future()

    async def work():
        try:
            await promise
        except asyncio.CancelledError:
            log("cancelled", asyncio.current_task().cancelling())
            return "went on"

    task = asyncio.create_task(work())
    await ticks()
    promise.cancel()
    await _outcome(task)


async def what_is_done_cannot_be_cancelled():
    async def work():
        return 1

    task = asyncio.create_task(work())
    await task
    log(task.cancel(), task.cancelled(), task.result())


async def run_cancels_what_is_left():
    asyncio.create_task(_sleeper("one"))
    asyncio.create_task(_sleeper("one"))
    await ticks()
    log("main ends")
