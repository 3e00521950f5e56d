package dev.fermata.processor.weave;

import dev.fermata.processor.classfile.ClassFileFacts;
import dev.fermata.processor.transform.FunctionOutline;
import dev.fermata.processor.transform.GeneratedClass;
import dev.fermata.processor.transform.NestMembers;
import dev.fermata.processor.transform.Outcome;
import dev.fermata.processor.transform.analysis.AbiNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the class files of one nest, or of a part of it. All of it is computed before any is written, so that a
 * failure leaves what the compiler wrote, or nothing, but no host that refers to classes which do not exist.
 */
public final class Rewriting {
    private final Function<String, List<ExpectedMethod>> expected;
    private final Function<byte[], Outcome> transform;
    private final Map<String, byte[]> hosts = new LinkedHashMap<>();
    private final Map<String, GeneratedClass> extras = new LinkedHashMap<>();
    private final Map<String, TreeSet<String>> nests = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<FunctionOutline> outlines = new ArrayList<>();

    private Rewriting(Function<String, List<ExpectedMethod>> expected, Function<byte[], Outcome> transform) {
        this.expected = expected;
        this.transform = transform;
    }

    /**
     * What came of it.
     *
     * @param hosts the classes that change, by internal name, in the order in which they are to be written: nest hosts last
     * @param extras the classes that are new, to be written before
     * @param problems what could not be rewritten
     * @param outlines what became of the functions, if the transform was asked to tell
     */
    public record Result(
            Map<String, byte[]> hosts,
            List<GeneratedClass> extras,
            List<Problem> problems,
            List<FunctionOutline> outlines) {}

    /**
     * A method that must be found in a class file, and rewritten.
     *
     * @param name its name
     * @param descriptor its descriptor
     */
    public record ExpectedMethod(String name, String descriptor) {}

    /**
     * Rewrites class files.
     *
     * @param classFiles the class files that the compiler wrote, by internal name; the nest host among them
     * @param expected the methods that must be rewritten, by the internal name of their class, where the source has told
     * @param transform the transform, with what it is to know
     * @return what is to be written, and what is to be said
     */
    public static Result of(
            Map<String, byte[]> classFiles,
            Function<String, List<ExpectedMethod>> expected,
            Function<byte[], Outcome> transform) {
        Rewriting rewriting = new Rewriting(expected, transform);
        classFiles.forEach(rewriting::rewrite);
        rewriting.addNestMembers(classFiles);
        return new Result(
                rewriting.hosts, List.copyOf(rewriting.extras.values()), rewriting.problems, rewriting.outlines);
    }

    private void rewrite(String name, byte[] classFile) {
        ClassFileFacts facts = factsOf(classFile);
        if (facts != null && !facts.name().equals(name)) {
            problems.add(RewritingTexts.otherClass(name, facts.name()));
            return;
        }
        if (facts != null && facts.format().isPresent()) {
            int format = facts.format().getAsInt();
            if (format != AbiNames.FORMAT) {
                problems.add(RewritingTexts.otherFormat(name, format, AbiNames.FORMAT));
            }
            return;
        }
        List<ExpectedMethod> wanted = expected.apply(name);
        for (ExpectedMethod method : wanted) {
            if (facts != null && !facts.hasMethod(method.name(), method.descriptor())) {
                problems.add(RewritingTexts.methodMissing(name, method.name(), method.descriptor()));
                return;
            }
        }
        Outcome outcome = transform.apply(classFile);
        if (outcome instanceof Outcome.Transformed transformed) {
            hosts.put(name, transformed.bytes());
            outlines.addAll(transformed.outlines());
            transformed.extras().forEach(extra -> extras.put(extra.name(), extra));
            if (!transformed.nestHost().equals(name)) {
                transformed
                        .extras()
                        .forEach(extra -> nests.computeIfAbsent(transformed.nestHost(), nest -> new TreeSet<>())
                                .add(extra.name()));
            }
        } else if (outcome instanceof Outcome.Rejected rejected) {
            rejected.rejections().forEach(rejection -> problems.add(RewritingTexts.rejected(name, rejection)));
        } else if (!wanted.isEmpty()) {
            // The checks and the transform do not agree on what async code is: better a build that fails than code that
            // does.
            ExpectedMethod first = wanted.get(0);
            problems.add(RewritingTexts.leftAlone(name, first.name(), first.descriptor()));
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
