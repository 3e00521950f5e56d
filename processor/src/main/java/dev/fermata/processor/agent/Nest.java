package dev.fermata.processor.agent;

import dev.fermata.processor.classfile.ClassFileFacts;
import dev.fermata.processor.classfile.ClassSource;
import dev.fermata.processor.classfile.FileTransform;
import dev.fermata.processor.classfile.Hierarchy;
import dev.fermata.processor.transform.GeneratedClass;
import dev.fermata.processor.transform.NestMembers;
import dev.fermata.processor.transform.Outcome;
import dev.fermata.processor.transform.analysis.AbiNames;
import dev.fermata.processor.weave.Problem;
import dev.fermata.processor.weave.RewritingTexts;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One class that is being loaded, with its nest. The nest host is loaded before most of its members and can never be changed
 * afterwards, so it must name what will be generated for them then: they are rewritten twice, the first time for the names only.
 */
final class Nest {
    private final String name;
    private final byte[] classFile;
    private final ClassSource source;
    private final AgentOptions options;
    private final Hierarchy hierarchy;

    Nest(String name, byte[] classFile, ClassSource loader, AgentOptions options) {
        this.name = name;
        this.classFile = classFile;
        this.source = loader;
        this.options = options;
        this.hierarchy = new Hierarchy(it -> it.equals(name) ? classFile : loader.find(it));
    }

    /**
     * What is to become of the class.
     *
     * @param bytes its new class file; null if it stays
     * @param extras the classes to define beside it
     * @param problems why it cannot be rewritten
     */
    record Result(byte @Nullable [] bytes, List<GeneratedClass> extras, List<Problem> problems) {}

    /** Whether there may be something to do: in itself, or for the members of its nest. */
    static boolean mayConcern(byte[] classFile) {
        return FileTransform.mayConcern(classFile) || FileTransform.namesNestMembers(classFile);
    }

    Result rewrite() {
        Outcome outcome = FileTransform.transform(classFile, hierarchy, options.transform());
        if (outcome instanceof Outcome.Rejected rejected) {
            return rejected(rejected.rejections().stream()
                    .map(it -> RewritingTexts.rejected(name, it))
                    .toList());
        }
        ClassFileFacts facts = ClassFileFacts.of(classFile);
        if (facts.format().isPresent() && facts.format().getAsInt() != AbiNames.FORMAT) {
            return rejected(
                    List.of(RewritingTexts.otherFormat(name, facts.format().getAsInt(), AbiNames.FORMAT)));
        }
        byte[] bytes = null;
        List<GeneratedClass> extras = List.of();
        if (outcome instanceof Outcome.Transformed transformed) {
            bytes = transformed.bytes();
            extras = transformed.extras();
            if (!facts.nestHost().equals(name) && !isForeseen(facts.nestHost(), names(extras))) {
                return rejected(List.of(RewritingTexts.nestHostUnprepared(name, facts.nestHost())));
            }
        }
        Set<String> members = new TreeSet<>();
        facts.nestMembers().forEach(member -> members.addAll(foreseen(member)));
        members.removeAll(facts.nestMembers());
        if (!members.isEmpty()) {
            bytes = NestMembers.add(bytes == null ? classFile : bytes, members);
        }
        return new Result(bytes, extras, List.of());
    }

    /** Whether the nest host, when it was loaded, could know of the classes that are generated now. */
    private boolean isForeseen(String nestHost, Set<String> extras) {
        byte[] host = source.find(nestHost);
        return options.includes(nestHost)
                && host != null
                && ClassFileFacts.of(host).nestMembers().contains(name)
                && foreseen(name).containsAll(extras);
    }

    /** The classes that will be generated for a member, as far as the loader gives its class file. */
    private Set<String> foreseen(String member) {
        byte[] bytes = options.includes(member) ? source.find(member) : null;
        if (bytes == null) {
            return Set.of();
        }
        return FileTransform.transform(bytes, hierarchy, options.transform()) instanceof Outcome.Transformed transformed
                ? names(transformed.extras())
                : Set.of();
    }

    private static Set<String> names(List<GeneratedClass> extras) {
        return extras.stream().map(GeneratedClass::name).collect(Collectors.toSet());
    }

    private static Result rejected(List<Problem> problems) {
        return new Result(null, List.of(), problems);
    }
}
