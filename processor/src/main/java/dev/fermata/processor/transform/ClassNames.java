package dev.fermata.processor.transform;

import dev.fermata.processor.transform.analysis.AsyncFunction;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.tree.ClassNode;

/**
 * Names of generated classes: {@code Host$function$Coroutine}, with a number from the second of a name on. Behind the host's
 * own name, so that build tools which find a source by the part before the first dollar sign find the right one.
 */
final class ClassNames {
    private final String host;
    private final Set<String> taken = new HashSet<>();

    ClassNames(ClassNode host) {
        this.host = host.name;
        host.innerClasses.forEach(it -> taken.add(it.name));
    }

    String next(AsyncFunction function) {
        String base =
                host + "$" + function.method().name + "$" + function.kind().suffix();
        String name = base;
        for (int number = 2; !taken.add(name); number++) {
            name = base + number;
        }
        return name;
    }
}
