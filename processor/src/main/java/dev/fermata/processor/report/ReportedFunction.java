package dev.fermata.processor.report;

import dev.fermata.processor.check.AsyncFacts.Kind;
import dev.fermata.processor.check.SourceOutline.Form;
import dev.fermata.processor.check.SourceOutline.Raised;
import dev.fermata.processor.check.SourceOutline.Verb;
import dev.fermata.processor.transform.FunctionOutline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a report says of one function.
 *
 * @param id what it is linked and looked up by, unique in the report
 * @param className the binary name of its class
 * @param name its name; that of the method around a lambda
 * @param signature as it is declared
 * @param form how it is written
 * @param kind what it is rewritten into
 * @param source the source file, below the folder of its root package
 * @param firstLine the line where it begins, or 0
 * @param lastLine the line where it ends, or 0
 * @param suspensions where it suspends: by state if it was rewritten, else in the order of the source
 * @param machine its state machine; empty if it was not rewritten
 * @param checks what the checks say of it, by position
 */
record ReportedFunction(
        String id,
        String className,
        String name,
        String signature,
        Form form,
        Kind kind,
        String source,
        int firstLine,
        int lastLine,
        List<Suspension> suspensions,
        Optional<FunctionOutline> machine,
        List<Raised> checks) {
    /** Copies the lists. */
    ReportedFunction {
        suspensions = List.copyOf(suspensions);
        checks = List.copyOf(checks);
    }

    /**
     * A suspension.
     *
     * @param state its number, from 1; 0 if the function was not rewritten
     * @param line its line, or 0
     * @param verb how it suspends
     * @param operand what it is given; empty if that is not known
     * @param spilled what is kept
     */
    record Suspension(int state, int line, Verb verb, String operand, List<FunctionOutline.Spilled> spilled) {
        /** Returns how it is said: {@code await fetch(url)}. */
        String text() {
            String words = switch (verb) {
                case AWAIT -> "await";
                case SUSPEND -> "suspend";
                case YIELD -> "yield";
                case YIELD_FROM -> "yield from";
                case NEXT -> "next of";
                case CLOSE -> "close";
            };
            return operand.isEmpty() ? words : words + " " + operand;
        }
    }

    /**
     * A variable that outlives suspensions. Those of one name and type are one, in whatever scopes.
     *
     * @param name its name; empty for temporaries of the compiler
     * @param type its type
     * @param states where it is kept
     */
    record SpilledVariable(Optional<String> name, String type, List<Integer> states) {}

    /** Returns the variables that are kept somewhere, in the order in which that happens first. */
    List<SpilledVariable> spilled() {
        Map<List<String>, List<Integer>> states = new LinkedHashMap<>();
        for (Suspension suspension : suspensions) {
            for (FunctionOutline.Spilled spilled : suspension.spilled()) {
                List<Integer> at = states.computeIfAbsent(
                        List.of(spilled.name().orElse(""), spilled.type()), it -> new ArrayList<>());
                if (at.isEmpty() || at.get(at.size() - 1) != suspension.state()) {
                    at.add(suspension.state());
                }
            }
        }
        List<SpilledVariable> variables = new ArrayList<>();
        states.forEach((key, at) -> variables.add(new SpilledVariable(
                Optional.of(key.get(0)).filter(name -> !name.isEmpty()), key.get(1), List.copyOf(at))));
        return variables;
    }

    /** Returns the name as people say it. */
    String title() {
        return form == Form.LAMBDA ? "lambda in " + name : name;
    }
}
