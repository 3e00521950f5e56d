package dev.fermata.processor.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Switch statements; their last arm completes, so that they do. */
final class SwitchStatements {
    private final Composer composer;
    private final Dice dice;

    SwitchStatements(Composer composer) {
        this.composer = composer;
        this.dice = composer.dice;
    }

    Stmt any(Scope scope) {
        String label = dice.percent(25) ? composer.name("choice") : null;
        Scope arms =
                label == null ? scope.switched() : scope.labelled(label, false).switched();
        String prefix = label == null ? "" : label + ": ";
        if (composer.newer && dice.percent(35)) {
            return patterns(prefix, scope, arms);
        }
        boolean old = dice.percent(50);
        List<Tree> trees = new ArrayList<>();
        List<String> cases;
        String selector;
        switch (dice.below(5)) {
            case 0 -> {
                trees.add(composer.expressions.of(Type.STRING, scope, 1));
                selector = "#";
                cases = List.of("case \"a\"", "case \"bc\", \"x9\"", "default");
            }
            case 1 -> {
                trees.add(composer.expressions.of(Type.HUE, scope, 1));
                selector = "#";
                cases = List.of("case RED", "case BLUE", "default");
            }
            case 2 -> {
                trees.add(composer.expressions.of(Type.CHAR, scope, 1));
                selector = "#";
                cases = List.of("case 'a'", "case 'b', 'z'", "default");
            }
            case 3 -> {
                trees.add(composer.expressions.of(Type.BOXED_INT, scope, 1));
                selector = "#";
                cases = List.of("case 0", "case -1, 100", "case 40000", "default");
            }
            default -> {
                trees.add(composer.expressions.of(Type.INT, scope, 1));
                selector = "# & 3";
                cases = List.of("case 0", "case 1", "case 2", "default");
            }
        }
        StringBuilder words = new StringBuilder(prefix + "switch (" + selector + ") {");
        for (String each : cases) {
            boolean last = each.equals("default");
            if (last && dice.percent(30)) {
                break;
            }
            Block block = composer.statements.block(arms, dice.between(1, 2), last);
            words.append(' ').append(each).append(old ? ": #" : " -> #");
            words.append(old && block.completes() && dice.percent(50) ? " break;" : "");
            trees.add(block);
        }
        words.append(" }");
        return Stmt.of(old ? Construct.SWITCH_OLD : Construct.SWITCH, words.toString(), trees.toArray(new Tree[0]));
    }

    private Stmt patterns(String prefix, Scope scope, Scope arms) {
        List<Tree> trees = new ArrayList<>(List.of(composer.expressions.of(Type.OBJECT, scope, 1)));
        StringBuilder words = new StringBuilder(prefix + "switch ((Object) #) {");
        for (String pattern : List.of("null", "Integer", "String", "nested", "record")) {
            if (dice.percent(40)) {
                continue;
            }
            Scope arm = arms.block();
            words.append(' ').append(Patterns.label(composer, pattern, arm));
            if (!pattern.equals("null") && dice.percent(40)) {
                words.append(" when #");
                trees.add(composer.expressions.condition(arm.guard(), 1));
            }
            words.append(" -> #");
            trees.add(composer.statements.block(arm, dice.between(1, 2), false));
        }
        words.append(" default -> # }");
        trees.add(composer.statements.block(arms, 1, true));
        return Stmt.of(Construct.PATTERN_SWITCH_STATEMENT, words.toString(), trees.toArray(new Tree[0]));
    }
}
