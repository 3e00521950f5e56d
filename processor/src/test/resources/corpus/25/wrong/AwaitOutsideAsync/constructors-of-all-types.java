package corpus;

import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Base { Base(Object o) { } }
class Flex extends Base {
    final AsyncSupplier<Integer> s;
    Flex(Coroutine<Integer> c) {
        if (c == null) throw new NullPointerException();
        int n = await(c); // error AwaitOutsideAsync
        Coroutine<Integer> made = result(1); // error CoroutineNotAwaited
        s = () -> result(await(c));
        super(n);
        Coroutine.result(2); // error CoroutineNotAwaited
    }
    record R(int x) { R(Coroutine<Integer> c) { int n = await(c); this(n); } } // error AwaitOutsideAsync
    enum E { A(result(1)) { void m() { await(result(1)); } }; E(Coroutine<Integer> c) { c.close(); } } // error AwaitOutsideAsync
}
