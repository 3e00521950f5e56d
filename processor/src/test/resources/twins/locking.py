import asyncio

from run import log, since, ticks


async def a_lock_goes_to_who_came_first():
    lock = asyncio.Lock()

    async def work(name):
        async with lock:
            log(name, "holds")
            await asyncio.sleep(1)

    await asyncio.gather(*(work(n) for n in "abc"))
    log(lock.locked())


async def a_cancelled_waiter_of_a_lock_is_passed_over():
    lock = asyncio.Lock()

    async def work(name):
        try:
            await lock.acquire()
        except asyncio.CancelledError:
            log(name, "cancelled")
            raise
        log(name, "holds")
        lock.release()

    await lock.acquire()
    tasks = [asyncio.create_task(work(n)) for n in "abc"]
    await ticks()
    tasks[0].cancel()
    lock.release()
    await asyncio.wait(tasks)
    log(lock.locked())


async def an_event_wakes_all_even_if_it_is_cleared():
    event = asyncio.Event()

    async def work(name):
        await event.wait()
        log(name, event.is_set())

    tasks = [asyncio.create_task(work(n)) for n in "ab"]
    await ticks()
    event.set()
    event.clear()
    await asyncio.wait(tasks)


async def a_condition_wakes_as_many_as_it_is_told():
    condition = asyncio.Condition()

    async def work(name):
        async with condition:
            await condition.wait()
            log(name, "woken")

    tasks = [asyncio.create_task(work(n)) for n in "abc"]
    await ticks(3)
    async with condition:
        condition.notify(2)
    await asyncio.sleep(1)
    log("two")
    async with condition:
        condition.notify_all()
    await asyncio.wait(tasks)


async def a_condition_without_its_lock_is_refused():
    condition = asyncio.Condition()
    try:
        condition.notify()
    except RuntimeError as error:
        log(error)


async def a_semaphore_lets_so_many_in():
    semaphore = asyncio.Semaphore(2)

    async def work(name):
        async with semaphore:
            log(name, "in", semaphore.locked())
            await asyncio.sleep(1)
        log(name, "out")

    await asyncio.gather(*(work(n) for n in "abc"))


async def a_bounded_semaphore_is_not_released_too_often():
    semaphore = asyncio.BoundedSemaphore(1)
    await semaphore.acquire()
    semaphore.release()
    try:
        semaphore.release()
    except ValueError:
        log("refused")


async def a_barrier_is_passed_together():
    barrier = asyncio.Barrier(3)

    async def work(name, seconds):
        await asyncio.sleep(seconds)
        log(name, "arrives", barrier.n_waiting)
        await barrier.wait()
        log(name, "passes")

    await asyncio.gather(work("a", 1), work("b", 2), work("c", 3))


async def an_aborted_barrier_is_broken():
    barrier = asyncio.Barrier(2)

    async def work():
        try:
            await barrier.wait()
        except asyncio.BrokenBarrierError as error:
            log(error)

    task = asyncio.create_task(work())
    await ticks()
    await barrier.abort()
    await task
    log(barrier.broken)


async def a_full_queue_keeps_its_putters_waiting():
    queue = asyncio.Queue(1)

    async def put():
        for i in range(3):
            await queue.put(i)
            log("put", i)

    task = asyncio.create_task(put())
    await asyncio.sleep(1)
    log(queue.full(), queue.qsize())
    for _ in range(3):
        log("got", await queue.get())
        await asyncio.sleep(1)
    await task


async def a_cancelled_getter_loses_nothing():
    queue = asyncio.Queue()
    task = asyncio.create_task(queue.get())
    await ticks()
    queue.put_nowait("item")
    task.cancel()
    await ticks(2)
    log(task.cancelled(), queue.get_nowait())


async def join_waits_for_all_that_was_put():
    queue = asyncio.Queue()
    for i in range(3):
        queue.put_nowait(i)

    async def work():
        while True:
            item = await queue.get()
            await asyncio.sleep(1)
            log("done", item)
            queue.task_done()

    task = asyncio.create_task(work())
    await queue.join()
    log("joined")
    task.cancel()


async def the_other_orders_of_a_queue():
    for queue in (asyncio.LifoQueue(), asyncio.PriorityQueue()):
        for i in (2, 3, 1):
            queue.put_nowait(i)
        log([queue.get_nowait() for _ in range(3)])


async def an_empty_queue_and_a_full_one_refuse_at_once():
    queue = asyncio.Queue(1)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        log(error)
    queue.put_nowait(1)
    try:
        queue.put_nowait(2)
    except asyncio.QueueFull as error:
        log(error)


@since(13)
async def a_queue_that_is_shut_down_is_drained():
    """Since 3.13."""
    queue = asyncio.Queue()
    queue.put_nowait(1)
    queue.shutdown()
    try:
        queue.put_nowait(2)
    except asyncio.QueueShutDown as error:
        log("put", error)
    log(await queue.get())
    try:
        await queue.get()
    except asyncio.QueueShutDown as error:
        log("get", error)
