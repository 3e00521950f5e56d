"""Plays the programs of programs.txt, one a line, each under the name of its number: what they log, their Java twins log, too.

(NUMBER BLOCK..) is a program, (STATEMENT..) a block, and (NAME ARGUMENT..) a statement; an argument is a number, a word or a
block. The blocks of a program are coroutine functions. The first one begins; all tasks are cancelled every 40 seconds until
they have ended. make_programs.py makes programs; those that come upon one of the known differences were left out.
"""

import asyncio
import contextvars
import itertools
import pathlib
import re
import sys

from run import log, since

_LOGGED_TILL_THE_END = 40
_created = itertools.count()


class _Timer(asyncio.TimerHandle):
    """Equal deadlines in the order of creation; CPython has them in any."""

    __slots__ = ("number",)

    def __init__(self, *arguments, **keywords):
        super().__init__(*arguments, **keywords)
        self.number = next(_created)

    def __lt__(self, other):
        return (self._when, self.number) < (other._when, other.number)


class _Ordered(dict):
    """A set in the order in which its elements came."""

    def add(self, element):
        self[element] = None

    def discard(self, element):
        self.pop(element, None)


def _fix_what_is_in_any_order():
    asyncio.events.TimerHandle = _Timer
    group_init = asyncio.TaskGroup.__init__

    def ordered(self):
        group_init(self)
        self._tasks = _Ordered()

    asyncio.TaskGroup.__init__ = ordered
    timeout_enter = asyncio.Timeout.__aenter__

    async def entered_with_a_request(self):  # python/cpython#134471
        await timeout_enter(self)
        self._cancelling -= self._task._must_cancel
        return self

    asyncio.Timeout.__aenter__ = entered_with_a_request


def _parsed(text):
    stack = [[]]
    for word in re.findall(r"[()]|[^\s()]+", text):
        if word == "(":
            stack.append([])
        elif word == ")":
            ended = stack.pop()
            stack[-1].append(ended)
        else:
            stack[-1].append(int(word) if re.fullmatch(r"-?\d+", word) else word)
    return stack[0][0]


_CAUGHT = {"cancel": asyncio.CancelledError, "exc": Exception, "all": BaseException, "none": ()}
_UNTIL = [asyncio.ALL_COMPLETED, asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION]


