package dev.fermata.processor.twins;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.Coroutine.Step;
import dev.fermata.GeneratorExit;
import dev.fermata.inspect.Inspect;
import java.util.List;
import java.util.function.Consumer;

/** The twins of {@code coroutines.py}. */
@SuppressWarnings("fermata")
final class Coroutines extends Twins {
    Coroutines(Consumer<String> log) {
        super(log);
    }

    @Override
    String module() {
        return "coroutines";
    }

    @Async
    private Coroutine<String> asking(String... questions) {
        for (String question : questions) {
            log("answer", Coroutine.<Object>suspend(question));
        }
        return result("result");
    }

    private Object yielded(Step<?> step) {
        return ((Step.Suspended<?>) step).yielded();
    }

    private Object returned(Step<?> step) {
        return ((Step.Returned<?>) step).value();
    }

    @Async
    private Coroutine<Void> logging() {
        log("runs");
        return done();
    }

    void runNothingWhenTheyAreMade() {
        Coroutine<Void> coroutine = logging();
        log("made", Inspect.state(coroutine));
        log("returned", returned(coroutine.send(null)));
        log(Inspect.state(coroutine));
    }

    void answerWhatTheyYield() {
        Coroutine<String> coroutine = asking("q1", "q2");
        log(yielded(coroutine.send(null)));
        log(yielded(coroutine.send("a1")));
        log("returned", returned(coroutine.send("a2")));
    }

    @Async
    private Coroutine<List<String>> outer() {
        return result(List.of(await(asking("q")), "outer"));
    }

    void yieldThroughThoseThatAwaitThem() {
        Coroutine<List<String>> coroutine = outer();
        log(yielded(coroutine.send(null)));
        log(returned(coroutine.send("a")));
    }

    void refuseAValueBeforeTheyHaveBegun() {
        Coroutine<String> coroutine = asking();
        try {
            coroutine.send("early");
        } catch (IllegalStateException thrown) {
            log("refused");
        }
        log("returned", returned(coroutine.send(null)));
    }

    void cannotBeUsedAgain() {
        Coroutine<String> coroutine = asking();
        log("returned", returned(coroutine.send(null)));
        try {
            coroutine.send(null);
        } catch (IllegalStateException thrown) {
            log(thrown.getMessage());
        }
    }

    @Async
    private Coroutine<Object> catching() {
        try {
            Coroutine.<Object>suspend("q");
        } catch (IllegalArgumentException thrown) {
            log("caught", thrown);
            return result(Coroutine.suspend("again"));
        }
        return result(null);
    }

    void throwAtTheirAwait() {
        Coroutine<Object> coroutine = catching();
        log(yielded(coroutine.send(null)));
        log(yielded(coroutine.raise(new IllegalArgumentException("in"))));
        log(returned(coroutine.send("a")));
    }

    void thatAreFreshThrowWithoutRunning() {
        Coroutine<String> coroutine = asking("q");
        try {
            coroutine.raise(new IllegalArgumentException("early"));
        } catch (IllegalArgumentException thrown) {
            log(thrown);
        }
        log(Inspect.state(coroutine));
    }

    @Async
    private Coroutine<Void> cleaning() {
        try {
            Coroutine.<Object>suspend("q");
        } finally {
            log("finally");
        }
        return done();
    }

    void runTheirFinallyWhenTheyAreClosed() {
        Coroutine<Void> coroutine = cleaning();
        coroutine.send(null);
        log(Inspect.state(coroutine));
        coroutine.close();
        log(Inspect.state(coroutine));
        coroutine.close();
    }

    @Async
    private Coroutine<Void> inside() {
        try {
            Coroutine.<Object>suspend("q");
        } finally {
            log("inner");
        }
        return done();
    }

    @Async
    private Coroutine<Void> outside() {
        try {
            await(inside());
        } finally {
            log("outer");
        }
        return done();
    }

    void closeFromTheInsideOut() {
        Coroutine<Void> coroutine = outside();
        coroutine.send(null);
        coroutine.close();
    }

    @Async
    private Coroutine<Void> stubborn() {
        try {
            Coroutine.<Object>suspend("q");
        } catch (GeneratorExit exit) {
            Coroutine.<Object>suspend("again");
        }
        return done();
    }

    void thatIgnoreTheExitAreTold() {
        Coroutine<Void> coroutine = stubborn();
        coroutine.send(null);
        try {
            coroutine.close();
        } catch (IllegalStateException thrown) {
            log(thrown.getMessage());
        }
    }
}
