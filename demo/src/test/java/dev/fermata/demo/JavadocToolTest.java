package dev.fermata.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Javadoc tool over sources with coroutine functions, with everything on its paths that a build may put there. */
final class JavadocToolTest {
    @TempDir
    Path folder;

    @Test
    void asyncCode_isDocumentedWithoutAWarning() throws Exception {
        Path processor =
                Path.of(System.getProperty("fermata.processor.jar", "")).normalize();
        assumeTrue(Files.isRegularFile(processor), () -> processor + " is not built; run mvn verify");
        List<String> arguments =
                new ArrayList<>(List.of("-quiet", "-Werror", "-Xdoclint:all,-missing", "-package", "-classpath"));
        arguments.add(System.getProperty("java.class.path") + java.io.File.pathSeparator + processor);
        arguments.addAll(List.of("-d", folder.toString()));
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            sources.filter(source -> source.toString().endsWith(".java"))
                    .map(Path::toString)
                    .forEach(arguments::add);
        }
        StringWriter said = new StringWriter();
        PrintWriter printer = new PrintWriter(said);

        int code =
                ToolProvider.findFirst("javadoc").orElseThrow().run(printer, printer, arguments.toArray(new String[0]));

        assertThat(said.toString()).isEmpty();
        assertThat(code).isZero();
        // The annotation is documented: a caller must see that it gets a coroutine.
        assertThat(folder.resolve("dev/fermata/demo/Crawler.html")).content().contains("@Async");
    }
}
