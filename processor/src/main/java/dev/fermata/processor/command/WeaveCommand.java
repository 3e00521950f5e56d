package dev.fermata.processor.command;

import dev.fermata.processor.classfile.Hierarchy;
import dev.fermata.processor.transform.TransformOptions;
import dev.fermata.processor.weave.Disk;
import dev.fermata.processor.weave.Problem;
import dev.fermata.processor.weave.RewritingTexts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rewrites folders of class files. All nests are computed before the first file is written: a build that is told to mend one class
 * finds the others as they were.
 */
final class WeaveCommand {
    private final CommandLine line;
    private final PrintStream out;
    private final List<Problem> problems = new ArrayList<>();
    private final List<NestWeaving.Result> results = new ArrayList<>();

    private WeaveCommand(CommandLine line, PrintStream out) {
        this.line = line;
        this.out = out;
    }

    /** Returns what was rejected; then nothing is written. */
    static List<Problem> run(CommandLine line, PrintStream out) throws IOException {
        WeaveCommand command = new WeaveCommand(line, out);
        try (ClassPath classPath = new ClassPath(line.classPath())) {
            command.compute(classPath);
        }
        if (command.problems.isEmpty()) {
            command.write();
        }
        return command.problems;
    }

    private void compute(ClassPath classPath) throws IOException {
        List<ClassTree> trees = new ArrayList<>();
        for (Path input : line.inputs()) {
            trees.addAll(ClassTree.under(input, problems));
        }
        TransformOptions options = new TransformOptions(line.debug(), line.verify());
        for (ClassTree tree : trees) {
            Hierarchy hierarchy = new Hierarchy(ClassTree.lookup(tree, trees, classPath));
            nests(tree).forEach((nestHost, members) -> {
                try {
                    NestWeaving.Result result = NestWeaving.of(tree, nestHost, members, hierarchy, options);
                    problems.addAll(result.problems());
                    results.add(result);
                } catch (RuntimeException | StackOverflowError bug) {
                    problems.add(RewritingTexts.bug(nestHost, bug, "--debug"));
                    if (line.debug()) {
                        bug.printStackTrace(out);
                    }
                }
            });
        }
    }

    private static Map<String, List<String>> nests(ClassTree tree) {
        Map<String, List<String>> nests = new TreeMap<>();
        tree.classes()
                .forEach((name, entry) -> nests.computeIfAbsent(entry.facts().nestHost(), it -> new ArrayList<>())
                        .add(name));
        return nests;
    }

    private void write() throws IOException {
        int hosts = 0;
        int extras = 0;
        int stale = 0;
        for (NestWeaving.Result result : results) {
            // Whoever pulls the plug in between is left with hosts as the compiler wrote them and some unused classes.
            for (Map.Entry<Path, byte[]> extra : result.extras().entrySet()) {
                put(extra.getKey(), extra.getValue());
            }
            for (Map.Entry<Path, byte[]> host : result.hosts().entrySet()) {
                put(host.getKey(), host.getValue());
            }
            for (Path file : result.stale()) {
                say("delete", file);
                if (!line.dryRun()) {
                    Files.deleteIfExists(file);
                }
            }
            hosts += result.hosts().size();
            extras += result.extras().size();
            stale += result.stale().size();
        }
        out.println((line.dryRun() ? "would rewrite " : "rewrote ") + hosts + " classes, generated " + extras
                + ", deleted " + stale + " stale");
    }

    private void put(Path file, byte[] bytes) throws IOException {
        say("write", file);
        if (!line.dryRun()) {
            Disk.write(file, bytes);
        }
    }

    private void say(String what, Path file) {
        if (line.dryRun()) {
            out.println("would " + what + " " + file);
        }
    }
}
