package corpus;

import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

interface Shop {
    private String hidden(Coroutine<String> c) {
        return await(c); // error AwaitOutsideAsync
    }
    static String open(Coroutine<String> c) {
        return c == null
            ? ""
            : await( // error AwaitOutsideAsync
                c);
    }
    enum Level {
        LOW {
            @Override int cost(Coroutine<Integer> c) { return await(c); } // error AwaitOutsideAsync
        },
        HIGH;
        int cost(Coroutine<Integer> c) { return 0; }
        static final int BASE;
        static { BASE = Coroutine
            .await(result(1)); } // error AwaitOutsideAsync
    }
    record Range(int lo, int hi) {
        static int made = await(result(3)); // error AwaitOutsideAsync
        public Range {
            if (lo > await(result(hi))) throw new IllegalArgumentException(); // error AwaitOutsideAsync
        }
        Range(Coroutine<Integer> c) { this(await(c), 0); } // error AwaitOutsideAsync
        int span(Coroutine<Integer> c) { return new Object() { int x = await(c); }.x; } // error AwaitOutsideAsync
        <T extends Number> T gen(Coroutine<? extends T> c) { return await(c); } // error AwaitOutsideAsync
    }
}
