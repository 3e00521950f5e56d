package shapes;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.List;
import shapes.kit.Shape;
import shapes.kit.Tape;

/** Jumps that leave more than one statement. */
final class Labels {
    @Shape
    @Async
    static Coroutine<String> breakTwoLevels(Tape tape) {
        String path = "";
        outer:
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                path += i * 10 + await(tape.value(j)) + " ";
                if (i + j == 3) {
                    break outer;
                }
            }
            path += "| ";
        }
        return result(path);
    }

    @Shape
    @Async
    static Coroutine<Integer> continueTwoLevels(Tape tape) {
        int primes = 0;
        candidates:
        for (int n = 2; n < 12; n++) {
            for (int d = 2; d * d <= n; d++) {
                if (n % await(tape.value(d)) == 0) {
                    continue candidates;
                }
            }
            primes += await(tape.value(1));
        }
        return result(primes);
    }

    @Shape
    @Async
    static Coroutine<Integer> threeLevels(Tape tape) {
        int n = 0;
        a:
        while (true) {
            b:
            do {
                for (int i : new int[] {1, 2, 3, 4}) {
                    n += i;
                    if (await(tape.value(n)) % 5 == 0) {
                        continue b;
                    }
                    if (n > 20) {
                        break a;
                    }
                    if (i == 3) {
                        continue a;
                    }
                }
            } while (await(tape.value(n)) < 10);
            n++;
        }
        return result(n);
    }

    @Shape
    @Async
    static Coroutine<Integer> labelledBlock(Tape tape) {
        int n = await(tape.value(1));
        block:
        {
            n += 10;
            if (await(tape.value(n)) == 11) {
                break block;
            }
            n += 100;
        }
        checks:
        if (n > 5) {
            tape.log("checking");
            if (await(tape.value(true))) {
                break checks;
            }
            tape.log("not reached");
        }
        return result(n);
    }

    @Shape
    @Async
    static Coroutine<Void> jumpsThroughFinally(Tape tape) {
        outer:
        for (int i = 0; i < 4; i++) {
            try {
                for (; ; ) {
                    try {
                        if (await(tape.value(i)) == 1) {
                            continue outer;
                        }
                        if (i == 3) {
                            break outer;
                        }
                        break;
                    } finally {
                        tape.log("inner", i, await(tape.value("f")));
                    }
                }
                tape.log("after inner", i);
            } finally {
                tape.log("outer", i, await(tape.value("g")));
            }
        }
        return done();
    }

    @Shape
    @Async
    static Coroutine<String> breakOutOfSwitchAndLoop(Tape tape) {
        StringBuilder s = new StringBuilder();
        loop:
        for (String command : List.of("skip", "print", "next", "print", "stop", "print")) {
            switch (await(tape.value(command))) {
                case "skip":
                    continue;
                case "next":
                    break;
                case "stop":
                    break loop;
                default:
                    s.append(await(tape.value(1)));
                    continue loop;
            }
            s.append('.');
        }
        return result(s.toString());
    }

    @Shape
    @Async
    static Coroutine<Integer> sameLabelTwice(Tape tape) {
        int n = 0;
        again:
        while (n < 3) {
            n += await(tape.value(1));
            continue again;
        }
        again:
        while (true) {
            n += await(tape.value(2));
            if (n > 6) {
                break again;
            }
        }
        return result(n);
    }
}
