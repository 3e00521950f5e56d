package dev.fermata.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.javac.FermataOptions;
import dev.fermata.processor.javac.FermataProcessor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiles the programs under {@code corpus} with the whole processor, all checks on, and compares all that is reported with what
 * the programs say about themselves. The tests of one check look at that check; here a check that speaks where another one is
 * meant is found too. Programs that need a newer language than 17 stand in a folder with its number.
 */
final class CheckCorpusTest {
    private static final Path CORPUS = corpus();

    @TempDir
    Path output;

    private static Path corpus() {
        try {
            return Path.of(Objects.requireNonNull(CheckCorpusTest.class.getResource("/corpus"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> programs() throws IOException {
        try (Stream<Path> files = Files.walk(CORPUS)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> program_getsWhatItSays() throws IOException {
        return programs().stream()
                .filter(file -> languageOf(file) <= Runtime.version().feature())
                .map(file -> DynamicTest.dynamicTest(CORPUS.relativize(file).toString(), () -> check(file)));
    }

    private static int languageOf(Path file) {
        String first = CORPUS.relativize(file).getName(0).toString();
        return Character.isDigit(first.charAt(0)) ? Integer.parseInt(first) : 17;
    }

    @Test
    void eachCheck_hasWrongAndRightPrograms() {
        for (DiagnosticId id : DiagnosticId.values()) {
            if (id.isCheck()) {
                assertThat(CORPUS.resolve("wrong").resolve(id.text())).isNotEmptyDirectory();
                assertThat(CORPUS.resolve("right").resolve(id.text())).isNotEmptyDirectory();
            }
        }
    }

    @Test
    void markers_areThoseOfChecks_inWrongProgramsOnly() throws IOException {
        List<String> ids =
                Arrays.stream(DiagnosticId.values()).map(DiagnosticId::text).toList();
        for (Path file : programs()) {
            CorpusProgram program = CorpusProgram.read(file);
            String name = CORPUS.relativize(file).toString();
            boolean wrong = file.toString().contains("wrong");

            assertThat(program.brokenMarkers()).as(name).isEmpty();
            assertThat(ids)
                    .as(name)
                    .containsAll(program.expected().stream()
                            .map(CorpusProgram.Expected::id)
                            .toList());
            assertThat(program.expected().isEmpty()).as(name).isNotEqualTo(wrong);
        }
    }

    private void check(Path file) {
        CorpusProgram program = CorpusProgram.read(file);
        List<CorpusProgram.Expected> reported = new ArrayList<>();
        List<String> javac = new ArrayList<>();
        List<Diagnostic<? extends JavaFileObject>> all = compile(program);

        for (Diagnostic<? extends JavaFileObject> each : all) {
            String text = each.getMessage(Locale.ROOT);
            if (text.startsWith("[")) {
                String id = text.substring(1, text.indexOf(']'));
                long line = each.getLineNumber();
                boolean anyColumn = program.expected().stream()
                        .noneMatch(it -> it.line() == line && it.id().equals(id) && it.column() != 0);
                reported.add(new CorpusProgram.Expected(
                        line, kind(each.getKind()), id, anyColumn ? 0 : each.getColumnNumber()));
            } else {
                javac.add(each.getCode());
            }
        }

        assertThat(javac).as("javac's own, among " + all).containsExactlyElementsOf(program.javac());
        assertThat(reported).as(all.toString()).containsExactlyInAnyOrderElementsOf(program.expected());
        assertOrder(all);
        for (Diagnostic<? extends JavaFileObject> each : all) {
            if (each.getMessage(Locale.ROOT).startsWith("[")) {
                assertText(each.getMessage(Locale.ROOT));
            }
        }
    }

    /** By position, and at one position by id; what has no place comes first, in an order of its own. */
    private static void assertOrder(List<Diagnostic<? extends JavaFileObject>> all) {
        List<Diagnostic<? extends JavaFileObject>> placed = all.stream()
                .filter(each -> each.getPosition() != Diagnostic.NOPOS
                        && each.getMessage(Locale.ROOT).startsWith("["))
                .toList();
        assertThat(placed)
                .as("order")
                .isSortedAccordingTo(Comparator.<Diagnostic<?>>comparingLong(Diagnostic::getPosition)
                        .thenComparing(CheckCorpusTest::id));
        assertThat(placed)
                .extracting(each -> each.getPosition() + " " + id(each))
                .doesNotHaveDuplicates();
    }

    private static DiagnosticId id(Diagnostic<?> diagnostic) {
        String text = diagnostic.getMessage(Locale.ROOT);
        return Arrays.stream(DiagnosticId.values())
                .filter(each -> text.startsWith("[" + each.text() + "]"))
                .findFirst()
                .orElseThrow();
    }

    private static Diagnostic.Kind kind(Diagnostic.Kind kind) {
        return kind == Diagnostic.Kind.MANDATORY_WARNING ? Diagnostic.Kind.WARNING : kind;
    }

    private static void assertText(String text) {
        List<String> lines = text.lines().toList();
        assertThat(lines)
                .as(text)
                .allSatisfy(line -> assertThat(line)
                        .hasSizeLessThanOrEqualTo(140)
                        .doesNotContain("'null'", "null(", "'?'", "?(", "<init>", "<clinit>", "http", "please", "..."));
        assertThat(lines.get(0)).matches("\\[[A-Z][A-Za-z]+] \\S.*[^.]");
        assertThat(lines.get(1)).matches("  [A-Z].*[.,;}]");
        // That one lists all that is valid, which may take more lines, and the syntax of the options has a mark of its
        // own.
        if (!text.startsWith("[" + DiagnosticId.UNKNOWN_OPTION.text() + "]")) {
            assertThat(lines).as(text).hasSize(2);
            assertThat(text).doesNotContain("!");
        }
    }

    private List<Diagnostic<? extends JavaFileObject>> compile(CorpusProgram program) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = Stream.concat(
                        Stream.of("-cp", Stubs.CLASS_PATH, "-d", output.toString(), "-implicit:none"),
                        program.options().stream())
                .toList();
        JavaCompiler.CompilationTask task = compiler.getTask(
                null, null, diagnostics, options, null, List.of(new InMemorySource("Program", program.source())));
        task.setProcessors(List.of(new FermataProcessor(), new FermataOptions()));
        task.call();
        return diagnostics.getDiagnostics();
    }
}
