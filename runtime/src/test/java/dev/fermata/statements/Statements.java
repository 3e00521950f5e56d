package dev.fermata.statements;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The list of statements, by the headings under which they stand. */
record Statements(Map<String, List<Statement>> byHeading) {

    static Statements read() {
        Map<String, List<Statement>> byHeading = new LinkedHashMap<>();
        List<Statement> under = new ArrayList<>();
        for (String line : text().lines().filter(line -> !line.startsWith("#")).toList()) {
            if (line.startsWith("= ")) {
                under = new ArrayList<>();
                byHeading.put(line.substring(2), under);
            } else {
                under.add(statement(line));
            }
        }
        return new Statements(byHeading);
    }

    private static Statement statement(String line) {
        String[] cells = line.split("\\|", 3);
        Optional<String> absence = cells.length == 3 ? Optional.of(cells[2].strip()) : Optional.empty();
        return new Statement(Integer.parseInt(cells[0].strip()), cells[1].strip(), absence);
    }

    List<Statement> all() {
        return byHeading.values().stream().flatMap(List::stream).toList();
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(Statements.class.getResourceAsStream("statements.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
