package dev.fermata.processor.transform;

import dev.fermata.processor.transform.analysis.FunctionKind;
import dev.fermata.processor.transform.analysis.Intrinsic;
import dev.fermata.processor.transform.analysis.StateGraph;
import java.util.List;
import java.util.Optional;

/**
 * What became of one function, for people who want to look at it: its state machine, and what its frame holds. Types
 * are named as in source, with dots.
 *
 * @param className the internal name of its class
 * @param name its name; javac's own for a lambda
 * @param descriptor its descriptor
 * @param parameters the types of its parameters; those of a lambda begin with what it captures
 * @param kind what it is
 * @param isStatic whether it has no receiver
 * @param sourceFile the name of the source file; empty where the class file does not tell
 * @param lines the lines of its code, in ascending order
 * @param lambdas the names of the methods of its class that its code makes lambdas of
 * @param frameClass the internal name of the generated class
 * @param fields the fields of that class, the receiver among them, in their order
 * @param estimatedBytes the size of a frame, see {@link FrameSize}
 * @param points its suspension points, by state
 * @param transitions which may follow which
 */
public record FunctionOutline(
        String className,
        String name,
        String descriptor,
        List<String> parameters,
        FunctionKind kind,
        boolean isStatic,
        String sourceFile,
        List<Integer> lines,
        List<String> lambdas,
        String frameClass,
        List<Field> fields,
        int estimatedBytes,
        List<Point> points,
        List<StateGraph.Transition> transitions) {
    /** Copies the lists. */
    public FunctionOutline {
        parameters = List.copyOf(parameters);
        lines = List.copyOf(lines);
        lambdas = List.copyOf(lambdas);
        fields = List.copyOf(fields);
        points = List.copyOf(points);
        transitions = List.copyOf(transitions);
    }

    /**
     * A field of the frame.
     *
     * @param name its name
     * @param type its type
     */
    public record Field(String name, String type) {}

    /**
     * A suspension point.
     *
     * @param state its number, from 1
     * @param intrinsic how it suspends
     * @param line its line, or 0
     * @param operand where what it is given comes from: {@code fetch()}, {@code new Query()}, or the name of a variable or
     *     field; empty where one instruction does not tell
     * @param spilled what it keeps in fields, operands first
     */
    public record Point(int state, Intrinsic intrinsic, int line, Optional<String> operand, List<Spilled> spilled) {
        /** Copies the list. */
        public Point {
            spilled = List.copyOf(spilled);
        }
    }

    /**
     * A value that is kept across a suspension.
     *
     * @param name the variable; empty for a temporary of the compiler, and for all where the class file has no table of
     *     variables
     * @param type its type, as declared if that is known
     * @param field the name of the field
     */
    public record Spilled(Optional<String> name, String type, String field) {}
}
