import asyncio

from run import log, since, ticks


async def _work(name, seconds, error=None):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        log(name, "cancelled")
        raise
    if error:
        log(name, "fails")
        raise error
    log(name, "ends")
    return name


async def _outcome(awaitable):
    try:
        log("outcome", await awaitable)
    except BaseException as error:
        log("outcome", error)


async def results_keep_the_order_of_the_arguments():
    await _outcome(asyncio.gather(_work("a", 3), _work("b", 1), _work("c", 2)))


async def the_first_failure_is_thrown_and_the_others_go_on():
    await _outcome(asyncio.gather(_work("a", 1, ZeroDivisionError("a")), _work("b", 2), _work("c", 3, KeyError("c"))))
    log("told")
    await asyncio.sleep(5)


async def failures_as_values():
    await _outcome(asyncio.gather(_work("a", 2, ZeroDivisionError("a")), _work("b", 1), return_exceptions=True))


async def a_cancelled_child_leaves_its_siblings_alone():
    a = asyncio.create_task(_work("a", 1))
    b = asyncio.create_task(_work("b", 2))
    gathering = asyncio.gather(a, b)
    await ticks()
    a.cancel()
    await _outcome(gathering)
    await _outcome(b)


async def cancelling_it_cancels_all():
    async def gathering():
        await asyncio.gather(_work("a", 1), _work("b", 2))

    task = asyncio.create_task(gathering())
    await ticks(2)
    task.cancel()
    await _outcome(task)


async def nothing_gives_an_empty_list():
    await _outcome(asyncio.gather())


async def one_that_is_given_twice_appears_twice():
    a = asyncio.create_task(_work("a", 1))
    await _outcome(asyncio.gather(a, a))


async def gathers_nest():
    await _outcome(asyncio.gather(asyncio.gather(_work("a", 2), _work("b", 1)), asyncio.gather(_work("c", 1))))


async def wait_gives_what_is_done_first():
    tasks = [asyncio.create_task(_work(n, s)) for n, s in (("a", 2), ("b", 1))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    log(len(done), len(pending), [t.result() for t in done])
    await asyncio.wait(tasks)


async def wait_stops_at_the_first_exception():
    tasks = [asyncio.create_task(_work("a", 3)), asyncio.create_task(_work("b", 1, KeyError("b")))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    log(len(done), len(pending), tasks[1].exception())
    await tasks[0]


async def wait_runs_out_of_time_and_cancels_nothing():
    tasks = [asyncio.create_task(_work("a", 3)), asyncio.create_task(_work("b", 1))]
    done, pending = await asyncio.wait(tasks, timeout=2)
    log(len(done), len(pending))
    await tasks[0]


async def cancelling_wait_leaves_the_tasks_running():
    inner = asyncio.create_task(_work("a", 3))

    async def waiting():
        await asyncio.wait([inner])

    task = asyncio.create_task(waiting())
    await ticks(2)
    task.cancel()
    await _outcome(task)
    await _outcome(inner)


@since(13)
async def as_completed_gives_them_as_they_end():
    tasks = [asyncio.create_task(_work(n, s)) for n, s in (("a", 3), ("b", 1), ("c", 2))]
    async for task in asyncio.as_completed(tasks):
        log("got", await task)


async def a_shield_keeps_the_inside_running():
    inner = asyncio.create_task(_work("inner", 2))

    async def outer():
        await asyncio.shield(inner)

    task = asyncio.create_task(outer())
    await ticks(2)
    task.cancel()
    await _outcome(task)
    await _outcome(inner)


async def a_cancelled_inside_comes_out_of_a_shield():
    inner = asyncio.create_task(_work("inner", 2))

    async def outer():
        await asyncio.shield(inner)

    task = asyncio.create_task(outer())
    await ticks(2)
    inner.cancel()
    await _outcome(task)
    log(task.cancelled())


async def a_failure_behind_a_cancelled_shield_is_told():
    inner = asyncio.create_task(_work("inner", 2, ZeroDivisionError("inner")))

    async def outer():
        await asyncio.shield(inner)

    task = asyncio.create_task(outer())
    await ticks(2)
    task.cancel()
    await _outcome(task)
    await asyncio.sleep(3)
    log("slept")
