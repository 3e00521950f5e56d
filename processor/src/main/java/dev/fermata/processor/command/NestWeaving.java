package dev.fermata.processor.command;

import dev.fermata.processor.classfile.ClassFileFacts;
import dev.fermata.processor.classfile.FileTransform;
import dev.fermata.processor.classfile.Hierarchy;
import dev.fermata.processor.classfile.WovenClass;
import dev.fermata.processor.transform.GeneratedClass;
import dev.fermata.processor.transform.NestMembers;
import dev.fermata.processor.transform.TransformOptions;
import dev.fermata.processor.weave.Problem;
import dev.fermata.processor.weave.Rewriting;
import dev.fermata.processor.weave.RewritingTexts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What is to be done with the class files of one nest: computed as a whole, and written by {@link NestWriter} as a whole. */
final class NestWeaving {
    private final ClassTree tree;
    private final String nestHost;
    private final Map<String, byte[]> sources = new LinkedHashMap<>();
    private final Set<String> generated = new TreeSet<>();
    private final Set<String> living = new TreeSet<>();
    private final List<Problem> problems = new ArrayList<>();

    private NestWeaving(ClassTree tree, String nestHost) {
        this.tree = tree;
        this.nestHost = nestHost;
    }

    /**
     * What is to be written.
     *
     * @param extras the generated classes, to be written first
     * @param hosts the classes that change, the nest host last
     * @param stale the generated classes that nothing needs any more, to be deleted
     * @param problems what could not be rewritten; nothing must be written then
     */
    record Result(Map<Path, byte[]> extras, Map<Path, byte[]> hosts, List<Path> stale, List<Problem> problems) {}

    /**
     * Computes it.
     *
     * @param tree the root that it lies in
     * @param nestHost the internal name of the nest host
     * @param members the internal names of the classes of the nest that are there
     */
    static Result of(
            ClassTree tree, String nestHost, List<String> members, Hierarchy hierarchy, TransformOptions options) {
        NestWeaving weaving = new NestWeaving(tree, nestHost);
        members.stream().filter(it -> !it.equals(nestHost)).forEach(weaving::read);
        if (members.contains(nestHost)) {
            weaving.read(nestHost);
        }
        return weaving.weave(hierarchy, options);
    }

    private void read(String name) {
        ClassTree.Entry entry = entry(name);
        byte[] bytes = entry.read();
        if (entry.facts().format().isPresent()) {
            WovenClass woven = WovenClass.of(bytes);
            if (woven.generated()) {
                generated.add(name);
                return;
            }
            living.addAll(woven.extras());
            woven.extras().stream()
                    .filter(it -> !tree.classes().containsKey(it))
                    .forEach(it -> problems.add(RewritingTexts.extraMissing(name, it)));
        }
        sources.put(name, bytes);
    }

    private Result weave(Hierarchy hierarchy, TransformOptions options) {
        if (!sources.containsKey(nestHost)) {
            return withoutNestHost();
        }
        Rewriting.Result rewritten = Rewriting.of(
                sources, name -> List.of(), classFile -> FileTransform.transform(classFile, hierarchy, options));
        problems.addAll(rewritten.problems());
        Map<String, byte[]> hosts = new LinkedHashMap<>(rewritten.hosts());
        rewritten.extras().forEach(it -> living.add(it.name()));
        nameMembers(hosts);
        Map<Path, byte[]> extraFiles = new LinkedHashMap<>();
        for (GeneratedClass extra : rewritten.extras()) {
            extraFiles.put(beside(nestHost, extra.name()), extra.bytes());
        }
        Map<Path, byte[]> hostFiles = new LinkedHashMap<>();
        hosts.forEach((name, bytes) -> hostFiles.put(entry(name).path(), bytes));
        return new Result(extraFiles, hostFiles, stale(), problems);
    }

    /** Also for those that were rewritten before: their nest host may have been compiled again alone. */
    private void nameMembers(Map<String, byte[]> hosts) {
        if (!problems.isEmpty() || living.isEmpty()) {
            return;
        }
        byte[] bytes = hosts.getOrDefault(nestHost, sources.get(nestHost));
        if (bytes != null && !ClassFileFacts.of(bytes).nestMembers().containsAll(living)) {
            // Taken out first, so that it stays the last.
            hosts.remove(nestHost);
            hosts.put(nestHost, NestMembers.add(bytes, living));
        }
    }

    private Result withoutNestHost() {
        sources.forEach((name, bytes) -> {
            if (entry(name).facts().format().isPresent() || FileTransform.mayConcern(bytes)) {
                problems.add(RewritingTexts.nestHostMissing(name, nestHost));
            }
        });
        return new Result(Map.of(), Map.of(), stale(), problems);
    }

    private List<Path> stale() {
        return generated.stream()
                .filter(it -> !living.contains(it))
                .map(it -> entry(it).path())
                .toList();
    }

    private Path beside(String host, String name) {
        return entry(host).path().resolveSibling(name.substring(name.lastIndexOf('/') + 1) + ".class");
    }

    private ClassTree.Entry entry(String name) {
        ClassTree.Entry entry = tree.classes().get(name);
        if (entry == null) {
            throw new IllegalStateException("no class file of " + name);
        }
        return entry;
    }
}
