package dev.fermata.processor.check;

import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.Severity;
import java.util.List;
import java.util.Optional;

/**
 * What a report tells of the source of a top-level class: its functions, and what the checks say of it. No trees, which javac
 * forgets.
 *
 * @param className the binary name of the class, with dots
 * @param functions its coroutine and generator functions and those of the classes in it, by position
 * @param elsewhere what was reported outside of all of them
 */
public record SourceOutline(String className, List<Function> functions, List<Raised> elsewhere) {
    /** Copies the lists. */
    public SourceOutline {
        functions = List.copyOf(functions);
        elsewhere = List.copyOf(elsewhere);
    }

    /** How a function is written. */
    public enum Form {
        /** A method of a class that has a name. */
        METHOD,
        /** A method of an anonymous class. */
        ANONYMOUS_METHOD,
        /** A lambda. */
        LAMBDA
    }

    /**
     * A function.
     *
     * @param className the internal name of its class
     * @param name the name of the method; for a lambda, that of the method, field or constructor that it is written in
     * @param descriptor the erased descriptor; empty for a lambda, whose method only javac names
     * @param form how it is written
     * @param kind what it is rewritten into
     * @param signature as it is declared, on one line
     * @param firstLine the line where it begins
     * @param lastLine the line where it ends
     * @param end the position where it ends, to compare
     * @param suspensions where it suspends, in the order of evaluation
     * @param raised what was reported in it
     */
    public record Function(
            String className,
            String name,
            String descriptor,
            Form form,
            AsyncFacts.Kind kind,
            String signature,
            int firstLine,
            int lastLine,
            long end,
            List<Suspends> suspensions,
            List<Raised> raised) {
        /** Copies the lists. */
        public Function {
            suspensions = List.copyOf(suspensions);
            raised = List.copyOf(raised);
        }
    }

    /** How a function suspends. */
    public enum Verb {
        /** Waits for an awaitable. */
        AWAIT,
        /** Gives a value to the driver. */
        SUSPEND,
        /** Gives an element. */
        YIELD,
        /** Gives all elements of another source. */
        YIELD_FROM,
        /** Waits for an element of an asynchronous source. */
        NEXT,
        /** Waits for the release of an asynchronous resource. */
        CLOSE
    }

    /**
     * A suspension as it is written.
     *
     * @param verb how it suspends
     * @param firstLine the first line that the class file may give for it
     * @param lastLine the last such line
     * @param text what is awaited, yielded, iterated or closed, as it stands in the source, on one line
     * @param operand the same as one instruction of a class file would name it: {@code fetch()}, {@code new Query()}, the name
     *     of a variable or field; empty for anything else
     */
    public record Suspends(Verb verb, int firstLine, int lastLine, String text, Optional<String> operand) {}

    /**
     * What was reported.
     *
     * @param id what
     * @param severity how loudly
     * @param line where
     * @param text the two lines of the diagnostic
     */
    public record Raised(DiagnosticId id, Severity severity, int line, String text) {}
}
