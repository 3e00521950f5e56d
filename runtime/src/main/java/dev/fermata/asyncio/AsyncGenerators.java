package dev.fermata.asyncio;

import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncGeneratorFrame;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The async generators that began to run on a loop, which has to close those that are left: asyncio's hooks of
 * {@code sys.set_asyncgen_hooks}.
 *
 * <p>A generator is held weakly and its body strongly. One that nobody can use any more, as after a {@code break}, is closed
 * by a task of its own, so that its finally blocks run. When it is found out is up to the garbage collector, as with
 * asyncio on other Pythons than CPython; whoever cannot wait calls aclose().
 */
final class AsyncGenerators {
    private final BaseEventLoop loop;
    private final ReferenceQueue<AsyncGenerator<?>> unused = new ReferenceQueue<>();
    private final Set<Begun> begun = new LinkedHashSet<>();
    private boolean shutDown;

    AsyncGenerators(BaseEventLoop loop) {
        this.loop = loop;
    }

    /** One begins; a machine announces no others. */
    void begins(Object generator) {
        closeUnused();
        begun.add(new Begun((AsyncGenerator<?>) generator, unused));
        if (shutDown) {
            loop.report(new ErrorContext(
                    "asynchronous generator " + generator
                            + " was scheduled after EventLoop.shutdownAsyncGenerators() call",
                    null,
                    null,
                    null,
                    null));
        }
    }

    /** Closes those that nobody can use any more. */
    void closeUnused() {
        for (Reference<?> gone = unused.poll(); gone != null; gone = unused.poll()) {
            if (gone instanceof Begun it && begun.remove(it)) {
                loop.createTask(it.generator().aclose());
            }
        }
    }

    /** Takes all that are left, in the order in which they began; those that begin from now on are late. */
    List<AsyncGenerator<?>> shutDown() {
        shutDown = true;
        List<AsyncGenerator<?>> left = new ArrayList<>();
        for (Begun it : begun) {
            left.add(it.generator());
        }
        begun.clear();
        return left;
    }

    /** A generator that has begun. */
    private static final class Begun extends WeakReference<AsyncGenerator<?>> {
        private final AsyncGeneratorFrame body;

        Begun(AsyncGenerator<?> generator, ReferenceQueue<AsyncGenerator<?>> unused) {
            super(generator, unused);
            body = AsyncGeneratorFrame.of(generator);
        }

        AsyncGenerator<?> generator() {
            AsyncGenerator<?> generator = get();
            return generator == null ? AsyncGenerator.of(body) : generator;
        }
    }
}
