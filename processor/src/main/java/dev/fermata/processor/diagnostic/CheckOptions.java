package dev.fermata.processor.diagnostic;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The options of the processor, parsed. What is wrong with them becomes a list of problems, and the default holds instead.
 */
public final class CheckOptions {
    /** What the names of all our options begin with. */
    public static final String PREFIX = "fermata.";

    private final Map<String, @Nullable String> valid;
    private final List<String> problems;

    private CheckOptions(Map<String, @Nullable String> valid, List<String> problems) {
        this.valid = valid;
        this.problems = List.copyOf(problems);
    }

    /**
     * Parses options.
     *
     * @param options all options of the compilation, by name without {@code -A}; those of others are passed over; an option
     *     without a value has the value null
     */
    public static CheckOptions parse(Map<String, @Nullable String> options) {
        Map<String, @Nullable String> valid = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        // Sorted, so that the problems come in the same order in each build.
        new TreeMap<String, @Nullable String>(options).forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                Optional<String> problem = OptionSyntax.problem(name, value);
                problem.ifPresentOrElse(problems::add, () -> valid.put(name, value));
            }
        });
        return new CheckOptions(valid, problems);
    }

    /** Returns the names of all valid options, for {@code Processor.getSupportedOptions}. */
    public static Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (String check : DiagnosticId.checkNames()) {
            names.add(OptionSyntax.CHECK + check);
        }
        names.addAll(OptionSyntax.OTHERS.keySet());
        return names;
    }

    /** Returns what is wrong with the options: the texts of UnknownOption errors, ordered by the names of the options. */
    public List<String> problems() {
        return problems;
    }

    /** Returns how loudly something is reported. */
    public Severity severity(DiagnosticId id) {
        return switch (id) {
            case NOT_TRANSFORMED -> transform() == TransformMode.WARN ? Severity.WARNING : Severity.ERROR;
            case UNSUPPORTED_COMPILER ->
                switch (transform()) {
                    case ON -> Severity.ERROR;
                    case WARN -> Severity.WARNING;
                    case OFF -> Severity.OFF;
                };
            default -> id.isOptional() ? optionalSeverity(id) : id.defaultSeverity();
        };
    }

    /** The option of one check wins over that for all, whatever their order on the command line. */
    private Severity optionalSeverity(DiagnosticId id) {
        return severityOf(OptionSyntax.CHECK + id.text())
                .or(() -> severityOf(OptionSyntax.CHECKS))
                .orElse(id.defaultSeverity());
    }

    private Optional<Severity> severityOf(String option) {
        return Optional.ofNullable(valid.get(option)).flatMap(Severity::ofOption);
    }

    /** Returns what is to be done about rewriting: {@code fermata.transform}. */
    public TransformMode transform() {
        return switch (Objects.requireNonNullElse(valid.get(OptionSyntax.TRANSFORM), "on")) {
            case "off" -> TransformMode.OFF;
            case "warn" -> TransformMode.WARN;
            default -> TransformMode.ON;
        };
    }

    /** Tells whether dead locals are kept and notes are verbose: {@code fermata.debug}. */
    public boolean debug() {
        return valid.containsKey(OptionSyntax.DEBUG) && !"off".equals(valid.get(OptionSyntax.DEBUG));
    }

    /** Tells whether the bytes that were written are checked: {@code fermata.verify}. */
    public boolean verify() {
        return !"off".equals(valid.get(OptionSyntax.VERIFY));
    }

    /** Returns the file that a report is asked for in: {@code fermata.report}. */
    public Optional<String> report() {
        return Optional.ofNullable(valid.get(OptionSyntax.REPORT));
    }

    /** Returns the entries that edit the list of blocking calls, {@code fermata.blocking}: {@code [!]pkg.Type#method}. */
    public List<String> blocking() {
        return OptionSyntax.entries(Objects.requireNonNullElse(valid.get(OptionSyntax.BLOCKING), ""));
    }
}
