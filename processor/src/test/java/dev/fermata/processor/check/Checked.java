package dev.fermata.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * A source, compiled and checked. A {@code §} in it, which javac does not see, marks where a diagnostic is expected: in front
 * of the character under the caret.
 */
final class Checked {
    private static final String HEAD = """
            package demo;
            import dev.fermata.*;
            import dev.fermata.asyncio.*;
            import static dev.fermata.Coroutine.*;
            import java.io.*;
            import java.time.Duration;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.concurrent.locks.*;
            import java.util.function.*;
            """;

    private static final String OPENING = """
            class Subject {
                static Coroutine<String> read() { return result("x"); }
                static Coroutine<Integer> size(Object... of) { return result(of.length); }
                static AsyncIterable<String> lines() { return null; }
                final Object lock = new Object();
            """;

    /** A diagnostic: its place as {@code line:column}, its kind, its text. */
    record Report(String place, Diagnostic.Kind kind, String text) {}

    private final List<String> marks;
    private final List<Report> own = new ArrayList<>();
    private final List<Report> javac = new ArrayList<>();
    private final List<AsyncFacts> facts;

    private Checked(String marked, Path output, String... options) {
        String source = marked.replace("§", "");
        this.marks = marks(marked);
        ChecksProcessor processor = new ChecksProcessor();
        DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        // The guard of the runtime, which javac finds on the class path of the tests, would miss the real processor.
        List<String> all = Stream.concat(
                        Stream.of("-cp", Stubs.CLASS_PATH, "-Xplugin:FermataGuard off", "-implicit:none"),
                        Stream.of(options))
                .toList();
        if (output != null) {
            all = Stream.concat(all.stream(), Stream.of("-d", output.toString()))
                    .toList();
        }
        JavacTask task = (JavacTask)
                compiler.getTask(null, null, collector, all, null, List.of(new InMemorySource("demo.Subject", source)));
        task.setProcessors(List.of(processor));
        run(task, output != null);
        assertThat(processor.thrown).isEmpty();
        this.facts = processor.facts;
        for (Diagnostic<? extends JavaFileObject> each : collector.getDiagnostics()) {
            Report report = new Report(
                    each.getLineNumber() + ":" + each.getColumnNumber(), each.getKind(), each.getMessage(Locale.ROOT));
            (report.text().startsWith("[") ? own : javac).add(report);
        }
    }

    private static void run(JavacTask task, boolean generate) {
        try {
            if (generate) {
                task.call();
            } else {
                task.analyze();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks members of a class that has the usual imports. */
    static Checked members(String members) {
        return file(OPENING + members + "}\n");
    }

    /** Checks types in a file that has the usual imports. */
    static Checked file(String types, String... options) {
        return new Checked(HEAD + types, null, options);
    }

    /** As {@link #file}, and writes class files. */
    static Checked compiled(Path output, String types) {
        return new Checked(HEAD + types, output);
    }

    /** Checks a file as it stands. */
    static Checked raw(String source, String... options) {
        return new Checked(source, null, options);
    }

    private static List<String> marks(String marked) {
        List<String> marks = new ArrayList<>();
        String[] lines = marked.split("\n", -1);
        for (int line = 0; line < lines.length; line++) {
            int seen = 0;
            for (int at = lines[line].indexOf('§'); at >= 0; at = lines[line].indexOf('§', at + 1)) {
                marks.add((line + 1) + ":" + (at - seen++ + 1));
            }
        }
        return marks;
    }

    /** Keeps the reports of one check, for programs of which others have something to say too. */
    Checked about(String id) {
        own.removeIf(report -> !report.text().startsWith("[" + id + "] "));
        return this;
    }

    /** Asserts that exactly these errors are reported, one at each mark, in this order, and nothing by javac. */
    void reports(String... texts) {
        reportsAs(Diagnostic.Kind.ERROR, texts);
    }

    /** As {@link #reports}, with warnings. */
    void warns(String... texts) {
        reportsAs(Diagnostic.Kind.WARNING, texts);
    }

    /** As {@link #reports}, with notes. */
    void notes(String... texts) {
        reportsAs(Diagnostic.Kind.NOTE, texts);
    }

    private void reportsAs(Diagnostic.Kind kind, String... texts) {
        assertThat(javac).isEmpty();
        List<Report> expected = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            expected.add(new Report(i < marks.size() ? marks.get(i) : "no mark", kind, texts[i]));
        }
        assertThat(own).containsExactlyElementsOf(expected);
        assertThat(own)
                .allSatisfy(report -> assertThat(report.text().lines())
                        .allSatisfy(line -> assertThat(line)
                                .hasSizeLessThanOrEqualTo(140)
                                .doesNotContain("null()", "'null'", "'?'", "<init>")));
    }

    /** Asserts that these checks, and no others, report, one at each mark. */
    void reportsOnly(String... ids) {
        assertThat(javac).isEmpty();
        assertThat(own.stream()
                        .map(report -> report.text().substring(1, report.text().indexOf(']'))))
                .containsExactly(ids);
        assertThat(own.stream().map(Report::place)).containsExactlyElementsOf(marks);
    }

    /** Asserts that there is one report, of this kind. */
    void reportsAs(Diagnostic.Kind kind) {
        assertThat(javac).isEmpty();
        assertThat(own.stream().map(Report::kind)).containsExactly(kind);
    }

    /** Asserts that nothing is reported by anyone. */
    void isClean() {
        assertThat(javac).isEmpty();
        assertThat(own).isEmpty();
    }

    /** Asserts that javac finds errors and that we say nothing in addition. */
    void isLeftToJavac() {
        assertThat(javac).isNotEmpty();
        assertThat(own).isEmpty();
    }

    List<Report> own() {
        return own;
    }

    List<Report> javac() {
        return javac;
    }

    /** Returns the facts of the only top-level class. */
    AsyncFacts facts() {
        assertThat(facts).hasSize(1);
        return facts.get(0);
    }
}
