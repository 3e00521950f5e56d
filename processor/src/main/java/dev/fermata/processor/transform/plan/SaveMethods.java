package dev.fermata.processor.transform.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Type;

/** Hands out the methods that save, one for each list of fields. */
final class SaveMethods {
    /** A method takes 255 slots (JVMS 4.3.3); frame, machine and state take three. */
    private static final int MOST_SLOTS = 252;

    private final String className;
    private final Map<List<Optional<SpillField>>, SaveMethod> byFields = new LinkedHashMap<>();

    SaveMethods(String className) {
        this.className = className;
    }

    /** The method for a point, which takes as many of its values as there is room for, operands first. */
    SaveMethod take(List<Spill> operands, List<Spill> locals) {
        List<Optional<SpillField>> fields = new ArrayList<>();
        operands.forEach(it -> fields.add(it.field()));
        locals.stream().filter(it -> it.field().isPresent()).forEach(it -> fields.add(it.field()));
        int passed = 0;
        for (int slots = 0; passed < fields.size(); passed++) {
            slots += Type.getType(SaveMethod.argument(fields.get(passed))).getSize();
            if (slots > MOST_SLOTS) {
                break;
            }
        }
        return byFields.computeIfAbsent(
                List.copyOf(fields.subList(0, passed)),
                it -> new SaveMethod("suspend" + byFields.size(), className, it));
    }

    List<SaveMethod> all() {
        return List.copyOf(byFields.values());
    }
}
