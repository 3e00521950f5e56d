package dev.fermata.processor.transform.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hands out the fields of a generated class. A field has exactly the type of the value, and points share fields of the same
 * type. The rejected alternative, fields of type Object and a cast when they are read, fails on types that the host may
 * hold but not name (a package-private class behind a public method of another package): a cast is access-checked, the
 * descriptor of a field is not.
 */
final class SpillFields {
    private final Map<String, List<SpillField>> byDescriptor = new LinkedHashMap<>();
    private final List<SpillField> all = new ArrayList<>();
    private final Map<String, Integer> taken = new HashMap<>();

    /** Starts a new point: all fields are free again. */
    void free() {
        taken.clear();
    }

    SpillField take(String descriptor) {
        List<SpillField> fields = byDescriptor.computeIfAbsent(descriptor, it -> new ArrayList<>());
        int next = taken.merge(descriptor, 1, Integer::sum) - 1;
        if (next == fields.size()) {
            SpillField field = new SpillField("s" + all.size(), descriptor);
            fields.add(field);
            all.add(field);
        }
        return fields.get(next);
    }

    List<SpillField> all() {
        return List.copyOf(all);
    }
}
