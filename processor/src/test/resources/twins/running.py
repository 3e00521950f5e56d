import asyncio

from run import VirtualLoop, log, plain


def _run(main):
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(main)


@plain
def gives_the_result_of_main():
    async def main():
        await asyncio.sleep(0.01)
        return 42

    log(_run(main()))


@plain
def throws_what_main_throws():
    async def main():
        raise ValueError("from main")

    try:
        _run(main())
    except ValueError as thrown:
        log(thrown)


@plain
def cancels_what_is_left_and_lets_it_clean_up():
    async def left(name):
        try:
            await asyncio.sleep(1.0)
        finally:
            await asyncio.sleep(0)
            log(name, "cleaned up")

    async def main():
        _kept.append(asyncio.create_task(left("task")))
        await asyncio.sleep(0)
        log("main ends")

    _kept = []
    _run(main())
    log([task.cancelled() for task in _kept])


@plain
def runs_what_is_ready_when_main_ends():
    async def left():
        log("ran")

    async def main():
        _kept.append(asyncio.create_task(left()))

    _kept = []
    _run(main())
    log(_kept[0].cancelled())


@plain
def reports_what_fails_while_it_ends():
    async def left():
        try:
            await asyncio.sleep(1.0)
        finally:
            raise ValueError("late")

    async def main():
        asyncio.get_running_loop().set_exception_handler(lambda _, context: log(context["exception"]))
        _kept.append(asyncio.create_task(left()))
        await asyncio.sleep(0)

    _kept = []
    _run(main())


@plain
def cannot_be_nested():
    async def inner():
        log("never")

    async def main():
        coroutine = inner()
        try:
            asyncio.run(coroutine)
        except RuntimeError as thrown:
            log(thrown)
        coroutine.close()

    _run(main())


@plain
def uses_a_fresh_loop_each_time():
    async def main():
        return asyncio.get_running_loop()

    first = _run(main())
    second = _run(main())
    log(first is second, first.is_closed(), second.is_closed())


@plain
def has_no_loop_outside():
    try:
        asyncio.get_running_loop()
    except RuntimeError as thrown:
        log(thrown)


@plain
def waits_for_the_executor():
    async def main():
        return await asyncio.get_running_loop().run_in_executor(None, lambda: "from a thread")

    log(_run(main()))


@plain
def of_a_loop_until_complete():
    loop = VirtualLoop()

    async def work():
        await asyncio.sleep(0.01)
        return "done"

    log(loop.is_running(), loop.run_until_complete(work()))
    loop.call_soon(log, "callback")
    loop.call_soon(loop.stop)
    loop.run_forever()
    log(loop.is_running(), loop.is_closed())
    loop.close()
    log(loop.is_closed())
    try:
        loop.call_soon(log, "never")
    except RuntimeError as thrown:
        log(thrown)
