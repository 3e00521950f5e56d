package dev.fermata.processor.transform.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Type;

/** Hands out the methods that save, one for each list of fields. */
final class SaveMethods {
    /** A method takes 255 slots (JVMS 4.3.3); frame, machine, state and receiver take four. */
    private static final int MOST_SLOTS = 251;

    private final String className;
    private final boolean makeFrames;
    private final Optional<String> receiver;
    private final Optional<Primitive> primitive;
    private final Map<List<Optional<SpillField>>, SaveMethod> byFields = new LinkedHashMap<>();

    SaveMethods(String className, boolean makeFrames, Optional<String> receiver, Optional<Primitive> primitive) {
        this.className = className;
        this.makeFrames = makeFrames;
        this.receiver = receiver;
        this.primitive = primitive;
    }

    /** The method for a point, which takes as many of its values as there is room for, operands first. */
    SaveMethod take(List<Spill> operands, List<Spill> locals) {
        List<Optional<SpillField>> fields = new ArrayList<>();
        for (Spill operand : operands) {
            fields.add(operand.field());
        }
        for (Spill local : locals) {
            if (local.field().isPresent()) {
                fields.add(local.field());
            }
        }
        int passed = 0;
        for (int slots = 0; passed < fields.size(); passed++) {
            slots += Type.getType(SaveMethod.argument(fields.get(passed))).getSize();
            if (slots > MOST_SLOTS) {
                break;
            }
        }
        return byFields.computeIfAbsent(
                List.copyOf(fields.subList(0, passed)),
                it -> new SaveMethod("suspend" + byFields.size(), className, it, makeFrames, receiver, primitive));
    }

    List<SaveMethod> all() {
        return List.copyOf(byFields.values());
    }
}
