package dev.fermata.processor.transform.plan;

import dev.fermata.processor.transform.analysis.TypedValue;
import dev.fermata.processor.transform.analysis.Variables;
import dev.fermata.processor.transform.analysis.Variables.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * Which variables of the source the fields of a generated class hold in each state, for those who ask a suspended frame for
 * its locals. The table is written for the runtime's {@code Locals}, which has its format.
 *
 * <p>A variable is named where its value may be read after the suspension, so that the frame keeps it; all that are in scope
 * and have a value if dead ones are kept. Fields are shared, and the states of a function may be many: so the table goes by
 * variables, and says of each in which states it is in which field. The rejected alternative, to list the variables of each
 * state, grows with their product.
 *
 * @param table the table, in as many parts as a class file needs
 * @param fields the fields whose values it tells of, in the order of their numbers
 */
public record NamedLocals(List<String> table, List<SpillField> fields) {
    /** A constant has 65,535 bytes (JVMS 4.4.7), and a character up to three. */
    private static final int MOST_CHARACTERS = 0xFFFF / 3;

    /** Stands for a variable that is known to be null, for which there is no field. */
    private static final int NO_FIELD = 0;

    /** Copies the lists. */
    public NamedLocals {
        table = List.copyOf(table);
        fields = List.copyOf(fields);
    }

    /**
     * Finds the names.
     *
     * @param plan the plan of a function whose instructions have not been changed yet
     * @return the table; empty if no variable has a name
     */
    public static NamedLocals of(FunctionPlan plan) {
        return new Search(plan).result();
    }

    /**
     * Tells whether there is nothing to tell.
     *
     * @return true if no variable is named
     */
    public boolean isEmpty() {
        return table.isEmpty();
    }

    /** A variable; two of the same name and slot are one, such as in the copies of a finally block. */
    private record Key(int slot, Variable variable) {
        /** As the record would have it, see {@link SpillField#equals}. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && slot == key.slot && variable.equals(key.variable);
        }

        @Override
        public int hashCode() {
            return 31 * slot + variable.hashCode();
        }
    }

    /** States, one after the other, in which a variable is in the same field. */
    private record Run(int field, int first, int last) {}

    private static final class Search {
        private final FunctionPlan plan;
        private final Variables variables;
        private final Map<SpillField, Integer> numbers = new LinkedHashMap<>();
        private final Map<Integer, Map<Key, List<Run>>> bySlot = new TreeMap<>();

        Search(FunctionPlan plan) {
            this.plan = plan;
            this.variables = Variables.of(plan.analysis().function().method());
            arguments();
            plan.points().forEach(this::point);
        }

        private void arguments() {
            int slot = plan.isStatic() ? 0 : 1;
            for (SpillField argument : plan.arguments()) {
                TypedValue value = TypedValue.of(Type.getType(argument.descriptor()));
                name(0, new Spill(slot, value, Optional.of(argument)), variables.argument(slot));
                slot += value.getSize();
            }
        }

        private void point(PointPlan point) {
            for (Spill local : point.locals()) {
                boolean read = point.point().read().get(local.position());
                if (read || plan.keepDeadLocals()) {
                    name(
                            point.state(),
                            local,
                            variables.at(local.position(), point.point().call()));
                }
            }
        }

        private void name(int state, Spill local, Optional<Variable> named) {
            named.filter(it -> !it.name().equals("this"))
                    .filter(it -> canHold(it, local.value()))
                    .ifPresent(it -> add(new Key(local.position(), it), state, number(local)));
        }

        /** Whether the table, which nobody verifies, can be right. */
        private static boolean canHold(Variable variable, TypedValue value) {
            TypedValue.Kind declared =
                    TypedValue.of(Type.getType(variable.descriptor())).kind();
            return declared == value.kind()
                    || declared == TypedValue.Kind.REFERENCE && value.kind() == TypedValue.Kind.NULL;
        }

        private int number(Spill local) {
            return local.field()
                    .map(it -> numbers.computeIfAbsent(it, field -> numbers.size() + 1))
                    .orElse(NO_FIELD);
        }

        private void add(Key key, int state, int field) {
            List<Run> runs = bySlot.computeIfAbsent(key.slot(), it -> new LinkedHashMap<>())
                    .computeIfAbsent(key, it -> new ArrayList<>());
            Run before = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (before != null && before.field() == field && before.last() == state - 1) {
                runs.set(runs.size() - 1, new Run(field, before.first(), state));
            } else {
                runs.add(new Run(field, state, state));
            }
        }

        NamedLocals result() {
            StringBuilder table = new StringBuilder();
            bySlot.values().forEach(it -> it.forEach((key, runs) -> append(key.variable(), runs, table)));
            List<String> parts = new ArrayList<>();
            if (!table.isEmpty()) {
                int count = (table.length() + 1 + MOST_CHARACTERS - 1) / MOST_CHARACTERS;
                table.insert(0, character(count));
                for (int from = 0; from < table.length(); from += MOST_CHARACTERS) {
                    parts.add(table.substring(from, Math.min(from + MOST_CHARACTERS, table.length())));
                }
            }
            return new NamedLocals(parts, List.copyOf(numbers.keySet()));
        }

        private static void append(Variable variable, List<Run> runs, StringBuilder table) {
            table.append(variable.descriptor().charAt(0))
                    .append(character(variable.name().length()))
                    .append(variable.name())
                    .append(character(runs.size()));
            for (Run run : runs) {
                table.append(character(run.field()))
                        .append(character(run.first()))
                        .append(character(run.last()));
            }
        }

        /** Character 0 takes two bytes in a class file (JVMS 4.4.7), so numbers start with 1. */
        private static char character(int number) {
            return (char) (number + 1);
        }
    }
}
