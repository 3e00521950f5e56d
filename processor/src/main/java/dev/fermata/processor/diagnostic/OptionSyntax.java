package dev.fermata.processor.diagnostic;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which names and values of options are valid, and what is said about the others. */
final class OptionSyntax {
    static final String CHECK = CheckOptions.PREFIX + "check.";
    static final String CHECKS = CheckOptions.PREFIX + "checks";
    static final String TRANSFORM = CheckOptions.PREFIX + "transform";
    static final String BLOCKING = CheckOptions.PREFIX + "blocking";
    static final String REPORT = CheckOptions.PREFIX + "report";
    static final String DEBUG = CheckOptions.PREFIX + "debug";
    static final String VERIFY = CheckOptions.PREFIX + "verify";

    /** All options but those of single checks, in the order in which they are listed. */
    static final Map<String, Values> OTHERS = others();

    private static final String IDENTIFIER = "[\\p{javaJavaIdentifierStart}][\\p{javaJavaIdentifierPart}]*";
    private static final Pattern BLOCKING_ENTRY =
            Pattern.compile("!?" + IDENTIFIER + "(\\." + IDENTIFIER + ")*#(" + IDENTIFIER + "|\\*)");

    private OptionSyntax() {}

    /**
     * What may stand behind the equals sign.
     *
     * @param shown the values as they are listed to the user
     * @param valid tells them; null stands for an option without a value
     */
    record Values(List<String> shown, Predicate<@Nullable String> valid) {
        static Values words(String... words) {
            return words(Arrays.asList(words));
        }

        static Values words(List<String> words) {
            Set<String> known = Set.copyOf(words);
            return new Values(List.copyOf(words), value -> value != null && known.contains(value));
        }
    }

    private static Map<String, Values> others() {
        Map<String, Values> options = new LinkedHashMap<>();
        options.put(CHECKS, Values.words(Severity.optionWords()));
        options.put(TRANSFORM, Values.words("on", "off", "warn"));
        options.put(
                BLOCKING,
                new Values(
                        List.of("<pkg.Type>#<method>", "<pkg.Type>#*", "each with ! in front to take it off"),
                        value -> value != null && entries(value).stream().allMatch(OptionSyntax::isBlockingEntry)));
        options.put(
                REPORT,
                new Values(
                        List.of("<file>.json", "<file>.html"),
                        value -> value != null && value.matches("(?s).+\\.(json|html)")));
        options.put(
                DEBUG,
                new Values(
                        List.of("no value", "on", "off"),
                        value -> value == null || value.equals("on") || value.equals("off")));
        options.put(VERIFY, Values.words("on", "off"));
        return options;
    }

    /** Returns the text of the problem with an option whose name begins with our prefix, if there is one. */
    static Optional<String> problem(String name, @Nullable String value) {
        if (name.startsWith(CHECK)) {
            return checkProblem(name, value);
        }
        Values values = OTHERS.get(name);
        if (values == null) {
            return Optional.of(DiagnosticText.listing(
                    DiagnosticId.UNKNOWN_OPTION,
                    Line.of("-A%s is no option of Fermata; it would set nothing", name),
                    "Write one of:",
                    optionNames()));
        }
        return valueProblem(name, value, values);
    }

    private static Optional<String> checkProblem(String name, @Nullable String value) {
        Optional<DiagnosticId> check = DiagnosticId.ofCheck(name.substring(CHECK.length()));
        if (check.isEmpty()) {
            return Optional.of(DiagnosticText.listing(
                    DiagnosticId.UNKNOWN_OPTION,
                    Line.of("-A%s names no check of Fermata; it would set nothing", name),
                    "Write one of:",
                    DiagnosticId.checkNames()));
        }
        if (!check.get().isOptional()
                && value != null
                && Severity.ofOption(value)
                        .filter(severity -> severity != Severity.ERROR)
                        .isPresent()) {
            return Optional.of(DiagnosticText.of(
                    DiagnosticId.UNKNOWN_OPTION,
                    Line.of("-A%s=%s on a mandatory check; what it finds cannot be rewritten", name, value),
                    Line.of("Write error, the one valid value, or leave the option out.")));
        }
        Values values =
                check.get().isOptional() ? Values.words(Severity.optionWords()) : Values.words(Severity.ERROR.option());
        return valueProblem(name, value, values);
    }

    private static Optional<String> valueProblem(String name, @Nullable String value, Values values) {
        if (values.valid().test(value)) {
            return Optional.empty();
        }
        Line what = value == null
                ? Line.of("-A%s has no value; it would set nothing", name)
                : Line.of("-A%s=%s has no valid value; it would set nothing", name, value);
        return Optional.of(DiagnosticText.listing(DiagnosticId.UNKNOWN_OPTION, what, "Write one of:", values.shown()));
    }

    private static List<String> optionNames() {
        return Stream.concat(Stream.of(CHECK + "<CheckName>"), OTHERS.keySet().stream())
                .toList();
    }

    /** Splits the value of {@link #BLOCKING}. */
    static List<String> entries(String value) {
        return value.isEmpty()
                ? List.of()
                : Arrays.stream(value.split(",", -1)).map(String::strip).toList();
    }

    private static boolean isBlockingEntry(String entry) {
        return BLOCKING_ENTRY.matcher(entry).matches();
    }
}
