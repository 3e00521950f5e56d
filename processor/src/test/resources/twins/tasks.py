import asyncio

from run import log, since, ticks


async def begin_in_the_next_turn_in_order_of_creation():
    async def work(name):
        log(name)

    tasks = [asyncio.create_task(work(name)) for name in "abc"]
    log("created")
    for task in tasks:
        await task


async def interleave_at_their_awaits():
    async def work(name):
        for i in range(3):
            log(name, i)
            await asyncio.sleep(0)

    await asyncio.gather(*(work(name) for name in "ab"))


async def can_be_awaited_more_than_once():
    async def work():
        log("runs once")
        return 5

    task = asyncio.create_task(work())
    log(await task, await task)


async def are_awaited_by_several_in_order():
    async def work():
        await ticks(2)
        return "result"

    async def wait(name, task):
        log(name, await task)

    task = asyncio.create_task(work())
    await asyncio.gather(*(wait(name, task) for name in "abc"))


async def that_fail_throw_where_they_are_awaited():
    async def work():
        raise ValueError("failed")

    task = asyncio.create_task(work())
    await ticks(1)
    log(task.done(), task.exception())
    try:
        await task
    except ValueError as thrown:
        log("caught", thrown)


async def know_themselves():
    async def work():
        log(asyncio.current_task().get_name(), asyncio.current_task() is task)
        await asyncio.sleep(0)
        log(asyncio.current_task() is task)

    task = asyncio.create_task(work(), name="worker")
    main = asyncio.current_task()
    await task
    log(asyncio.current_task() is main)


async def are_listed_until_they_are_done():
    async def work(count):
        await ticks(count)

    one = asyncio.create_task(work(1))
    two = asyncio.create_task(work(3))
    log(len(asyncio.all_tasks()))
    await one
    log(len(asyncio.all_tasks()), one in asyncio.all_tasks(), two in asyncio.all_tasks())
    await two
    log(len(asyncio.all_tasks()))


async def refuse_an_outcome_from_outside():
    async def work():
        return "own"

    task = asyncio.create_task(work())
    for call in (lambda: task.set_result(1), lambda: task.set_exception(ValueError())):
        try:
            call()
        except RuntimeError as thrown:
            log(thrown)
    log(await task)


async def that_never_begin_are_cancelled_without_running():
    async def work():
        log("never")

    task = asyncio.create_task(work())
    log(task.cancel(), task.cancelled())
    try:
        await task
    except asyncio.CancelledError:
        log("cancelled", task.cancelled())


async def are_cancelled_where_they_wait():
    async def inner():
        try:
            await asyncio.sleep(10)
        finally:
            log("inner finally")

    async def outer():
        try:
            await inner()
        except asyncio.CancelledError as thrown:
            log("outer", str(thrown))
            raise

    task = asyncio.create_task(outer())
    await ticks(1)
    task.cancel("enough")
    log("requested", task.cancelled())
    try:
        await task
    except asyncio.CancelledError as thrown:
        log("main", str(thrown), task.cancelled())


async def may_refuse_to_be_cancelled():
    async def work():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            log("refused")
        await asyncio.sleep(0)
        return "result"

    task = asyncio.create_task(work())
    await ticks(1)
    task.cancel()
    log(await task, task.cancelled(), task.cancelling())


async def that_are_cancelled_twice_get_it_twice():
    async def work():
        for _ in range(2):
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError as thrown:
                log("got", str(thrown))
        return "end"

    task = asyncio.create_task(work())
    await ticks(1)
    task.cancel("first")
    await ticks(1)
    task.cancel("second")
    log(await task, task.cancelling())


async def requests_before_the_first_is_delivered_are_one():
    async def work():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            log("got one")
        await asyncio.sleep(0)
        log("goes on")

    task = asyncio.create_task(work())
    await ticks(1)
    log(task.cancel(), task.cancel(), task.cancelling())
    await task