class _Program:
    def __init__(self, functions):
        self.functions = functions
        self.latest = [None] * len(functions)
        self.tasks = []
        self.generators = []
        self.callbacks = {}
        self.timer = None
        self.variable = contextvars.ContextVar("variable", default=0)

    def log(self, who, *values):
        log(int(asyncio.get_running_loop().time()), who, *values)

    async def play(self):
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda loop, context: None)
        loop._asyncgens = _Ordered()
        self.loop = loop
        self.futures = [loop.create_future(), loop.create_future()]
        self.event = asyncio.Event()
        self.lock = asyncio.Lock()
        self.semaphore = asyncio.Semaphore(1)
        self.queue = asyncio.Queue(1)
        self.condition = asyncio.Condition(self.lock)
        self.barrier = asyncio.Barrier(2)
        self.start(0)
        for _ in range(6):
            await asyncio.sleep(_LOGGED_TILL_THE_END)
            for task in list(self.tasks):
                self.log("main", self.tasks.index(task), self.state(task))
            left = [task for task in self.tasks if not task.done()]
            for task in left:
                task.cancel()
            if not left:
                break

    @staticmethod
    def state(task):
        if not task.done():
            return "pending"
        return "cancelled" if task.cancelled() else task.exception() or task.result()

    def start(self, number, eager=False, group=None):
        place = len(self.tasks)
        self.tasks.append(None)
        coroutine = self.call(number, f"{number}.{place}")
        try:
            if group:
                task = group.create_task(coroutine)
            else:
                task = asyncio.Task(coroutine, loop=self.loop, eager_start=eager)
        except RuntimeError:
            self.tasks.pop(place)
            raise
        self.tasks[place] = self.latest[number] = task

    async def call(self, number, who):
        self.log(who, "begins")
        try:
            result = await self.block(self.functions[number], who, None)
        except BaseException as error:
            self.log(who, "fails", error)
            raise
        self.log(who, "returns", result)
        return result

    async def block(self, statements, who, group):
        for name, *arguments in statements:
            result = await getattr(self, "do_" + name)(who, group, *arguments)
            if result is not None:
                return result

    # ---- what ends at once

    async def do_log(self, who, group, value):
        self.log(who, "log", value)

    async def do_raise(self, who, group, value):
        raise ZeroDivisionError(value)

    async def do_return(self, who, group, value):
        return value

    async def do_cancelself(self, who, group):
        self.log(who, "cancels", asyncio.current_task().cancel())

    async def do_uncancel(self, who, group):
        self.log(who, "uncancel", asyncio.current_task().uncancel())

    async def do_cancelling(self, who, group):
        self.log(who, "cancelling", asyncio.current_task().cancelling())

    async def do_cancel(self, who, group, number):
        if self.latest[number]:
            self.log(who, "cancels", number, self.latest[number].cancel())

    async def do_soon(self, who, group, value):
        self.loop.call_soon(lambda: self.log("soon", value))

    async def do_boom(self, who, group):
        def fail():
            self.log("boom", self.variable.get())
            raise ZeroDivisionError

        self.loop.call_soon(fail)

    async def do_later(self, who, group, seconds, value):
        self.timer = self.loop.call_later(seconds, lambda: self.log("later", value, self.variable.get()))

    async def do_hcancel(self, who, group):
        if self.timer:
            self.timer.cancel()

    async def do_varset(self, who, group, value):
        self.variable.set(value)

    async def do_varget(self, who, group):
        self.log(who, "variable", self.variable.get())

    def callback(self, number):
        def called(task):
            self.log("callback", number, task.cancelled(), self.variable.get())
            self.variable.set(1000 + number)

        return self.callbacks.setdefault(number, called)

    async def do_adddone(self, who, group, number):
        if self.latest[number]:
            self.latest[number].add_done_callback(self.callback(number))

    async def do_rmdone(self, who, group, number):
        if self.latest[number]:
            self.log(who, "removes", self.latest[number].remove_done_callback(self.callback(number)))

    async def do_ask(self, who, group, number):
        task = self.latest[number]
        if task:
            self.log(who, "asks", task.done(), task.cancelled())
            self.log(who, "exception", task.exception())

    async def do_pset(self, who, group, number):
        self.futures[number].set_result(5)

    async def do_pfail(self, who, group, number):
        self.futures[number].set_exception(ZeroDivisionError(77))

    async def do_pcancel(self, who, group, number):
        self.log(who, "cancels a promise", self.futures[number].cancel())

    async def do_spawn(self, who, group, number):
        self.start(number)

    async def do_eager(self, who, group, number):
        self.start(number, eager=True)

    async def do_gspawn(self, who, group, number):
        self.start(number, group=group)

    # ---- what waits

    async def do_sleep(self, who, group, seconds):
        await asyncio.sleep(seconds)

    async def do_ticks(self, who, group, count):
        for _ in range(count):
            await asyncio.sleep(0)

    async def do_pawait(self, who, group, number):
        self.log(who, "got", await self.futures[number])

    async def do_await(self, who, group, number):
        if self.latest[number]:
            self.log(who, "got", await self.latest[number])

    async def do_call(self, who, group, number):
        self.log(who, "got", await self.call(number, who + "c"))

    async def do_shield(self, who, group, number):
        if self.latest[number]:
            self.log(who, "got", await asyncio.shield(self.latest[number]))

    async def do_waitfor(self, who, group, seconds, number):
        self.log(who, "got", await asyncio.wait_for(self.call(number, who + "w"), seconds))

    async def do_waitfortask(self, who, group, seconds, number):
        if self.latest[number]:
            self.log(who, "got", await asyncio.wait_for(self.latest[number], seconds))

    async def do_gather(self, who, group, settles, *numbers):
        calls = [self.call(number, f"{who}g{place}") for place, number in enumerate(numbers)]
        self.log(who, "got", await asyncio.gather(*calls, return_exceptions=bool(settles)))

    async def do_gathert(self, who, group, settles, *numbers):
        tasks = [self.latest[number] for number in numbers if self.latest[number]]
        self.log(who, "got", await asyncio.gather(*tasks, return_exceptions=bool(settles)))

    async def do_wait(self, who, group, until, seconds, *numbers):
        tasks = [self.latest[number] for number in numbers if self.latest[number]]
        if tasks:
            limit = None if seconds < 0 else seconds
            done, pending = await asyncio.wait(tasks, timeout=limit, return_when=_UNTIL[until])
            self.log(who, "done", *(sorted(map(self.tasks.index, some)) for some in (done, pending)))

    async def do_asc(self, who, group, seconds, *numbers):
        tasks = [self.latest[it] for it in numbers if self.latest[it] and not self.latest[it].done()]
        async for task in asyncio.as_completed(tasks, timeout=None if seconds < 0 else seconds):
            self.log(who, "next", self.tasks.index(task))

    async def do_evset(self, who, group):
        self.event.set()

    async def do_evclear(self, who, group):
        self.event.clear()

    async def do_evwait(self, who, group):
        await self.event.wait()
        self.log(who, "event")

    async def do_qput(self, who, group, value):
        await self.queue.put(value)
        self.log(who, "put")

    async def do_qget(self, who, group):
        self.log(who, "get", await self.queue.get())

    async def do_qputnow(self, who, group, value):
        self.queue.put_nowait(value)

    async def do_qgetnow(self, who, group):
        self.log(who, "get", self.queue.get_nowait())

    async def do_qdone(self, who, group):
        try:
            self.queue.task_done()
        except ValueError as error:
            raise RuntimeError from error

    async def do_qjoin(self, who, group):
        await self.queue.join()
        self.log(who, "joined")

    async def do_qshut(self, who, group, immediate):
        self.queue.shutdown(bool(immediate))

    async def do_barrier(self, who, group):
        self.log(who, "barrier", await self.barrier.wait())

    async def do_cwait(self, who, group):
        await self.condition.wait()
        self.log(who, "notified")

    async def do_cnotify(self, who, group, count):
        self.condition.notify(count)

    # ---- what holds blocks

    async def do_try(self, who, group, body, kind, rethrows, handler, last):
        try:
            try:
                return await self.block(body, who, group)
            except _CAUGHT[kind] as error:
                self.log(who, "caught", error)
                result = await self.block(handler, who, group)
                if rethrows:
                    raise
                return result
        finally:
            if last:
                self.log(who, "finally")
                await self.block(last, who, group)

    async def do_timeout(self, who, group, seconds, body):
        timeout = asyncio.timeout(None if seconds < 0 else seconds)
        try:
            async with timeout:
                return await self.block(body, who, group)
        finally:
            self.log(who, "expired", timeout.expired())

    async def do_group(self, who, group, body):
        async with asyncio.TaskGroup() as inner:
            return await self.block(body, who, inner)

    async def do_lock(self, who, group, body):
        async with self.lock:
            self.log(who, "locks")
            result = await self.block(body, who, group)
            self.log(who, "unlocks")
            return result

    async def do_sem(self, who, group, body):
        async with self.semaphore:
            self.log(who, "acquires")
            result = await self.block(body, who, group)
            self.log(who, "releases")
            return result

    async def do_agen(self, who, group, elements, most, seconds, closes):
        generator = self.generate(who, elements, seconds)
        taken = 0
        try:
            async for element in generator:
                self.log(who, "item", element)
                taken += 1
                if taken == most:
                    break
        finally:
            if closes:
                await generator.aclose()
                self.log(who, "closed")
            else:
                self.generators.append(generator)

    async def generate(self, who, elements, seconds):
        try:
            for element in range(elements):
                await asyncio.sleep(seconds)
                yield element
        except BaseException as error:
            self.log(who, "generator", error)
            raise
        finally:
            self.log(who, "generator cleans up")
            await asyncio.sleep(1)
            self.log(who, "generator ends")


def _add(text):
    number, *functions = _parsed(text)

    @since(13)
    async def scenario():
        await _Program(functions).play()

    globals()[f"program_{number}"] = scenario


if sys.version_info[:2] == (3, 13):
    _fix_what_is_in_any_order()
for _line in pathlib.Path(__file__).with_name("programs.txt").read_text().splitlines():
    _add(_line)
