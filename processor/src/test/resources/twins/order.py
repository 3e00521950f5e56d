import asyncio

from run import log, ticks


async def call_soon_is_first_in_first_out():
    loop = asyncio.get_running_loop()
    for i in range(3):
        loop.call_soon(log, "callback", i)
    log("before")
    await ticks()
    log("after")


async def what_a_callback_adds_runs_in_the_next_turn():
    loop = asyncio.get_running_loop()

    def first():
        log("first")
        loop.call_soon(log, "third")

    loop.call_soon(first)
    loop.call_soon(log, "second")
    await ticks()
    log("turn")
    await ticks()


async def tasks_start_in_the_order_in_which_they_are_made():
    async def work(name):
        log(name, "starts")
        await ticks()
        log(name, "ends")

    tasks = [asyncio.create_task(work(n)) for n in "abc"]
    log("made")
    for task in tasks:
        await task


async def sleepers_wake_by_time():
    async def work(seconds):
        await asyncio.sleep(seconds)
        log("slept", seconds)

    tasks = [asyncio.create_task(work(s)) for s in (3, 1, 2)]
    for task in tasks:
        await task


async def a_sleep_of_nothing_is_one_turn():
    async def work(name):
        for i in range(3):
            log(name, i)
            await asyncio.sleep(0)

    a = asyncio.create_task(work("a"))
    b = asyncio.create_task(work("b"))
    await a
    await b


async def timers_that_are_due_run_behind_what_is_ready():
    loop = asyncio.get_running_loop()
    loop.call_later(1, log, "timer")

    def ready():
        log("ready")

    await asyncio.sleep(0.5)
    loop.call_later(0.5, log, "later timer")
    loop.call_soon(ready)
    await asyncio.sleep(1)


async def a_cancelled_timer_does_not_fire():
    loop = asyncio.get_running_loop()
    handle = loop.call_later(1, log, "cancelled timer")
    loop.call_later(2, log, "timer")
    handle.cancel()
    log(handle.cancelled())
    await asyncio.sleep(3)


async def an_await_of_a_coroutine_takes_no_turn():
    async def inner():
        log("inner")
        return 1

    asyncio.get_running_loop().call_soon(log, "callback")
    log(await inner())
    await ticks()


async def who_awaits_a_task_goes_on_in_the_turn_after_its_end():
    async def work():
        log("work")

    task = asyncio.create_task(work())
    task.add_done_callback(lambda t: log("callback"))
    asyncio.get_running_loop().call_soon(lambda: asyncio.get_running_loop().call_soon(log, "next turn"))
    await task
    log("awaited")
    await ticks(2)


async def callbacks_of_a_promise_run_in_later_turns():
    promise = asyncio.get_running_loop().create_future()
    promise.add_done_callback(lambda p: log("first", p.result()))
    promise.add_done_callback(lambda p: log("second"))
    promise.set_result(7)
    log("set")
    await ticks()
    promise.add_done_callback(lambda p: log("late"))
    log("added")
    await ticks()


async def an_exception_of_a_callback_does_not_stop_the_loop():
    def bad():
        raise ZeroDivisionError("bad")

    loop = asyncio.get_running_loop()
    loop.call_soon(bad)
    loop.call_soon(log, "next")
    await ticks()
    log("goes on")
