package dev.fermata.processor.classfile;

import dev.fermata.processor.transform.ClassLookup;
import dev.fermata.processor.transform.analysis.AbiNames;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Type;

/**
 * Answers from class files. Where the answer hangs on a class that is not found it says no, and remembers the class and the
 * question: whoever asked must not go by that answer.
 */
public final class ClassFileLookup implements ClassLookup {
    private static final Set<String> IMPLIED_RETURNS = Set.of(
            AbiNames.COROUTINE, AbiNames.ASYNC_GENERATOR, AbiNames.COMPLETABLE_FUTURE, AbiNames.COMPLETION_STAGE);

    private final Hierarchy hierarchy;
    private final AsyncInheritance inheritance;
    private final Set<String> coroutineLambdas;
    private final Map<String, String> missing = new LinkedHashMap<>();

    /**
     * Makes one for a class.
     *
     * @param hierarchy the classes around it
     * @param coroutineLambdas the interfaces of its lambdas that could be async code by what they return: of others the
     *     answer does not matter
     */
    public ClassFileLookup(Hierarchy hierarchy, Set<String> coroutineLambdas) {
        this.hierarchy = hierarchy;
        this.inheritance = new AsyncInheritance(hierarchy);
        this.coroutineLambdas = Set.copyOf(coroutineLambdas);
    }

    /**
     * Returns the classes that were looked for in vain.
     *
     * @return what each was needed to tell, by its internal name
     */
    public Map<String, String> missing() {
        return missing;
    }

    @Override
    public boolean isAsyncInterface(String interfaceName) {
        boolean async = inheritance.isAsyncInterface(interfaceName);
        if (!async && coroutineLambdas.contains(interfaceName)) {
            note(interfaceName, "whether lambdas of " + dotted(interfaceName) + " are async code");
        }
        return async;
    }

    @Override
    public boolean isAsyncMethod(String owner, String name, String descriptor) {
        if (!IMPLIED_RETURNS.contains(Type.getReturnType(descriptor).getInternalName())) {
            return false;
        }
        Optional<ClassHeader> header = hierarchy.find(owner);
        if (header.isEmpty() || !header.get().anonymous() || overridesNothing(header.get(), name, descriptor)) {
            return false;
        }
        boolean async = inheritance.overridesAsync(header.get(), name, descriptor);
        if (!async) {
            note(owner, "whether '" + name + "' overrides an @Async method");
        }
        return async;
    }

    /** Constructors, static and private methods are not among the methods of a header. */
    private static boolean overridesNothing(ClassHeader header, String name, String descriptor) {
        return header.methods().stream()
                .noneMatch(it -> it.name().equals(name) && it.descriptor().equals(descriptor));
    }

    @Override
    public boolean isSubclass(String name, String base) {
        Hierarchy.Closure closure = hierarchy.closure(name);
        // A base that is missing itself has been named all the same.
        if (closure.types().containsKey(base) || closure.missing().contains(base)) {
            return true;
        }
        note(name, "whether " + dotted(name) + " is a " + dotted(base));
        return false;
    }

    private void note(String type, String question) {
        hierarchy.closure(type).missing().forEach(it -> missing.putIfAbsent(it, question));
    }

    private static String dotted(String internalName) {
        return internalName.replace('/', '.');
    }
}
