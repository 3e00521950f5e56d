package dev.fermata.processor.realcode;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.objectweb.asm.Type;

/**
 * Classes whose public static methods are run beside their suspending copies. Original and copy are methods of one class, so
 * they work on the same types and the same state of it; calls of static methods of the same class reach copies, too.
 */
final class Playground {
    private final Library library;
    private final Engine engine;
    private final PureCode purity;
    private final Map<String, Woven> woven = new HashMap<>();

    /** What came of it. */
    static final class Result {
        int methods;
        int tuples;
        long suspensions;
        int left;
        final List<String> differences = new java.util.ArrayList<>();

        void add(Result other) {
            methods += other.methods;
            tuples += other.tuples;
            suspensions += other.suspensions;
            left += other.left;
            differences.addAll(other.differences);
        }

        @Override
        public String toString() {
            return String.format(
                    "%,d methods run, %,d tuples of arguments, %,d suspensions; %,d left out; %d differences",
                    methods, tuples, suspensions, left, differences.size());
        }
    }

    Playground(Library library, Engine engine) {
        this.library = library;
        this.engine = engine;
        this.purity = new PureCode(library);
    }

    /** Runs what can be run of a corpus; methods that cannot, or not often enough, are left out. */
    Result run(Corpus corpus, Choice choice) {
        Tally tally = new Tally();
        corpus.classes()
                .values()
                .forEach(it -> Woven.of(it, choice, engine, tally).ifPresent(made -> woven.put(made.name(), made)));
        Map<String, byte[]> after = new HashMap<>();
        woven.values().forEach(it -> {
            after.put(it.name(), it.bytes());
            it.extras().forEach(extra -> after.put(extra.name(), extra.bytes()));
        });
        LinkingLoader loader = new LinkingLoader(library.with(after));
        Result result = new Result();
        result.differences.addAll(tally.faults);
        for (String name : corpus.classes().keySet()) {
            Woven each = woven.get(name);
            if (each != null) {
                run(each, loader, result);
            }
        }
        return result;
    }

    private void run(Woven each, ClassLoader loader, Result result) {
        for (Function function : each.functions()) {
            int access = function.original().access;
            if (!Modifier.isStatic(access) || !Modifier.isPublic(access)) {
                continue;
            }
            Comparison comparison = purity.isPure(each.name(), function.original().name, function.original().desc)
                    ? compare(each.name(), function, loader)
                    : null;
            if (comparison == null) {
                result.left++;
                continue;
            }
            result.differences.addAll(comparison.differences());
            if (comparison.counts()) {
                result.methods++;
                result.tuples += comparison.compared();
                result.suspensions += comparison.suspensions();
            } else {
                result.left++;
            }
        }
    }

    /** Compares a function with its copy; null if arguments of its types cannot be made, or its class has no place here. */
    private static Comparison compare(String owner, Function function, ClassLoader loader) {
        try {
            Class<?> type = Class.forName(owner.replace('/', '.'), true, loader);
            Method original = method(type, function.original().name, function.original().desc);
            Class<?>[] parameters = original.getParameterTypes();
            Method copy = type.getDeclaredMethod(function.copy(), parameters);
            return Arrays.stream(parameters).allMatch(Arguments::canMake) ? new Comparison(original, copy).run() : null;
        } catch (LinkageError closed) {
            return null;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Method method(Class<?> type, String name, String descriptor) {
        return Objects.requireNonNull(Arrays.stream(type.getDeclaredMethods())
                .filter(it -> it.getName().equals(name)
                        && Type.getMethodDescriptor(it).equals(descriptor))
                .findFirst()
                .orElseThrow());
    }
}
