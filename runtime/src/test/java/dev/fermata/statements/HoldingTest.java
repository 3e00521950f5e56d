package dev.fermata.statements;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A test that says in its Javadoc which statements it holds: {@code Statement 7; CPython: test_coroutines.test_func_10.}
 *
 * @param type the simple name of its class
 * @param method its name
 * @param numbers the statements
 * @param origin the tests of CPython that it is made after, as it writes them; empty if it names none
 */
record HoldingTest(String type, String method, List<Integer> numbers, String origin) {
    /** Javadoc of one test, with what stands between it and the name of the method. */
    private static final Pattern TEST = Pattern.compile(
            "/\\*\\*\\s(?<doc>(?:(?!\\*/).)*?)\\*/\\s+(?<annotations>(?:@[^\\n]*\\n\\s*)+)void (?<method>\\w+)\\(",
            Pattern.DOTALL);

    private static final Pattern NUMBERS = Pattern.compile("\\bStatements? (?<numbers>\\d+(?:(?:, | and | to )\\d+)*)");
    private static final Pattern ORIGIN = Pattern.compile("CPython: (?<origin>[\\w., ]*\\w)");

    /** The tests under a directory of sources, by class and then in the order of the file. */
    static List<HoldingTest> under(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .sorted()
                    .flatMap(HoldingTest::in)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<HoldingTest> in(Path file) {
        String type = file.getFileName().toString().replace(".java", "");
        try {
            return TEST.matcher(Files.readString(file))
                    .results()
                    .map(found -> of(type, found))
                    .filter(test -> !test.numbers.isEmpty());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static HoldingTest of(String type, MatchResult found) {
        String doc = found.group(1).replaceAll("\\s+\\*?\\s*", " ");
        List<Integer> numbers = NUMBERS.matcher(doc)
                .results()
                .flatMap(match -> numbers(match.group(1)).stream())
                .distinct()
                .toList();
        String origin = ORIGIN.matcher(doc)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElse("");
        return new HoldingTest(type, found.group(3), numbers, origin);
    }

    private static List<Integer> numbers(String text) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : text.split(", | and ")) {
            int[] ends = Arrays.stream(part.split(" to "))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            IntStream.rangeClosed(ends[0], ends[ends.length - 1]).forEach(numbers::add);
        }
        return numbers;
    }
}
