package dev.fermata.processor.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.transform.analysis.AsyncFunction;
import dev.fermata.processor.transform.analysis.AsyncFunctions;
import dev.fermata.processor.transform.analysis.CannotRewrite;
import dev.fermata.processor.transform.analysis.FunctionAnalysis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** Which calls of hasNext(), next() and close() are suspension points: seen by their types, and by where values come from. */
final class ImplicitAwaitsTest {
    private static final String KNOWN = """
            static class Own implements AsyncIterable<String>, AsyncIterator<String>, AsyncCloseable {
                public Own iterator() { return this; }
                public Awaitable<String> anext() { return null; }
                public Coroutine<Void> aclose() { return done(); }
            }
            AsyncIterable<String> source;
            AsyncIterator<String> field;
            AsyncIterator<String>[][] array;
            Iterator<String> plainField;
            List<String> list;
            """;

    @Test
    void for_overAnAsyncSource_isOnePoint() throws Exception {
        assertThat(points("for (String s : source) { }")).containsExactly("ADVANCE");
        assertThat(points("for (String s : new Own()) { }")).containsExactly("ADVANCE");
        assertThat(points("AsyncIterable<String>[] a = null; for (String s : a[0]) { }"))
                .containsExactly("ADVANCE");
        assertThat(points("List<Own> l = null; for (String s : l.get(0)) { }")).containsExactly("ADVANCE");
        assertThat(points("for (String s : (AsyncIterable<String>) (Object) list) { }"))
                .containsExactly("ADVANCE");
        assertThat(points("for (String s : list == null ? source : new Own()) { }"))
                .containsExactly("ADVANCE");
        assertThat(points(
                        "for (String s : new AsyncIterable<String>() { public Own iterator() { return null; } }) { }"))
                .containsExactly("ADVANCE");
    }

    @Test
    void for_overAnotherSource_isNone() throws Exception {
        assertThat(points("for (String s : list) { }")).isEmpty();
        assertThat(points("for (String s : new String[0]) { }")).isEmpty();
        assertThat(points("source.iterator(); for (String s : list) { }")).isEmpty();
        assertThat(points("for (String s : list) { for (String t : source) { for (String u : list) { } } }"))
                .containsExactly("ADVANCE");
    }

    @Test
    void explicitCalls_areSeenByTheTypeThatTheyName() throws Exception {
        assertThat(points("field.hasNext(); field.next(); new Own().next();"))
                .containsExactly("HAS_NEXT", "NEXT", "NEXT");
        assertThat(points("plainField.hasNext(); plainField.next();")).isEmpty();
    }

    @Test
    void variableOfThePlainType_isWhatWasAssignedToIt() throws Exception {
        assertThat(points("Iterator<String> i = field; i.hasNext(); i.next();")).containsExactly("HAS_NEXT", "NEXT");
        assertThat(points("Iterator<String> i = plainField; field.next(); i.hasNext();"))
                .containsExactly("NEXT");
        assertThat(points("Iterator<String> i = source.iterator(); i.next(); i = list.iterator(); i.hasNext();"))
                .containsExactly("NEXT");
        assertThat(points("Iterator<String> i = list.iterator(); i.next(); i = (Iterator<String>) field; i.hasNext();"))
                .containsExactly("HAS_NEXT");
        assertThat(points("Object o = field; ((Iterator<?>) o).next();")).containsExactly("NEXT");
        assertThat(points("Iterator<String> i = array[0][1]; i.next();")).containsExactly("NEXT");
    }

    @Test
    void variableThatMayBeEither_isAPoint() throws Exception {
        assertThat(points("Iterator<String> i = list == null ? field : list.iterator(); i.next();"))
                .containsExactly("NEXT");
        assertThat(points("Iterator<String> i = list.iterator(); while (i.hasNext()) { i.next(); i = field; }"))
                .containsExactly("ADVANCE");
        assertThat(points("Iterator<String> i = null; i.next(); i = field;")).isEmpty();
    }

    @Test
    void variableThatIsAssignedInATry_isEitherInItsHandler() throws Exception {
        assertThat(points("""
                Iterator<String> i = list.iterator();
                try { i = field; plain(); i = plainField; } catch (RuntimeException e) { i.next(); }
                i.hasNext();
                """)).containsExactly("NEXT", "HAS_NEXT");
        assertThat(points("""
                Iterator<String> i = field;
                try { i = plainField; plain(); } finally { i.next(); }
                """)).containsExactly("NEXT");
    }

