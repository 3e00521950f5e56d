package dev.fermata.processor.command;

import dev.fermata.processor.classfile.Hierarchy;
import dev.fermata.processor.weave.Problem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks whether anything in folders and jars was left as it must not run. */
final class VerifyCommand {
    private VerifyCommand() {}

    /** Returns what was found. */
    static List<Problem> run(CommandLine line, PrintStream out) throws IOException {
        List<Problem> findings = new ArrayList<>();
        try (ClassPath classPath = new ClassPath(line.classPath())) {
            List<ClassTree> trees = new ArrayList<>();
            for (Path input : line.inputs()) {
                trees.addAll(ClassTree.under(Files.isDirectory(input) ? input : classPath.open(input), findings));
            }
            int classes = 0;
            for (ClassTree tree : trees) {
                Hierarchy hierarchy = new Hierarchy(ClassTree.lookup(tree, trees, classPath));
                findings.addAll(TreeVerification.of(tree, hierarchy));
                classes += tree.classes().size();
            }
            if (findings.isEmpty()) {
                out.println("verified " + classes + " classes");
            }
        }
        return findings;
    }
}
