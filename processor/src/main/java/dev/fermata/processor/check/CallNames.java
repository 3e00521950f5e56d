package dev.fermata.processor.check;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Name;
import javax.lang.model.util.Elements;

/**
 * Simple names of methods that are worth a look, as names of the compile: those are compared without making a string of each
 * that is looked at, which for all calls of a module is much of what the walk costs.
 */
final class CallNames {
    private final Set<Name> names = new HashSet<>();

    CallNames(Elements elements, Iterable<String> names) {
        for (String name : names) {
            this.names.add(elements.getName(name));
        }
    }

    boolean contains(Name name) {
        return names.contains(name);
    }
}
