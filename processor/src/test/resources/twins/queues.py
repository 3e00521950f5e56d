import asyncio

from run import log, since, ticks


async def give_first_what_was_put_first():
    queue = asyncio.Queue()
    for i in range(3):
        queue.put_nowait(i)
    log(queue.qsize(), queue.empty(), queue.full())
    log(await queue.get(), await queue.get(), queue.get_nowait())
    log(queue.empty())


async def wake_getters_in_order():
    queue = asyncio.Queue()

    async def get(name):
        log(name, await queue.get())

    tasks = [asyncio.create_task(get(name)) for name in "abc"]
    await ticks(1)
    for i in range(3):
        queue.put_nowait(i)
    await asyncio.gather(*tasks)


async def hold_putters_while_they_are_full():
    queue = asyncio.Queue(1)

    async def produce():
        for i in range(3):
            log("puts", i)
            await queue.put(i)
        log("produced")

    task = asyncio.create_task(produce())
    for _ in range(3):
        await asyncio.sleep(0.01)
        log("got", await queue.get())
    await task


async def have_nothing_to_give_at_once():
    queue = asyncio.Queue(1)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as thrown:
        log(thrown)
    queue.put_nowait(1)
    try:
        queue.put_nowait(2)
    except asyncio.QueueFull as thrown:
        log(thrown, queue.full(), queue.maxsize if hasattr(queue, "maxsize") else 1)


async def may_give_first_what_was_put_last():
    queue = asyncio.LifoQueue()
    for i in range(3):
        queue.put_nowait(i)
    log(await queue.get(), await queue.get(), await queue.get())


async def may_give_the_least_first():
    queue = asyncio.PriorityQueue()
    for i in (3, 1, 2):
        queue.put_nowait(i)
    log(await queue.get(), await queue.get(), await queue.get())


async def are_joined_when_all_is_done():
    queue = asyncio.Queue()

    async def consume():
        while True:
            item = await queue.get()
            await asyncio.sleep(0.01)
            log("done", item)
            queue.task_done()

    consumer = asyncio.create_task(consume())
    for i in range(3):
        queue.put_nowait(i)
    await queue.join()
    log("joined")
    consumer.cancel()


async def that_are_empty_are_joined_at_once():
    queue = asyncio.Queue()
    await queue.join()
    log("joined")


async def complain_of_task_done_too_often():
    queue = asyncio.Queue()
    queue.put_nowait(1)
    await queue.get()
    queue.task_done()
    try:
        queue.task_done()
    except ValueError:
        log("refused")


async def lose_nothing_to_a_cancelled_getter():
    queue = asyncio.Queue()

    async def get(name):
        log(name, await queue.get())

    a = asyncio.create_task(get("a"))
    b = asyncio.create_task(get("b"))
    await ticks(1)
    queue.put_nowait("item")
    a.cancel()
    await b
    log(a.cancelled(), queue.qsize())


async def put_nothing_for_a_cancelled_putter():
    queue = asyncio.Queue(1)
    queue.put_nowait("first")
    putter = asyncio.create_task(queue.put("never"))
    other = asyncio.create_task(queue.put("second"))
    await ticks(1)
    putter.cancel()
    log(await queue.get())
    await other
    log(await queue.get(), queue.empty())


@since(13)
async def that_are_shut_down_give_what_they_have():
    queue = asyncio.Queue()
    queue.put_nowait(1)
    queue.shutdown()
    try:
        queue.put_nowait(2)
    except asyncio.QueueShutDown as thrown:
        log("put", thrown)
    log(await queue.get())
    try:
        await queue.get()
    except asyncio.QueueShutDown as thrown:
        log("get", thrown)


@since(13)
async def that_are_shut_down_wake_their_getters():
    queue = asyncio.Queue()

    async def get(name):
        try:
            await queue.get()
        except asyncio.QueueShutDown:
            log(name, "shut down")

    tasks = [asyncio.create_task(get(name)) for name in "ab"]
    await ticks(1)
    queue.shutdown()
    await asyncio.gather(*tasks)


@since(13)
async def that_are_shut_down_at_once_drop_what_they_have():
    queue = asyncio.Queue()
    queue.put_nowait(1)
    queue.put_nowait(2)
    queue.shutdown(immediate=True)
    log(queue.qsize())
    await queue.join()
    log("joined")


async def feed_several_workers():
    queue = asyncio.Queue(2)

    async def work(name):
        while (item := await queue.get()) is not None:
            await asyncio.sleep(item * 0.01)
            log(name, item)

    workers = [asyncio.create_task(work(name)) for name in "ab"]
    for item in (3, 1, 1, 2):
        await queue.put(item)
    for _ in workers:
        await queue.put(None)
    await asyncio.gather(*workers)
