package dev.fermata.processor.twins;

import dev.fermata.Generator;
import dev.fermata.GeneratorExit;
import dev.fermata.Yields;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The twins of {@code generators.py}. */
@SuppressWarnings("fermata")
final class Generators extends Twins {
    Generators(Consumer<String> log) {
        super(log);
    }

    @Override
    String module() {
        return "generators";
    }

    @Yields
    private Generator<Integer> numbers(int count) {
        log("begins");
        try {
            for (int i = 0; i < count; i++) {
                Object got = Generator.yield(i);
                if (got != null) {
                    log("sent", got);
                }
            }
        } finally {
            log("finally");
        }
        return Generator.end("returned");
    }

    private <T> List<T> list(Generator<T> generator) {
        List<T> elements = new ArrayList<>();
        generator.forEach(elements::add);
        return elements;
    }

    void runNothingWhenTheyAreMade() {
        Generator<Integer> generator = numbers(2);
        log("made");
        log(generator.next());
        generator.close();
    }

    void thatAreDroppedRunTheirFinally() {
        log(numbers(2).next());
        log("dropped");
    }

    void areIterated() {
        log(list(numbers(3)));
    }

    void takeWhatIsSent() {
        Generator<Integer> generator = numbers(3);
        log(generator.next());
        log(generator.send("x"));
        log(generator.send("y"));
        generator.close();
    }

    void refuseAValueBeforeTheyHaveBegun() {
        Generator<Integer> generator = numbers(3);
        try {
            generator.send("early");
        } catch (IllegalStateException thrown) {
            log("refused");
        }
        log(generator.next());
        generator.close();
    }

    void runTheirFinallyWhenTheyAreClosed() {
        Generator<Integer> generator = numbers(3);
        log(generator.next());
        generator.close();
        log("closed");
        generator.close();
        log(list(generator));
    }

    void thatAreClosedFreshRunNothing() {
        Generator<Integer> generator = numbers(3);
        generator.close();
        log(list(generator));
    }

    @Yields
    private Generator<Integer> catching() {
        try {
            Generator.yield(1);
        } catch (IllegalArgumentException thrown) {
            log("caught", thrown);
            Generator.yield(2);
        }
        return Generator.end();
    }

    void throwWhereTheyAreStopped() {
        Generator<Integer> generator = catching();
        log(generator.next());
        log(generator.raise(new IllegalArgumentException("in")));
        log(list(generator));
    }

    @Yields
    private Generator<Integer> failing() {
        Generator.yield(1);
        throw new IllegalArgumentException("inside");
    }

    void thatThrowHaveEnded() {
        Generator<Integer> generator = failing();
        log(generator.next());
        try {
            generator.next();
        } catch (IllegalArgumentException thrown) {
            log(thrown);
        }
        log(list(generator));
    }

    @Yields
    private Generator<Integer> stubborn() {
        try {
            Generator.yield(1);
        } catch (GeneratorExit exit) {
            log("ignores");
            Generator.yield(2);
        }
        return Generator.end();
    }

    void thatIgnoreTheExitAreTold() {
        Generator<Integer> generator = stubborn();
        log(generator.next());
        try {
            generator.close();
        } catch (IllegalStateException thrown) {
            log(thrown);
        }
    }

    @Yields
    private Generator<Object> delegating() {
        Object result = Generator.yieldFrom(numbers(2));
        log("got", result);
        Generator.yield("own");
        return Generator.end();
    }

    void delegate() {
        log(list(delegating()));
    }

    @Yields
    private Generator<String> inner() {
        while (true) {
            try {
                Object got = Generator.yield("inner");
                log("inner got", got);
            } catch (IllegalArgumentException thrown) {
                log("inner caught", thrown);
            }
        }
    }

    @Yields
    private Generator<String> outer() {
        Generator.yieldFrom(inner());
        return Generator.end();
    }

    void delegateWhatIsSentAndThrown() {
        Generator<String> generator = outer();
        generator.next();
        log(generator.send("x"));
        log(generator.raise(new IllegalArgumentException("y")));
    }

    @Yields
    private Generator<Integer> closedInside() {
        try {
            Generator.yield(1);
        } finally {
            log("inner finally");
        }
        return Generator.end();
    }

    @Yields
    private Generator<Integer> closedOutside() {
        try {
            Generator.yieldFrom(closedInside());
        } finally {
            log("outer finally");
        }
        return Generator.end();
    }

    void closeWhatTheyDelegateTo() {
        Generator<Integer> generator = closedOutside();
        generator.next();
        generator.close();
    }

    @Yields
    private Generator<Integer> ofIterables() {
        Generator.yieldFrom(List.of(1, 2));
        Generator.yieldFrom(List.of(3, 4));
        return Generator.end();
    }

    void delegateToAnyIterable() {
        log(list(ofIterables()));
    }

    @Yields
    private Generator<Object> walk(Object tree) {
        if (tree instanceof List<?> children) {
            for (Object child : children) {
                Generator.yieldFrom(walk(child));
            }
        } else {
            Generator.yield(tree);
        }
        return Generator.end();
    }

    void recurse() {
        log(list(walk(List.of(1, List.of(2, List.of(3, 4)), 5))));
    }

    @Yields
    private Generator<Integer> escaping() {
        Generator.yield(1);
        List.of().iterator().next();
        return Generator.end();
    }

    void turnAnEscapingEndOfIterationIntoAnError() {
        Generator<Integer> generator = escaping();
        log(generator.next());
        try {
            generator.next();
        } catch (IllegalStateException thrown) {
            log(thrown);
        }
    }

    @Yields
    private Generator<Integer> reentrant(List<Generator<Integer>> box) {
        try {
            box.get(0).next();
        } catch (IllegalStateException thrown) {
            log("refused");
        }
        Generator.yield(1);
        return Generator.end();
    }

    void cannotBeEnteredAgainWhileTheyRun() {
        List<Generator<Integer>> box = new ArrayList<>();
        box.add(reentrant(box));
        log(box.get(0).next());
    }
}
