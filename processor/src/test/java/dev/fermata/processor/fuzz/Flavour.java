package dev.fermata.processor.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * How a batch of programs is compiled: what javac writes differs with its flags, and what the transform keeps with its own.
 *
 * @param symbols the flag for debug tables, or none for javac's default
 * @param seventeen whether the class files are those of Java 17, or of the running compiler's own version
 * @param inline whether strings are concatenated without invokedynamic
 * @param keepsDead whether variables that are dead survive suspensions, for debuggers
 */
record Flavour(String symbols, boolean seventeen, boolean inline, boolean keepsDead) {
    private static final List<String> SYMBOLS = List.of("-g", "", "-g:none");

    /** The one of a batch: each combination comes up in time. */
    static Flavour of(long number) {
        int n = (int) Math.floorMod(number, 24L);
        return new Flavour(SYMBOLS.get(n % 3), n / 3 % 2 == 0, n / 6 % 2 == 1, n / 12 % 2 == 1);
    }

    /** What both sides are compiled with. */
    List<String> options(boolean newer) {
        List<String> options = new ArrayList<>(List.of("-Xlint:none", "-nowarn", "-XDshould-stop.ifError=FLOW"));
        if (!symbols.isEmpty()) {
            options.add(symbols);
        }
        if (seventeen && !newer) {
            options.addAll(List.of("--release", "17"));
        }
        if (inline) {
            options.add("-XDstringConcat=inline");
        }
        return options;
    }
}
