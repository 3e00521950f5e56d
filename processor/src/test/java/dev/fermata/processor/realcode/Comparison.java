package dev.fermata.processor.realcode;

import dev.fermata.Coroutine;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;

/**
 * Runs a method and its suspending copy on equal arguments and compares: result or exception, and what became of the
 * arguments. Every point suspends; then a random half of them.
 */
final class Comparison {
    /** As many tuples of arguments are to be compared. */
    static final int TUPLES = 24;

    private static final int ATTEMPTS = 3 * TUPLES;
    private static final int BUDGET = 20_000;

    private final Method original;
    private final Method copy;
    private final List<String> differences = new ArrayList<>();
    private int compared;
    private int returned;
    private int suspensions;

    Comparison(Method original, Method copy) {
        this.original = original;
        this.copy = copy;
        original.setAccessible(true);
        copy.setAccessible(true);
    }

    Comparison run() {
        for (int attempt = 0; attempt < ATTEMPTS && compared < TUPLES; attempt++) {
            long seed = 31L * original.toGenericString().hashCode() + attempt;
            Random half = new Random(seed);
            boolean whole = compare(seed, point -> true);
            if (whole && compare(seed, point -> half.nextBoolean())) {
                compared++;
            }
        }
        return this;
    }

    /** How many tuples were compared. */
    int compared() {
        return compared;
    }

    /** Whether it was run as it was meant to be: often enough, to its end at times, and with suspensions. */
    boolean counts() {
        return compared >= TUPLES && returned > 0 && suspensions > 0;
    }

    int suspensions() {
        return suspensions;
    }

    List<String> differences() {
        return differences;
    }

    /** Whether both came to an outcome that says something. */
    private boolean compare(long seed, IntPredicate suspending) {
        // The copy first: it has a budget, and what exceeds it is not run without one.
        Script script = new Script(suspending, BUDGET);
        Object[] given = new Arguments(seed).tuple(original.getParameterTypes());
        String actual = outcome(() -> script.run((Coroutine<?>) copy.invoke(null, given)), given);
        if (script.isOutOfBudget() || actual.startsWith(UNUSABLE)) {
            return false;
        }
        String expected = original(seed);
        if (expected.startsWith(UNUSABLE)) {
            return false;
        }
        if (!expected.equals(actual)) {
            for (int again = 0; again < 5; again++) {
                if (!expected.equals(original(seed))) {
                    return false; // it depends on something else than its arguments
                }
            }
            differences.add(original + " given " + Picture.of(new Arguments(seed).tuple(original.getParameterTypes()))
                    + "\n  original:  " + expected + "\n  rewritten: " + actual);
        }
        suspensions += script.suspensions();
        returned += expected.startsWith("returned") ? 1 : 0;
        return true;
    }

    private String original(long seed) {
        Object[] given = new Arguments(seed).tuple(original.getParameterTypes());
        return outcome(() -> original.invoke(null, given), given);
    }

    private static final String UNUSABLE = "unusable";

    private interface Call {
        Object run() throws Throwable;
    }

    private static String outcome(Call call, Object[] given) {
        try {
            return "returned " + Picture.of(call.run()) + ", arguments " + Picture.of(given);
        } catch (InvocationTargetException thrown) {
            return thrown(thrown.getCause(), given);
        } catch (Throwable thrown) {
            return thrown(thrown, given);
        }
    }

    /** What says something about the machine, or about the copy's place outside its package, says nothing about the code. */
    private static String thrown(Throwable thrown, Object[] given) {
        if (thrown instanceof VirtualMachineError || thrown instanceof LinkageError) {
            return UNUSABLE;
        }
        return "threw " + thrown.getClass().getName() + ": " + message(thrown) + ", arguments " + Picture.of(given);
    }

    /**
     * The message; of the JVM's own on a null without the part that tells where the null came from (JEP 358). An operand
     * that waited out a suspension came from two places, so there the JVM says nothing.
     */
    private static String message(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage());
        int cause = message.indexOf(" because ");
        boolean ofTheJvm = thrown instanceof NullPointerException && message.startsWith("Cannot ") && cause > 0;
        return ofTheJvm ? message.substring(0, cause) : message;
    }
}
