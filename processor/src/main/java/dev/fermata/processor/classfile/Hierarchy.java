package dev.fermata.processor.classfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The classes that can be found, and who inherits from whom. Remembers what it has read; for one thread. */
public final class Hierarchy {
    private final ClassSource source;
    private final Map<String, Optional<ClassHeader>> headers = new HashMap<>();
    private final Map<String, Closure> closures = new HashMap<>();

    /** Starts with nothing read. */
    public Hierarchy(ClassSource source) {
        this.source = source;
    }

    /** Returns what a class file says; nothing if it is missing or cannot be read. */
    Optional<ClassHeader> find(String name) {
        Optional<ClassHeader> known = headers.get(name);
        if (known == null) {
            known = read(name);
            headers.put(name, known);
        }
        return known;
    }

    private Optional<ClassHeader> read(String name) {
        byte[] bytes = source.find(name);
        if (bytes == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ClassHeader.of(bytes));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * A class with all that it inherits from.
     *
     * @param types itself and its supertypes by name, nearer ones first
     * @param missing the supertypes that are not found
     */
    record Closure(Map<String, ClassHeader> types, Set<String> missing) {}

    Closure closure(String name) {
        return closures.computeIfAbsent(name, it -> {
            Closure closure = new Closure(new LinkedHashMap<>(), new LinkedHashSet<>());
            add(it, closure);
            return closure;
        });
    }

    private void add(String name, Closure closure) {
        if (closure.types.containsKey(name) || closure.missing.contains(name)) {
            return;
        }
        Optional<ClassHeader> header = find(name);
        if (header.isEmpty()) {
            closure.missing.add(name);
            return;
        }
        closure.types.put(name, header.get());
        supertypes(header.get()).forEach(it -> add(it, closure));
    }

    /** Whether a type inherits from another, in what is known. */
    boolean isSubtype(String name, String base) {
        return name.equals(base) || closure(name).types.containsKey(base);
    }

    static List<String> supertypes(ClassHeader header) {
        List<String> supertypes = new ArrayList<>();
        Stream.ofNullable(header.superName()).forEach(supertypes::add);
        supertypes.addAll(header.interfaces());
        return supertypes;
    }
}