    @Test
    void hasNextAndNextApart_areTwoPoints() throws Exception {
        assertThat(points("while (field.hasNext()) { field.next(); }")).containsExactly("HAS_NEXT", "NEXT");
        assertThat(points("AsyncIterator<String> i = field, j = i; while (i.hasNext()) { j.next(); }"))
                .containsExactly("HAS_NEXT", "NEXT");
        assertThat(points("AsyncIterator<String> i = field; while (i.hasNext()) { plain(i.next()); }"))
                .containsExactly("HAS_NEXT", "NEXT");
        assertThat(
                        points(
                                "AsyncIterator<String> i = field; while (i.hasNext()) { try { i.next(); } finally { plain(); } }"))
                .containsExactly("HAS_NEXT", "NEXT");
        assertThat(points("AsyncIterator<String> i = field; while (i.hasNext()) { i.next(); }"))
                .containsExactly("ADVANCE");
    }

    @Test
    void close_isSeenByTheTypeThatItNames() throws Exception {
        assertThat(points("try (Own o = new Own()) { plain(); }")).containsExactly("CLOSE", "CLOSE");
        assertThat(points("try (AsyncCloseable o = new Own() { }) { plain(); }"))
                .containsExactly("CLOSE", "CLOSE");
        assertThat(points("try (java.io.Closeable o = null) { plain(); }")).isEmpty();
        assertThat(points("new Own().close();")).containsExactly("CLOSE");
    }

    @Test
    void localAndAnonymousClasses_areKnownByTheirSupertypes() throws Exception {
        assertThat(points("class Local extends Own { } new Local().close(); new Own() { }.next();"))
                .containsExactly("CLOSE", "NEXT");
    }

    @Test
    void generatorFunction_hasNone() throws Exception {
        String source = "class Subject { " + KNOWN + """
                @Yields Generator<String> f() { for (String s : source) { field.next(); } return Generator.end(); } }
                """;

        assertThat(points(ClassFiles.compile("Subject", source), "f")).isEmpty();
    }

    @Test
    void plainMethod_isLeftToTheChecks() {
        String source = "class Subject { " + KNOWN + "void f() { for (String s : source) { new Own().close(); } } }";
        Map<String, byte[]> classes = ClassFiles.compile("Subject", source);

        assertThat(Transformer.transform(classes.get("Subject"), new Hierarchy(classes), TransformOptions.DEFAULTS))
                .isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    void superCall_meansTheOneImplementation() throws Exception {
        String source = "class Subject { " + KNOWN + """
                static class Sub extends Own {
                    @Async Coroutine<Void> f() { super.close(); super.next(); close(); return done(); }
                } }
                """;

        assertThat(points(ClassFiles.compile("Subject", source), "f")).containsExactly("CLOSE");
    }

    @Test
    void heldMonitor_isARejectionThatNamesWhatWaits() {
        assertThat(rejection("synchronized (this) { for (String s : source) { } }"))
                .isEqualTo("holds a monitor across the next element of an asynchronous iterator");
        assertThat(rejection("synchronized (this) { field.next(); }"))
                .isEqualTo("holds a monitor across next() of an asynchronous iterator");
        assertThat(rejection("synchronized (this) { new Own().close(); }"))
                .isEqualTo("holds a monitor across close() of an asynchronous resource");
    }

    private static String rejection(String code) {
        Map<String, byte[]> classes = ClassFiles.compile("Subject", subject(code));
        Outcome outcome =
                Transformer.transform(classes.get("Subject"), new Hierarchy(classes), TransformOptions.DEFAULTS);
        return ((Outcome.Rejected) outcome).rejections().get(0).reason();
    }

    private static List<String> points(String code) throws CannotRewrite {
        return points(ClassFiles.compile("Subject", subject(code)), "f");
    }

    private static String subject(String code) {
        return "class Subject { " + KNOWN + "void plain(Object... o) { }\n"
                + "@Async Coroutine<Void> f() throws Exception { " + code + " return done(); } }";
    }

    /** The points of a function, in the order of the bytecode. */
    private static List<String> points(Map<String, byte[]> classes, String name) throws CannotRewrite {
        Hierarchy hierarchy = new Hierarchy(classes);
        List<String> points = new ArrayList<>();
        for (byte[] bytes : classes.values()) {
            ClassNode host = new ClassNode();
            new ClassReader(bytes).accept(host, ClassReader.EXPAND_FRAMES);
            for (AsyncFunction function : AsyncFunctions.of(host, it -> false, it -> false)) {
                if (function.method().name.equals(name)) {
                    FunctionAnalysis.of(host.name, function, hierarchy::isSubclass)
                            .points()
                            .forEach(it -> points.add(it.intrinsic().name()));
                }
            }
        }
        return points;
    }
}
