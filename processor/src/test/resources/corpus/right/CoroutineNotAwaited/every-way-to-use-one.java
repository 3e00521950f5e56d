package corpus;

import dev.fermata.Coroutine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import static dev.fermata.Coroutine.result;

class Keep {
    Coroutine<Integer> f() { return result(1); }
    <T> T id(T t) { return t; }
    Coroutine<Integer> field = f(); Coroutine<Integer>[] arr; Map<String, Coroutine<Integer>> map = new HashMap<>(Map.of("a", f()));
    Coroutine<Integer> get(boolean b) {
        Coroutine<Integer> c; c = f();
        id(f()); arr[0] = f(); field = f(); (field) = f(); map.computeIfAbsent("x", k -> f()); map.put("y", f());
        Coroutine<Integer> chosen = b ? f() : field; chosen.close();
        Callable<Coroutine<Integer>> call = this::f; Supplier<?> s = () -> f();
        Coroutine<Integer> viaString = f(); System.out.println("" + viaString);
        Coroutine<Integer> inLambda = f(); Runnable r = () -> inLambda.close();
        Coroutine<Integer> ret = f(); if (b) return ret;
        try (Coroutine<Integer> res = f()) { }
        for (Coroutine<Integer> x = f(), y = null; x != y; y = x) { }
        List.of(f(), f()).forEach(Coroutine::close);
        Objects.requireNonNull(f()); Optional.of(f()).get(); CompletableFuture.completedFuture(f()).join();
        return new Object() { Coroutine<Integer> inner() { Coroutine<Integer> deep = f(); return deep; } }.inner();
    }
    Object o = f(), p = (Supplier<Coroutine<Integer>>) this::f, q = new Object[] { f() };
    { Coroutine<Integer> unusedInit = f(); field = f(); }
    static void use(Coroutine<?>... cs) { for (var c : cs) c.close(); }
    void v() { use(f(), f()); use(); new Thread(() -> use(f())).start(); assert f() != null : f(); if (f() == f()) return; throw new IllegalStateException("" + f()); }
}
