package dev.fermata.processor.command;

import dev.fermata.processor.classfile.ClassFileFacts;
import dev.fermata.processor.classfile.Hierarchy;
import dev.fermata.processor.classfile.Unwoven;
import dev.fermata.processor.classfile.WovenClass;
import dev.fermata.processor.transform.analysis.AbiNames;
import dev.fermata.processor.weave.Problem;
import dev.fermata.processor.weave.RewritingTexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks whether the classes of one root are rewritten, all and as belongs together. */
final class TreeVerification {
    private final ClassTree tree;
    private final Hierarchy hierarchy;
    private final List<Problem> findings = new ArrayList<>();
    private final Map<String, WovenClass> woven = new HashMap<>();

    private TreeVerification(ClassTree tree, Hierarchy hierarchy) {
        this.tree = tree;
        this.hierarchy = hierarchy;
    }

    /** Returns what is found, in the order of the names. */
    static List<Problem> of(ClassTree tree, Hierarchy hierarchy) {
        TreeVerification verification = new TreeVerification(tree, hierarchy);
        tree.classes().forEach((name, entry) -> verification.examine(name, entry.facts(), entry.read()));
        tree.classes().keySet().forEach(verification::compare);
        return verification.findings;
    }

    private void examine(String name, ClassFileFacts facts, byte[] classFile) {
        if (facts.format().isPresent()) {
            int format = facts.format().getAsInt();
            if (format != AbiNames.FORMAT) {
                findings.add(RewritingTexts.otherFormat(name, format, AbiNames.FORMAT));
                return;
            }
            woven.put(name, WovenClass.of(classFile));
        }
        Unwoven found = Unwoven.of(classFile, hierarchy);
        found.places().forEach(it -> findings.add(FindingTexts.unwoven(name, it)));
        found.missing().forEach((missing, question) -> findings.add(FindingTexts.missing(name, missing, question)));
    }

    /** Hosts with what was generated for them, and the other way round. */
    private void compare(String name) {
        WovenClass one = woven.get(name);
        if (one == null) {
            return;
        }
        if (one.generated()) {
            String host = one.host().orElse("");
            WovenClass found = woven.get(host);
            if (found == null || !found.extras().contains(name)) {
                findings.add(FindingTexts.stray(name, host, tree.classes().containsKey(host), found != null));
            }
            return;
        }
        String nestHost = nestHostOf(name);
        ClassTree.@Nullable Entry nest = tree.classes().get(nestHost);
        for (String extra : one.extras()) {
            WovenClass found = woven.get(extra);
            if (found == null || !found.generated()) {
                findings.add(RewritingTexts.extraMissing(name, extra));
            } else if (!nestHostOf(extra).equals(nestHost)
                    || nest == null
                    || !nest.facts().nestMembers().contains(extra)) {
                findings.add(FindingTexts.noNestmate(name, extra, nestHost));
            }
        }
    }

    private String nestHostOf(String name) {
        ClassTree.Entry entry = tree.classes().get(name);
        return entry == null ? "" : entry.facts().nestHost();
    }
}
