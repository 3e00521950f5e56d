import asyncio
import contextvars

from run import log, plain, ticks

_VAR = contextvars.ContextVar("var", default="default")
_BARE = contextvars.ContextVar("bare")


@plain
def variables_have_defaults():
    log(_VAR.get(), _BARE.get("other"))
    try:
        _BARE.get()
    except LookupError as thrown:
        log(thrown)


@plain
def variables_are_reset_by_tokens():
    first = _VAR.set("one")
    second = _VAR.set("two")
    log(_VAR.get())
    _VAR.reset(second)
    log(_VAR.get())
    _VAR.reset(first)
    log(_VAR.get())


@plain
def tokens_are_used_once():
    token = _VAR.set("one")
    _VAR.reset(token)
    try:
        _VAR.reset(token)
    except RuntimeError as thrown:
        log(thrown)


@plain
def tokens_of_other_contexts_are_refused():
    token = contextvars.copy_context().run(_VAR.set, "one")
    try:
        _VAR.reset(token)
    except ValueError as thrown:
        log(thrown)


@plain
def copies_are_apart():
    context = contextvars.copy_context()
    context.run(_VAR.set, "inside")
    log(_VAR.get(), context.run(_VAR.get))


@plain
def they_cannot_be_entered_twice():
    context = contextvars.copy_context()

    def enter_again():
        try:
            context.run(log, "never")
        except RuntimeError as thrown:
            log(thrown)

    context.run(enter_again)


async def tasks_have_a_copy_of_their_creators():
    async def work():
        log("sees", _VAR.get())
        _VAR.set("task")
        log("has", _VAR.get())

    _VAR.set("main")
    task = asyncio.create_task(work())
    _VAR.set("later")
    await task
    log("main has", _VAR.get())


async def direct_awaits_share_it():
    async def work():
        _VAR.set("set inside")

    await work()
    log(_VAR.get())


async def tasks_keep_theirs_across_awaits():
    async def work(value):
        _VAR.set(value)
        await ticks(2)
        log(value, _VAR.get())

    await asyncio.gather(work("a"), work("b"))


async def callbacks_run_in_that_in_which_they_were_added():
    loop = asyncio.get_running_loop()
    _VAR.set("one")
    loop.call_soon(lambda: log("soon", _VAR.get()))
    loop.call_later(0, lambda: log("later", _VAR.get()))
    _VAR.set("two")
    await ticks(2)


async def callbacks_of_futures_too():
    future = asyncio.get_running_loop().create_future()
    _VAR.set("one")
    future.add_done_callback(lambda _: log(_VAR.get()))
    _VAR.set("two")
    future.set_result(None)
    await ticks(1)


async def tasks_may_be_given_one():
    async def work():
        log(_VAR.get())
        _VAR.set("set by the task")

    context = contextvars.copy_context()
    context.run(_VAR.set, "given")
    await asyncio.create_task(work(), context=context)
    log(context.get(_VAR), _VAR.get())
