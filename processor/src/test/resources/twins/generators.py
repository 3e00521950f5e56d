from run import log, plain


def _numbers(count):
    log("begins")
    try:
        for i in range(count):
            got = yield i
            if got is not None:
                log("sent", got)
    finally:
        log("finally")
    return "returned"


@plain
def run_nothing_when_they_are_made():
    generator = _numbers(2)
    log("made")
    log(next(generator))
    generator.close()


@plain
def that_are_dropped_run_their_finally():
    def serve():
        log(next(_numbers(2)))
        log("dropped")

    serve()


@plain
def are_iterated():
    log([i for i in _numbers(3)])


@plain
def take_what_is_sent():
    generator = _numbers(3)
    log(next(generator))
    log(generator.send("x"))
    log(generator.send("y"))
    generator.close()


@plain
def refuse_a_value_before_they_have_begun():
    generator = _numbers(3)
    try:
        generator.send("early")
    except TypeError:
        log("refused")
    log(next(generator))
    generator.close()


@plain
def run_their_finally_when_they_are_closed():
    generator = _numbers(3)
    log(next(generator))
    generator.close()
    log("closed")
    generator.close()
    log(list(generator))


@plain
def that_are_closed_fresh_run_nothing():
    generator = _numbers(3)
    generator.close()
    log(list(generator))


@plain
def throw_where_they_are_stopped():
    def catching():
        try:
            yield 1
        except ValueError as thrown:
            log("caught", thrown)
            yield 2

    generator = catching()
    log(next(generator))
    log(generator.throw(ValueError("in")))
    log(list(generator))


@plain
def that_throw_have_ended():
    def failing():
        yield 1
        raise ValueError("inside")

    generator = failing()
    log(next(generator))
    try:
        next(generator)
    except ValueError as thrown:
        log(thrown)
    log(list(generator))


@plain
def that_ignore_the_exit_are_told():
    def stubborn():
        try:
            yield 1
        except GeneratorExit:
            log("ignores")
            yield 2

    generator = stubborn()
    log(next(generator))
    try:
        generator.close()
    except RuntimeError as thrown:
        log(thrown)


@plain
def delegate():
    def outer():
        result = yield from _numbers(2)
        log("got", result)
        yield "own"

    log(list(outer()))


@plain
def delegate_what_is_sent_and_thrown():
    def inner():
        while True:
            try:
                got = yield "inner"
                log("inner got", got)
            except ValueError as thrown:
                log("inner caught", thrown)

    def outer():
        yield from inner()

    generator = outer()
    next(generator)
    log(generator.send("x"))
    log(generator.throw(ValueError("y")))


@plain
def close_what_they_delegate_to():
    def inner():
        try:
            yield 1
        finally:
            log("inner finally")

    def outer():
        try:
            yield from inner()
        finally:
            log("outer finally")

    generator = outer()
    next(generator)
    generator.close()


@plain
def delegate_to_any_iterable():
    def outer():
        yield from [1, 2]
        yield from range(3, 5)

    log(list(outer()))


@plain
def recurse():
    def walk(tree):
        if isinstance(tree, list):
            for child in tree:
                yield from walk(child)
        else:
            yield tree

    log(list(walk([1, [2, [3, 4]], 5])))


@plain
def turn_an_escaping_end_of_iteration_into_an_error():
    def broken():
        yield 1
        next(iter([]))

    generator = broken()
    log(next(generator))
    try:
        next(generator)
    except RuntimeError as thrown:
        log(thrown)


@plain
def cannot_be_entered_again_while_they_run():
    def reentrant():
        try:
            next(box[0])
        except ValueError:
            log("refused")
        yield 1

    box = []
    box.append(reentrant())
    log(next(box[0]))
