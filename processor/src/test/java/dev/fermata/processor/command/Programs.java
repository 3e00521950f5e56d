package dev.fermata.processor.command;

/** Sources that all doors must handle. */
public final class Programs {
    /** All that a compiler can make of async code; {@code main} returns "1 2 3 4 5 [6, 7]". */
    public static final String ALL = """
            package a;
            import static dev.fermata.Coroutine.*;
            import dev.fermata.*;
            import dev.fermata.asyncio.*;
            import java.time.Duration;
            import java.util.*;
            public class All {
                interface Step<T> extends AsyncFunction<T, T> { default String name() { return "step"; } }
                static abstract class Base { @Async abstract Coroutine<Integer> get(int x); }
                static class Inner {
                    private final int plus;
                    Inner(int plus) { this.plus = plus; }
                    @Async Coroutine<Integer> next(int x) { int y = await(pause(x)); return result(y + plus); }
                }
                @Async static Coroutine<Integer> pause(int x) { await(Asyncio.sleep(Duration.ZERO)); return result(x); }
                @Yields static Generator<Integer> numbers() { Generator.yield(6); Generator.yield(7); return Generator.end(); }
                @Async static AsyncGenerator<Integer> ticks() {
                    for (int i = 0; i < 3; i++) { await(pause(i)); AsyncGenerator.yield(i); }
                    return AsyncGenerator.end();
                }
                interface Ticker extends AsyncIterable<Integer> {}
                static class Resource implements AsyncCloseable {
                    private int closed;
                    @Async public Coroutine<Void> aclose() { closed += await(pause(1)); return done(); }
                }
                @Async static Coroutine<Integer> loops() {
                    int sum = 0;
                    Ticker ticker = () -> ticks().iterator();
                    for (int tick : ticker) { sum += tick; }
                    Resource resource = new Resource();
                    try (resource) { sum += await(pause(10)); }
                    return result(sum + resource.closed);
                }
                @Async static Coroutine<String> all() throws Exception {
                    List<Object> parts = new ArrayList<>();
                    parts.add(await(pause(1)));
                    parts.add(await(new Inner(1).next(1)));
                    AsyncSupplier<Integer> lambda = () -> result(await(pause(2)) + 1);
                    parts.add(await(lambda.get()));
                    Step<Integer> step = x -> result(await(pause(x)) + 1);
                    parts.add(await(step.apply(3)));
                    Base anonymous = new Base() {
                        Coroutine<Integer> get(int x) { return result(await(pause(x))); }
                    };
                    parts.add(await(anonymous.get(5)));
                    AsyncFunction<String, String> generic = new AsyncFunction<>() {
                        public Coroutine<String> apply(String s) { return result(await(pause(1)) + s); }
                    };
                    if (!await(generic.apply("x")).equals("1x")) { throw new AssertionError(); }
                    if (await(loops()) != 14) { throw new AssertionError(); }
                    List<Integer> numbers = new ArrayList<>();
                    for (int n : numbers()) { numbers.add(n); }
                    parts.add(numbers);
                    StringJoiner joined = new StringJoiner(" ");
                    for (Object part : parts) { joined.add(String.valueOf(part)); }
                    return result(joined.toString());
                }
                public static String main() { return Asyncio.run(wrapped()); }
                @Async private static Coroutine<String> wrapped() {
                    try { return result(await(all())); } catch (Exception e) { throw new IllegalStateException(e); }
                }
            }
            """;

    public static final String EXPECTED = "1 2 3 4 5 [6, 7]";

    private Programs() {}
}
