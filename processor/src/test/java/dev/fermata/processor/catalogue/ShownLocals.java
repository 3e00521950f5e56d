package dev.fermata.processor.catalogue;

import dev.fermata.machine.Frame;
import dev.fermata.machine.FrameProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Compares what is told of the locals of a suspended frame with what its fields hold and what they are put back into. */
final class ShownLocals {
    private ShownLocals() {}

    /** The differences, for people. */
    static List<String> faults(Frame frame, Map<String, String> variables) {
        Map<String, Object> shown = FrameProbe.locals(frame);
        List<String> faults = new ArrayList<>();
        if (!List.copyOf(shown.keySet()).equals(List.copyOf(variables.keySet()))) {
            faults.add(frame + " shows " + new TreeSet<>(shown.keySet()) + " and keeps " + variables);
        }
        variables.forEach((name, field) -> {
            Object held = field.isEmpty() ? null : FrameWalk.held(frame, field);
            if (shown.containsKey(name) && !isSame(held, shown.get(name))) {
                faults.add(frame + " shows " + name + " as " + shown.get(name) + " and keeps " + held);
            }
        });
        return faults;
    }

    private static boolean isSame(Object held, Object shown) {
        if (!(held instanceof Integer number)) {
            return held == shown || held instanceof Number && held.equals(shown);
        }
        if (shown instanceof Boolean truth) {
            return number == (truth ? 1 : 0);
        }
        if (shown instanceof Character letter) {
            return number == (int) letter;
        }
        return shown instanceof Number && number == ((Number) shown).intValue();
    }
}