async def count_requests_and_withdrawals():
    async def work():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            pass
        own = asyncio.current_task()
        log(own.cancelling(), own.uncancel(), own.uncancel(), own.cancelling())

    task = asyncio.create_task(work())
    await ticks(1)
    task.cancel()
    task.cancel()
    await task


async def pass_cancellation_on_to_what_they_await():
    async def leaf():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            log("leaf")
            raise

    async def middle(task):
        try:
            await task
        except asyncio.CancelledError:
            log("middle")
            raise

    inner = asyncio.create_task(leaf())
    outer = asyncio.create_task(middle(inner))
    await ticks(2)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        log("main", inner.cancelled(), outer.cancelled())


async def awaiting_a_cancelled_one_get_the_error_and_are_not_cancelled():
    async def work():
        await asyncio.sleep(10)

    async def wait(task):
        try:
            await task
        except asyncio.CancelledError:
            log("its error", asyncio.current_task().cancelling())
        return "went on"

    inner = asyncio.create_task(work())
    outer = asyncio.create_task(wait(inner))
    await ticks(2)
    inner.cancel()
    log(await outer)


async def may_cancel_themselves():
    async def work():
        asyncio.current_task().cancel("self")
        log("still running")
        try:
            await asyncio.sleep(0)
        except asyncio.CancelledError as thrown:
            log(str(thrown))
            raise

    task = asyncio.create_task(work())
    try:
        await task
    except asyncio.CancelledError:
        log(task.cancelled())


async def that_cancel_themselves_and_end_are_cancelled():
    async def work():
        asyncio.current_task().cancel()
        return "lost"

    task = asyncio.create_task(work())
    try:
        log(await task)
    except asyncio.CancelledError:
        log("cancelled")


async def that_are_done_cannot_be_cancelled():
    async def work():
        return 1

    task = asyncio.create_task(work())
    await task
    log(task.cancel(), task.cancelled(), task.result())


async def clean_up_with_awaits():
    async def work():
        try:
            await asyncio.sleep(10)
        finally:
            await asyncio.sleep(0)
            log("cleaned up")

    task = asyncio.create_task(work())
    await ticks(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        log("cancelled")


async def whose_clean_up_fails_fail():
    async def work():
        try:
            await asyncio.sleep(10)
        finally:
            raise ValueError("while cleaning up")

    task = asyncio.create_task(work())
    await ticks(1)
    task.cancel()
    try:
        await task
    except ValueError as thrown:
        log(thrown, task.cancelled())


async def that_return_while_cancelled_at_the_same_time_are_cancelled():
    future = asyncio.get_running_loop().create_future()

    async def work():
        return await future

    task = asyncio.create_task(work())
    await ticks(1)
    future.set_result("result")
    task.cancel()
    try:
        log(await task)
    except asyncio.CancelledError:
        log("cancelled", future.cancelled())


async def cannot_await_themselves():
    async def work():
        try:
            await task
        except RuntimeError as thrown:
            log(thrown)

    task = asyncio.create_task(work())
    await task


async def named_by_default_by_number():
    async def work():
        pass

    one = asyncio.create_task(work())
    two = asyncio.create_task(work())
    first = int(one.get_name().removeprefix("Task-"))
    second = int(two.get_name().removeprefix("Task-"))
    log(second - first)
    two.set_name("other")
    log(two.get_name())
    await asyncio.gather(one, two)


async def that_fail_unseen_are_reported():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: log(context["message"], context["exception"]))

    async def work():
        raise ValueError("unseen")

    task = asyncio.create_task(work())
    await ticks(2)
    del task
    await asyncio.sleep(0.01)
    log("end")


@since(12)
async def eager_ones_run_their_first_step_at_once():
    async def work(count):
        log("begins", asyncio.current_task().get_name())
        await ticks(count)
        log("ends")
        return count

    eager = asyncio.Task(work(1), loop=asyncio.get_running_loop(), name="eager", eager_start=True)
    log("made", eager.done())
    log(await eager)
    quick = asyncio.Task(work(0), loop=asyncio.get_running_loop(), name="quick", eager_start=True)
    log(quick.done(), quick.result(), asyncio.current_task().get_name() == "quick")
