package dev.fermata.processor.javac;

import dev.fermata.processor.check.AsyncFacts;
import dev.fermata.processor.names.RuntimeNames;
import dev.fermata.processor.transform.ClassLookup;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
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
        TypeElement element = elements.getTypeElement(name.replace('/', '.').replace('$', '.'));
        for (@Nullable TypeElement type = element; type != null; type = superclass(type)) {
            if (RuntimeNames.internal(type.getQualifiedName().toString()).equals(base)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable TypeElement superclass(TypeElement type) {
        TypeMirror superclass = type.getSuperclass();
        return superclass instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? element
                : null;
    }
}
