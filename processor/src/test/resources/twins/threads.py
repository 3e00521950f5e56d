import asyncio
import concurrent.futures

from run import log, ticks


async def _in_a_thread(function):
    return await asyncio.get_running_loop().run_in_executor(None, function)


async def give_results_back():
    log(await _in_a_thread(lambda: "result"))


async def give_failures_back():
    def fail():
        raise ValueError("in a thread")

    try:
        await _in_a_thread(fail)
    except ValueError as thrown:
        log(thrown)


async def may_run_coroutines_on_the_loop():
    loop = asyncio.get_running_loop()

    async def work():
        log("on the loop", asyncio.get_running_loop() is loop)
        await ticks(1)
        return "result"

    log(await _in_a_thread(lambda: asyncio.run_coroutine_threadsafe(work(), loop).result()))


async def get_the_failures_of_coroutines():
    loop = asyncio.get_running_loop()

    async def work():
        raise ValueError("from the loop")

    def call():
        try:
            asyncio.run_coroutine_threadsafe(work(), loop).result()
        except ValueError as thrown:
            return f"caught {thrown}"

    log(await _in_a_thread(call))


async def may_cancel_coroutines():
    loop = asyncio.get_running_loop()
    ended = asyncio.Event()
    begun = concurrent.futures.Future()

    async def work():
        begun.set_result(None)
        try:
            await loop.create_future()
        finally:
            log("cancelled on the loop")
            ended.set()

    def call():
        future = asyncio.run_coroutine_threadsafe(work(), loop)
        begun.result()
        return future.cancel()

    log(await _in_a_thread(call))
    await ended.wait()


async def keep_the_order_of_their_calls():
    loop = asyncio.get_running_loop()

    def call():
        for i in range(5):
            loop.call_soon_threadsafe(log, i)

    await _in_a_thread(call)
    await ticks(1)
    log("end")
