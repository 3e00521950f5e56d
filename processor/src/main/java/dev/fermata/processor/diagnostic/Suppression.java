package dev.fermata.processor.diagnostic;

import java.util.Collection;
import java.util.Set;

/** What the strings of {@code @SuppressWarnings} silence. */
public final class Suppression {
    private static final Set<String> EVERYTHING = Set.of("fermata", "all");

    private Suppression() {}

    /**
     * Tells whether a diagnostic is silenced.
     *
     * @param id the diagnostic; only an optional check can be silenced
     * @param strings the strings of one annotation that encloses the place
     */
    public static boolean covers(DiagnosticId id, Collection<String> strings) {
        return id.isOptional()
                && strings.stream().anyMatch(string -> string.equals(id.text()) || EVERYTHING.contains(string));
    }
}
