package dev.fermata.processor.transform;

import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import java.util.Map;
import java.util.TreeMap;

/** Rewritten code that is run, and so verified by the JVM. */
final class Performance {
    private Performance() {}

    /** Runs to its end {@code static Coroutine f(Awaitable)} of a class with an awaitable that suspends each time and gives 1. */
    static Object of(String name, Outcome.Transformed transformed) throws ReflectiveOperationException {
        Coroutine<?> coroutine = made(name, transformed, Map.of());
        Coroutine.Step<?> step = coroutine.send(null);
        while (step instanceof Coroutine.Step.Suspended<?>) {
            step = coroutine.send(1);
        }
        return ((Coroutine.Step.Returned<?>) step).value();
    }

    /** Calls {@code static Coroutine f(Awaitable)} of a class with an awaitable that suspends each time and gives 1. */
    static Coroutine<?> made(String name, Outcome.Transformed transformed, Map<String, byte[]> others)
            throws ReflectiveOperationException {
        Map<String, byte[]> classes = new TreeMap<>(others);
        classes.put(name, transformed.bytes());
        transformed.extras().forEach(extra -> classes.put(extra.name(), extra.bytes()));
        ClassLoader loader = new ClassLoader(Performance.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String wanted) throws ClassNotFoundException {
                byte[] bytes = classes.get(wanted);
                if (bytes == null) {
                    throw new ClassNotFoundException(wanted);
                }
                return defineClass(wanted, bytes, 0, bytes.length);
            }
        };
        Awaitable<Integer> one = SuspendingOne::new;
        return (Coroutine<?>)
                loader.loadClass(name).getMethod("f", Awaitable.class).invoke(null, one);
    }

    private static final class SuspendingOne extends Coroutine<Integer> {
        @Override
        protected Object step(Machine machine, int state) {
            return state == 1 ? machine.resumed() : machine.suspend(this, 1);
        }
    }
}
