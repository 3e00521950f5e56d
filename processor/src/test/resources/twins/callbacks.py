import asyncio

from run import log, ticks


async def run_in_the_order_in_which_they_were_added():
    loop = asyncio.get_running_loop()
    for i in range(4):
        loop.call_soon(log, i)
    await ticks(1)
    log("after")


async def added_by_callbacks_run_in_the_next_turn():
    loop = asyncio.get_running_loop()

    def first():
        log("first")
        loop.call_soon(log, "added by first")

    loop.call_soon(first)
    loop.call_soon(log, "second")
    await ticks(1)
    log("one turn")
    await ticks(1)
    log("two turns")


async def that_are_cancelled_do_not_run():
    loop = asyncio.get_running_loop()
    handle = loop.call_soon(log, "never")
    timer = loop.call_later(0.01, log, "never")
    handle.cancel()
    timer.cancel()
    log(handle.cancelled(), timer.cancelled())
    await asyncio.sleep(0.02)


async def may_cancel_each_other():
    loop = asyncio.get_running_loop()
    handles = []
    loop.call_soon(lambda: (log("first"), handles[0].cancel()))
    handles.append(loop.call_soon(log, "second"))
    loop.call_soon(log, "third")
    await ticks(1)


async def timed_ones_run_by_time():
    loop = asyncio.get_running_loop()
    loop.call_later(0.03, log, 3)
    loop.call_later(0.01, log, 1)
    loop.call_at(loop.time() + 0.02, log, 2)
    await asyncio.sleep(0.04)


async def that_throw_are_reported_and_the_loop_goes_on():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: log("reported", context["exception"]))

    def broken():
        raise ValueError("broken")

    loop.call_soon(broken)
    loop.call_soon(log, "next")
    await ticks(1)
    log("went on")


async def of_a_task_run_in_order_and_a_turn_later():
    async def work():
        log("work")
        return 7

    task = asyncio.create_task(work())
    task.add_done_callback(lambda done: log("first", done.result()))
    task.add_done_callback(lambda done: log("second", done.result()))
    log("awaited", await task)


async def that_are_removed_do_not_run():
    future = asyncio.get_running_loop().create_future()

    def callback(_):
        log("never")

    future.add_done_callback(callback)
    future.add_done_callback(callback)
    future.add_done_callback(lambda _: log("other"))
    log("removed", future.remove_done_callback(callback))
    future.set_result(None)
    await ticks(1)


async def of_a_future_that_is_done_run_in_the_next_turn():
    future = asyncio.get_running_loop().create_future()
    future.set_result("done")
    future.add_done_callback(lambda done: log("callback", done.result()))
    log("added")
    await ticks(1)


async def of_a_future_run_with_it_as_their_argument():
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(lambda done: log(done is future, done.cancelled()))
    future.cancel()
    await ticks(1)


async def that_throw_after_a_future_are_reported():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: log("reported", context["exception"]))
    future = loop.create_future()

    def broken(_):
        raise ValueError("broken")

    future.add_done_callback(broken)
    future.add_done_callback(lambda _: log("next"))
    future.set_result(None)
    await ticks(1)


async def of_other_threads_wake_the_loop():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    await loop.run_in_executor(None, lambda: loop.call_soon_threadsafe(future.set_result, "from a thread"))
    log(await future)


async def future_states():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    try:
        future.result()
    except asyncio.InvalidStateError as thrown:
        log("result", str(thrown))
    try:
        future.exception()
    except asyncio.InvalidStateError as thrown:
        log("exception", str(thrown))
    future.set_result(1)
    log(future.done(), future.cancelled(), future.result(), future.exception(), future.cancel())
    try:
        future.set_result(2)
    except asyncio.InvalidStateError as thrown:
        log(thrown)


async def future_failures():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.set_exception(ValueError("bad"))
    log(future.done(), future.exception())
    for _ in range(2):
        try:
            await future
        except ValueError as thrown:
            log("awaited", thrown)


async def future_cancellation():
    future = asyncio.get_running_loop().create_future()
    log(future.cancel("why"), future.cancelled(), future.done(), future.cancel())
    try:
        await future
    except asyncio.CancelledError as thrown:
        log(str(thrown))
