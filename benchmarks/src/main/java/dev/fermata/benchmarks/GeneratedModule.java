package dev.fermata.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sources of a module of 1,000 classes, 100 of them with coroutine functions: services over records, as applications have them. */
final class GeneratedModule {
    static final int CLASSES = 1_000;
    static final int ASYNC = 100;

    private static final String PLAIN = """
            package module.p%1$d;

            import java.util.ArrayList;
            import java.util.Comparator;
            import java.util.HashMap;
            import java.util.List;
            import java.util.Map;
            import java.util.Optional;
            import java.util.stream.Collectors;

            /** Keeps the orders of one region. */
            public final class Orders%2$d {
                public record Order(long id, String customer, int amount, State state) {
                    public Order {
                        if (amount < 0) {
                            throw new IllegalArgumentException("amount " + amount);
                        }
                    }

                    Order with(State next) {
                        return new Order(id, customer, amount, next);
                    }
                }

                public enum State { OPEN, PAID, SENT, CLOSED }

                private final Map<Long, Order> orders = new HashMap<>();
                private final List<String> log = new ArrayList<>();
                private long next;

                public Order open(String customer, int amount) {
                    Order order = new Order(next++, customer.strip(), amount, State.OPEN);
                    orders.put(order.id(), order);
                    log.add("opened " + order.id() + " for " + customer);
                    return order;
                }

                public Optional<Order> advance(long id) {
                    Order order = orders.get(id);
                    if (order == null) {
                        log.add("no order " + id);
                        return Optional.empty();
                    }
                    State state = switch (order.state()) {
                        case OPEN -> State.PAID;
                        case PAID -> State.SENT;
                        case SENT, CLOSED -> State.CLOSED;
                    };
                    Order advanced = order.with(state);
                    orders.put(id, advanced);
                    return Optional.of(advanced);
                }

                public Map<String, Integer> totals() {
                    return orders.values().stream()
                            .filter(order -> order.state() != State.CLOSED)
                            .collect(Collectors.groupingBy(Order::customer, Collectors.summingInt(Order::amount)));
                }

                public List<Order> largest(int count) {
                    return orders.values().stream()
                            .sorted(Comparator.comparingInt(Order::amount).reversed().thenComparing(Order::id))
                            .limit(count)
                            .toList();
                }

                public String report() {
                    StringBuilder text = new StringBuilder();
                    int sum = 0;
                    for (Order order : orders.values()) {
                        try {
                            sum = Math.addExact(sum, order.amount());
                        } catch (ArithmeticException overflow) {
                            log.add("overflow at " + order.id());
                            break;
                        }
                        text.append(order.id()).append(' ').append(order.customer()).append('\\n');
                    }
                    for (int i = Math.max(0, log.size() - 10); i < log.size(); i++) {
                        text.append("# ").append(log.get(i)).append('\\n');
                    }
                    return text.append(sum).toString();
                }
            }
            """;

