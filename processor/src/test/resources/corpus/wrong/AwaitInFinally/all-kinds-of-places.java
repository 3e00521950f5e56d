package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncIterable;
import dev.fermata.AsyncIterator;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.util.ArrayList;
import java.util.List;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;
import static dev.fermata.Coroutine.suspend;

class Fi2 {
    Coroutine<Void> s() { return done(); } Coroutine<AutoCloseable> o() { return result(null); }
    @Async Coroutine<Void> a(AsyncIterable<String> l, AsyncIterator<String> it, boolean b) throws Exception {
        try { await(s()); } finally {
            await(Asyncio.gather(Asyncio.shield(s()), s()));
            try (var r = await(o())) { } // note AwaitInFinally
            for (String x : l) { System.out.println(x); }
            while (it.hasNext()) { await(s()); } // note AwaitInFinally
            suspend(s());
            if (b ? await(o()) == null : b) { } // note AwaitInFinally
            synchronized (await(o())) { } // note AwaitInFinally
            new ArrayList<Object>(List.of(await(o()))) { { s().close(); } }; // note AwaitInFinally
            AsyncSupplier<Void> z = () -> { try { } finally { await(s()); } return done(); }; // note AwaitInFinally
            await(await(wrap())); // note AwaitInFinally; note AwaitInFinally
            await(Asyncio.shield(await(wrap()))); // note AwaitInFinally
            z.hashCode();
        }
        return done();
    }
    @Async Coroutine<Coroutine<Void>> wrap() { await(s()); return result(s()); }
    @Async AsyncGenerator<Integer> g() { try { AsyncGenerator.yield(1); } finally { await(s()); AsyncGenerator.yield(2); } return AsyncGenerator.end(); } // note AwaitInFinally
    void plain() { try { } finally { Asyncio.run(s()); } }
}
