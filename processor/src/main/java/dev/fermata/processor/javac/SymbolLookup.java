package dev.fermata.processor.javac;

import dev.fermata.processor.check.AsyncFacts;
import dev.fermata.processor.names.RuntimeNames;
import dev.fermata.processor.transform.ClassLookup;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Answers from what was found at ANALYZE, and from javac's symbols.
 *
 * @param facts what is known of the class that is being rewritten
 * @param elements javac's symbols
 */
record SymbolLookup(AsyncFacts facts, Elements elements) implements ClassLookup {
    @Override
    public boolean isAsyncInterface(String interfaceName) {
        return facts.lambdaInterfaces().contains(interfaceName);
    }

    @Override
    public boolean isAsyncMethod(String owner, String method, String descriptor) {
        return facts.anonymousMethods().stream()
                .anyMatch(it -> it.className().equals(owner)
                        && it.name().equals(method)
                        && it.descriptor().equals(descriptor));
    }

    @Override
    public boolean isSubclass(String name, String base) {
        TypeElement type = facts.types().getOrDefault(name, named(name));
        return type != null && isSubclass(type, base, new HashSet<>());
    }

    private @Nullable TypeElement named(String name) {
        return elements.getTypeElement(name.replace('/', '.').replace('$', '.'));
    }

    private static boolean isSubclass(TypeElement type, String base, Set<TypeElement> seen) {
        return seen.add(type)
                && (RuntimeNames.internal(type.getQualifiedName().toString()).equals(base)
                        || Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream())
                                .anyMatch(it -> it instanceof DeclaredType declared
                                        && declared.asElement() instanceof TypeElement element
                                        && isSubclass(element, base, seen)));
    }
}
