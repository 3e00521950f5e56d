package dev.fermata.processor.javac;

import dev.fermata.processor.check.AsyncFacts;
import dev.fermata.processor.transform.GeneratedClass;
import dev.fermata.processor.transform.NestMembers;
import dev.fermata.processor.transform.Outcome;
import dev.fermata.processor.transform.TransformOptions;
import dev.fermata.processor.transform.analysis.AbiNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the class files of one group. All of it is computed before any is written, so that a failure leaves what
 * javac wrote, or nothing, but no host that refers to classes which do not exist.
 */
final class Rewriting {
    private final ClassGroup group;
    private final ClassTransform transform;
    private final TransformOptions options;
    private final Map<String, byte[]> hosts = new LinkedHashMap<>();
    private final Map<String, GeneratedClass> extras = new LinkedHashMap<>();
    private final Map<String, TreeSet<String>> nests = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private Rewriting(ClassGroup group, ClassTransform transform, TransformOptions options) {
        this.group = group;
        this.transform = transform;
        this.options = options;
    }

    /**
     * What came of it.
     *
     * @param hosts the classes that change, by internal name, in the order in which they are to be written: nest hosts last
     * @param extras the classes that are new, to be written before
     * @param problems what could not be rewritten
     */
    record Result(Map<String, byte[]> hosts, List<GeneratedClass> extras, List<Problem> problems) {}

    /**
     * Rewrites class files.
     *
     * @param group whose they are
     * @param classFiles the class files that javac wrote, by internal name; the top-level class among them
     */
    static Result of(
            ClassGroup group, Map<String, byte[]> classFiles, ClassTransform transform, TransformOptions options) {
        Rewriting rewriting = new Rewriting(group, transform, options);
        classFiles.forEach(rewriting::rewrite);
        rewriting.addNestMembers(classFiles);
        return new Result(rewriting.hosts, List.copyOf(rewriting.extras.values()), rewriting.problems);
    }

    private void rewrite(String name, byte[] classFile) {
        ClassFileFacts facts = factsOf(classFile);
        if (facts != null && !facts.name().equals(name)) {
            problems.add(BuildTexts.otherClass(name, facts.name()));
            return;
        }
        if (facts != null && facts.format().isPresent()) {
            int format = facts.format().getAsInt();
            if (format != AbiNames.FORMAT) {
                problems.add(BuildTexts.otherFormat(name, format, AbiNames.FORMAT));
            }
            return;
        }
        List<AsyncFacts.Method> expected = group.methodsOf(name);
        for (AsyncFacts.Method method : expected) {
            if (facts != null && !facts.hasMethod(method.name(), method.descriptor())) {
                problems.add(BuildTexts.methodMissing(name, method.name(), method.descriptor()));
                return;
            }
        }
        Outcome outcome = transform.transform(classFile, group.lookup(), options);
        if (outcome instanceof Outcome.Transformed transformed) {
            hosts.put(name, transformed.bytes());
            transformed.extras().forEach(extra -> extras.put(extra.name(), extra));
            if (!transformed.nestHost().equals(name)) {
                transformed
                        .extras()
                        .forEach(extra -> nests.computeIfAbsent(transformed.nestHost(), nest -> new TreeSet<>())
                                .add(extra.name()));
            }
        } else if (outcome instanceof Outcome.Rejected rejected) {
            rejected.rejections().forEach(rejection -> problems.add(BuildTexts.rejected(name, rejection)));
        } else if (!expected.isEmpty()) {
            // The checks and the transform do not agree on what async code is: better a build that fails than code that
            // does.
            AsyncFacts.Method first = expected.get(0);
            problems.add(BuildTexts.leftAlone(name, first.name(), first.descriptor()));
        }
    }

    /** Returns nothing for what cannot be read, a class file of a later Java for one: the transform says why not. */
    private static @Nullable ClassFileFacts factsOf(byte[] classFile) {
        try {
            return ClassFileFacts.of(classFile);
        } catch (RuntimeException unreadable) {
            return null;
        }
    }

    private void addNestMembers(Map<String, byte[]> classFiles) {
        nests.forEach((nestHost, members) -> {
            byte[] bytes = hosts.containsKey(nestHost) ? hosts.remove(nestHost) : classFiles.get(nestHost);
            if (bytes == null) {
                throw new IllegalStateException("no class file of nest host " + nestHost + " of " + members);
            }
            hosts.put(nestHost, NestMembers.add(bytes, members));
        });
    }
}