    private static final String ASYNCHRONOUS = """
            package module.p%1$d;

            import static dev.fermata.Coroutine.await;
            import static dev.fermata.Coroutine.done;
            import static dev.fermata.Coroutine.result;

            import dev.fermata.Async;
            import dev.fermata.AsyncSupplier;
            import dev.fermata.Coroutine;
            import dev.fermata.asyncio.Asyncio;
            import java.time.Duration;
            import java.util.ArrayList;
            import java.util.List;
            import java.util.Map;
            import java.util.TreeMap;

            /** Serves the orders of one region. */
            public final class Service%2$d {
                private final Map<String, Integer> stock = new TreeMap<>();
                private final List<String> log = new ArrayList<>();
                private int failures;

                @Async
                Coroutine<Integer> reserve(String item, int count) {
                    int left = stock.getOrDefault(item, 0);
                    while (left < count) {
                        await(Asyncio.sleep(Duration.ofMillis(10)));
                        left = stock.getOrDefault(item, 0);
                        if (++failures > 100) {
                            throw new IllegalStateException("out of " + item);
                        }
                    }
                    stock.put(item, left - count);
                    return result(left - count);
                }

                @Async
                Coroutine<String> order(String customer, List<String> items) {
                    StringBuilder receipt = new StringBuilder(customer);
                    int total = 0;
                    for (String item : items) {
                        try {
                            int left = await(reserve(item, 1));
                            total += item.length() * await(price(item)) + left;
                            receipt.append(' ').append(item);
                        } catch (IllegalStateException soldOut) {
                            log.add(soldOut.getMessage());
                        } finally {
                            await(audit(customer, item));
                        }
                    }
                    String number = await(retry(() -> result(customer + "-" + log.size()), 3));
                    return result(number + receipt + " = " + total);
                }

                @Async
                private Coroutine<Integer> price(String item) {
                    int base = switch (item.length() %% 3) {
                        case 0 -> 10;
                        case 1 -> await(reserve(item, 0));
                        default -> item.hashCode() & 0xff;
                    };
                    return result(base + failures);
                }

                @Async
                private Coroutine<Void> audit(String customer, String item) {
                    log.add(customer + ": " + item);
                    await(Asyncio.sleep(Duration.ZERO));
                    return done();
                }

                @Async
                private static Coroutine<String> retry(AsyncSupplier<String> attempt, int times) {
                    for (int i = 1; ; i++) {
                        try {
                            return result(await(attempt.get()));
                        } catch (Exception failed) {
                            if (i == times) {
                                throw new IllegalStateException("after " + i + " attempts", failed);
                            }
                            await(Asyncio.sleep(Duration.ofMillis(10L << i)));
                        }
                    }
                }

                public List<String> log() {
                    List<String> last = new ArrayList<>();
                    for (int i = Math.max(0, log.size() - 10); i < log.size(); i++) {
                        last.add("# " + log.get(i));
                    }
                    return last;
                }
            }
            """;

    private GeneratedModule() {}

    /** Writes the sources; returns the files. */
    static List<Path> write(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < CLASSES; i++) {
            boolean async = i % (CLASSES / ASYNC) == 0;
            Path pack = Files.createDirectories(folder.resolve("module/p" + i / 50));
            Path file = pack.resolve((async ? "Service" : "Orders") + i + ".java");
            files.add(Files.writeString(file, String.format(async ? ASYNCHRONOUS : PLAIN, i / 50, i)));
        }
        return files;
    }

    /** Writes one class, whose one method holds a thousand awaits. */
    static List<Path> writeThousandAwaits(Path folder) throws IOException {
        StringBuilder source = new StringBuilder("""
                import static dev.fermata.Coroutine.await;
                import static dev.fermata.Coroutine.result;
                import dev.fermata.Async;
                import dev.fermata.Coroutine;

                class Thousand {
                    @Async
                    static Coroutine<Integer> next(int x) { return result(x + 1); }

                    @Async
                    static Coroutine<Integer> all(String name) {
                        int sum = name.length();
                """);
        for (int i = 0; i < 1_000; i++) {
            source.append("        sum += await(next(").append(i).append("));\n");
        }
        source.append("        return result(sum + name.length());\n    }\n}\n");
        Files.createDirectories(folder);
        return List.of(Files.writeString(folder.resolve("Thousand.java"), source));
    }

    /** Writes one class of some methods with as many awaits each. It is a function of whether they suspend, and calls the first. */
    static Path writeAwaits(Path folder, int awaits, int methods) throws IOException {
        StringBuilder source = new StringBuilder("""
                import static dev.fermata.Coroutine.await;
                import static dev.fermata.Coroutine.result;
                import static dev.fermata.Coroutine.suspend;
                import dev.fermata.Async;
                import dev.fermata.Coroutine;
                import java.util.function.Function;

                public class Awaits implements Function<Boolean, Coroutine<Long>> {
                    @Override
                    public Coroutine<Long> apply(Boolean suspends) { return all0(suspends); }

                    @Async
                    static Coroutine<Integer> next(int x, boolean suspends) {
                        if (suspends) {
                            suspend(null); // sleep() would return at once, as the task is alone
                        }
                        return result(x + 1);
                    }
                """);
        for (int method = 0; method < methods; method++) {
            source.append("\n    @Async\n    static Coroutine<Long> all").append(method);
            source.append("(boolean suspends) {\n        long sum = 0;\n");
            for (int i = 0; i < awaits; i++) {
                source.append("        sum += await(next(").append(i).append(", suspends));\n");
            }
            source.append("        return result(sum);\n    }\n");
        }
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve("Awaits.java"), source.append("}\n"));
    }
}
