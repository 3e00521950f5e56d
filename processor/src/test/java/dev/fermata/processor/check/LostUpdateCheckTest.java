package dev.fermata.processor.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LostUpdateCheckTest {
    private static final String FIELDS = """
            Subject[] others;
            static Subject single;
            Subject self() { return this; }
            int count; static int shared; String log = ""; boolean ready; int[] counts = {0}; int[][] grid = {{0}};
            java.math.BigDecimal sum; Subject other; List<String> all = List.of(); dev.fermata.asyncio.sync.AsyncLock guard;
            Coroutine<Integer> next(int from) { return result(from); }
            int merge(Object... of) { return 0; }
            """;

    private static Checked code(String statements) {
        return Checked.members(FIELDS + "@Async Coroutine<Void> go(int i, Subject a, Subject b) throws Exception {\n"
                + statements + "\nreturn done();\n}\n");
    }

    private static String text(String place, String cure) {
        return "[LostUpdate] '" + place
                + "' is read before the await and written after it; an update made meanwhile is lost\n"
                + "  Await first: var n = await(..); " + cure;
    }

    @Test
    void assignment_isReportedAtItsOperator() {
        code("""
                count §+= await(size());
                count §= count + await(size());
                this.count §-= await(size());
                counts[i] §%= await(size());
                """)
                .warns(
                        "[LostUpdate] 'count' is read before the await and written after it; an update made meanwhile is lost\n"
                                + "  Await first: var n = await(..); count += n;",
                        text("count", "count = .. n ..;"),
                        text("this.count", "this.count -= n;"),
                        text("counts[i]", "counts[i] %= n;"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shared §+= await(size());",
                "Subject.shared §= Subject.shared * 2 + await(size());",
                "this.count §= count + (1 + await(size()));",
                "count §= -count + (int) await(size());",
                "count §= Math.max(count, await(size()));",
                "count §= merge(merge(count), await(read()));",
                "log §= log + \": \" + await(read());",
                "log §+= await(read());",
                "log §= log.concat(await(read()));",
                "sum §= sum.add(new java.math.BigDecimal(await(read())));",
                "ready §&= await(size()) > 0;",
                "ready §|= await(size()) > 0;",
                "counts[i] §= counts[i] + await(size());",
                "counts[await(size())] §+= await(size());",
                "grid[i][i + 1] §= grid[i][i + 1] + await(size());",
                "count §= i > 0 ? count + await(size()) : 0;",
                "count §= count + (await(size()) > 0 ? 1 : 2);",
                "count §= count + switch (i) { case 1 -> await(size()); default -> { yield 2; } };",
                "count §= count + switch (i) { default -> { int n = await(size()); yield n; } };",
                "count §= switch (i) { case 1 -> count + await(size()); default -> 1; };",
                "int x = count §+= await(size());",
                "sum §= sum.add(sum.add(new java.math.BigDecimal(await(read()))));",
                "(count) §+= await(size());",
                "count §= (count) + await(size());",
                "counts[i++] §+= await(size());",
                "counts[i] §= (counts[i]) + await(size());",
                "count §+= await(size(await(size())));",
                "count §+= i > 0 ? await(size()) : 1;",
                "count §= count++ + await(size());",
                "log §= \"<\" + log + await(read()) + \">\";",
                "other.count §+= await(size());",
                "this.other.count §= this.other.count + await(size());",
                "other.count §= this.other.count + await(size());",
                "other.other.count §+= await(size());",
                "other.counts[i] §+= await(size());",
                "Subject.single.count §+= await(size());",
                "all §= new ArrayList<>(Arrays.asList(all.get(0), await(read())));",
                "count §= count + await(next(count));",
                "if (i > 0) for (;;) { count §+= await(size()); }",
            })
    void oldValueBeforeTheAwait_isReported(String statement) {
        code(statement).reportsOnly("LostUpdate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i += await(size()); i = i + await(size());",
                "int[] n = {0}; n[0] += await(size());",
                "count = await(size()) + count;",
                "count = await(size());",
                "count += 1; await(size()); count++;",
                "count = await(next(count));",
                "count = await(next(merge(count)));",
                "count = await(next(count + 1)) + 1;",
                "a.count = b.count + await(size());",
                "a.count += await(size()); a.other.count += await(size()); a.counts[i] += await(size());",
                "new Subject().count += await(size());",
                "self().count += await(size());",
                "other.count = count + await(size());",
                "other.count = other.other.count + await(size());",
                "others[i].count += await(size());",
                "other.count = await(size()) + other.count;",
                "a.count = count + await(size()); count = a.count + await(size());",
                "count = shared + await(size());",
                "counts[0] = counts[1] + await(size());",
                "counts[i++] = counts[i++] + await(size());",
                "counts[merge()] = counts[merge()] + await(size());",
                "log = log != null ? log : await(read());",
                "log = log == null ? await(read()) : log;",
                "ready = ready || await(size()) > 0;",
                "ready = ready && await(size()) > 0;",
                "count = i > 0 ? count : await(size());",
                "count = switch (count) { case 1 -> await(size()); default -> 2; };",
                "count = switch (i) { case 1 -> count; default -> await(size()); };",
                "int n = await(size()); count = count + n;",
                "AsyncSupplier<Integer> s = () -> result(await(size())); count = count + merge(s);",
                "count = count + merge((AsyncSupplier<Integer>) () -> result(await(size())));",
                "@SuppressWarnings(\"try\") Object o = null; try (AutoCloseable held = await(guard.hold())) { count += await(size()); }",
                "await(guard.acquire()); try { count += await(size()); } finally { guard.release(); }",
                "await(guard.with(() -> { count += await(size()); return done(); }));",
            })
    void whatLosesNothing_isNot(String statement) {
        code(statement).about("LostUpdate").isClean();
    }

    @EnabledForJreRange(min = JRE.JAVA_21)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "count §= count + switch ((Object) a) { case Subject s when await(size()) > 0 -> 1; default -> 2; };",
                "count §= count + switch ((Object) a) { case String s -> 1; case Subject s when i > 0 && await(size()) > 0 -> 1; default -> 2; };",
            })
    void awaitsInGuards_count(String statement) {
        code(statement).reportsOnly("LostUpdate");
    }

    @Test
    void asyncLambdas_andGenerators_areReported() {
        Checked.members("""
                int n;
                AsyncSupplier<Void> s = () -> { n §+= await(size()); return done(); };
                @Async AsyncGenerator<Integer> g() { n §+= await(size()); return AsyncGenerator.end(); }
                """).reportsOnly("LostUpdate", "LostUpdate");
    }

    @Test
    void inheritedFields_andThoseOfOuterObjects_areReported() {
        Checked.file("""
                class Base { protected int n; }
                class Subject extends Base {
                    static Coroutine<Integer> size() { return result(1); }
                    @Async Coroutine<Void> a() { n §+= await(size()); super.n §+= await(size()); return done(); }
                    class Inner { @Async Coroutine<Void> b() { Subject.this.n §+= await(size()); n §+= await(size()); return done(); } }
                }
                """).reportsOnly("LostUpdate", "LostUpdate", "LostUpdate", "LostUpdate");
    }

    @Test
    void suppression_works() {
        Checked.members(
                        "int n; @SuppressWarnings(\"LostUpdate\") @Async Coroutine<Void> a() { n += await(size()); return done(); }\n")
                .isClean();
    }
}
