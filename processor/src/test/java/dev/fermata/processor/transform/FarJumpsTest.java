package dev.fermata.processor.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies over 32 KB, in which jumps do not fit into 16 bits and the class file writer has to widen them. */
final class FarJumpsTest {
    @ParameterizedTest
    @ValueSource(ints = {300, 400, 500, 590, 600, 610, 620, 630, 640, 650})
    void jumpsAreWidened(int awaits) throws Exception {
        String source =
                "public class Far { @Async public static Coroutine<Integer> f(Awaitable<Integer> a) { int n = 0;\n"
                        + "for (int i = 0; i < 2; i++) {\n"
                        + "n += await(a);\n".repeat(awaits)
                        + "} return result(n); } }";
        byte[] plain = ClassFiles.compile("Far", source).get("Far");

        Outcome outcome = Transformer.transform(plain, Lookups.RUNTIME, TransformOptions.DEFAULTS);

        assertThat(outcome).isInstanceOf(Outcome.Transformed.class);
        assertThat(run((Outcome.Transformed) outcome)).isEqualTo(2 * awaits);
    }

    /** Runs it with awaits that suspend each time and give 1. */
    private static Object run(Outcome.Transformed transformed) throws ReflectiveOperationException {
        Map<String, byte[]> classes = new TreeMap<>();
        classes.put("Far", transformed.bytes());
        transformed.extras().forEach(extra -> classes.put(extra.name(), extra.bytes()));
        ClassLoader loader = new ClassLoader(FarJumpsTest.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = classes.get(name);
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
        Awaitable<Integer> one = SuspendingOne::new;
        Coroutine<?> coroutine = (Coroutine<?>)
                loader.loadClass("Far").getMethod("f", Awaitable.class).invoke(null, one);
        Coroutine.Step<?> step = coroutine.send(null);
        while (step instanceof Coroutine.Step.Suspended<?>) {
            step = coroutine.send(1);
        }
        return ((Coroutine.Step.Returned<?>) step).value();
    }

    private static final class SuspendingOne extends Coroutine<Integer> {
        @Override
        protected Object step(Machine machine, int state) {
            return state == 1 ? machine.resumed() : machine.suspend(this, 1);
        }
    }
}
