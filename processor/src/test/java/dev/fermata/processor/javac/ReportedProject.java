package dev.fermata.processor.javac;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A {@link Project} with one source, and the report of its compile. */
final class ReportedProject {
    /** One function with a loop. */
    static final String SIMPLE = """
            class Foo {
                @Async
                Coroutine<Integer> one(int n) {
                    int sum = n;
                    for (int i = 0; i < n; i++) {
                        sum += await(one(i));
                    }
                    return Coroutine.result(sum);
                }
            }
            """;

    private static final String HEAD =
            "package a; import static dev.fermata.Coroutine.await; import dev.fermata.*; import java.util.*;\n";

    private final Path root;
    private final Project project;

    ReportedProject(Path root) {
        this.root = root;
        this.project = new Project(root);
    }

    Project project() {
        return project;
    }

    Path file(String name) {
        return root.resolve(name);
    }

    /** Adds a class to the package {@code a}, with the usual imports on its first line. */
    ReportedProject source(String name, String text) {
        project.source("a/" + name + ".java", HEAD + text);
        return this;
    }

    /** Compiles with a report. */
    Project.Compiled compile(String file) {
        project.processors(new FermataOptions(), new FermataProcessor());
        return project.javac("-g", "-Afermata.report=" + file(file));
    }

    /** Compiles a class Foo, which has no errors, and returns the report. */
    String report(String file, String text) throws Exception {
        source("Foo", text);
        assertThat(compile(file).errors()).isEmpty();
        return Files.readString(file(file));
    }

    /** The values of a member of a JSON report that occurs several times, in order. */
    static List<String> values(String json, String member) {
        return Pattern.compile("\"" + member + "\": (.+?),?\n")
                .matcher(json)
                .results()
                .map(it -> it.group(1))
                .toList();
    }
}
