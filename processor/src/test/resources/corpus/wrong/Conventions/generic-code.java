package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import java.util.function.Supplier;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Ge<T, C extends Coroutine<T>, L extends Lock & Serializable> {
    @Async <X extends Exception> Coroutine<T> a(C c, L lock, Supplier<? extends Coroutine<? extends T>> s) throws X {
        lock.lock(); // warning BlockingCall
        try { return result(await(c)); } finally { lock.unlock(); } // error LockAcrossAwait
    }
    static <T> T get(Coroutine<? extends T> c) { return Coroutine.<T>await(c); } // error AwaitOutsideAsync
    <R> Function<C, R> fun(Function<? super T, ? extends R> f) { return c -> f.apply(await(c)); } // error AwaitOutsideAsync
    @Async Coroutine<List<? super T>> list(Iterable<? extends C> cs) { List<? super T> out = new ArrayList<>(); for (C c : cs) out.add(await(c)); return result(out); }
    void drop(C c, Supplier<C> s) { s.get(); id(c); make(1); } // error CoroutineNotAwaited
    <Q> Q id(Q q) { return q; }
    <Q> Coroutine<Q> make(Q qs) { return result(null); }
    interface Fn<A, B> { @Async Coroutine<B> call(A a); default <D> Fn<A, D> then(Fn<? super B, ? extends D> next) { return a -> result(await(next.call(await(call(a))))); } }
    interface PlainFn<A> { Coroutine<A> call(); }
    PlainFn<String> p = () -> result(await(result(""))); // error AwaitOutsideAsync
    Fn<String, Integer> q = s -> result(s.length() + await(result(1)));
    interface Child extends Fn<String, String> { } Child ch = s -> result(await(result(s)));
    interface Over extends Fn<String, String> { @Override Coroutine<String> call(String s); } Over ov = s -> result(await(result(s))); // error AwaitOutsideAsync
}
