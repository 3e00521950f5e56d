package dev.fermata.processor.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Switch expressions: old and new arms, yields out of nested statements, and patterns where the language has them. */
final class SwitchExpressions {
    private final Composer composer;
    private final Dice dice;

    SwitchExpressions(Composer composer) {
        this.composer = composer;
        this.dice = composer.dice;
    }

    Expr of(Type type, Scope scope, int levels) {
        if (!composer.canAfford(6)) {
            return composer.expressions.leaf(type, scope);
        }
        composer.spend(2);
        return composer.newer && dice.percent(65) ? ofPatterns(type, scope, levels) : ofConstants(type, scope, levels);
    }

    private Expr ofConstants(Type type, Scope scope, int levels) {
        boolean old = dice.percent(30);
        boolean strings = dice.percent(25);
        boolean enums = !strings && dice.percent(15);
        Type selected = strings ? Type.STRING : enums ? Type.HUE : Type.INT;
        Expr selector = composer.expressions.of(selected, scope, levels - 1);
        List<Tree> trees = new ArrayList<>();
        trees.add(selector);
        StringBuilder words =
                new StringBuilder("((" + type.source() + ") switch (#" + (selected == Type.INT ? " & 3" : ""));
        words.append(") {");
        List<String> cases = strings
                ? List.of("case \"a\"", "case \"bc\", \"x9\"", "default")
                : enums ? List.of("case RED", "case BLUE", "default") : List.of("case 0", "case 1, 2", "default");
        for (String label : cases) {
            Scope arm = scope.yielding(type);
            int chance = dice.below(100);
            if (old && chance < 30 && !label.equals("default")) {
                words.append(' ').append(label).append(": #");
                trees.add(Stmt.of(Construct.FALL_THROUGH, "#", composer.statements.block(arm, 1, true)));
            } else if (old) {
                words.append(' ').append(label).append(": #");
                trees.add(yieldBlock(type, arm, levels));
            } else {
                arm(words, label, trees, type, arm, levels, chance);
            }
        }
        words.append(" })");
        Construct construct = old ? Construct.SWITCH_EXPRESSION_OLD : Construct.SWITCH_EXPRESSION;
        return Expr.of(type, construct, words.toString(), trees.toArray(new Tree[0]));
    }

    private Expr ofPatterns(Type type, Scope scope, int levels) {
        List<Tree> trees = new ArrayList<>();
        trees.add(composer.expressions.of(Type.OBJECT, scope, levels - 1));
        StringBuilder words = new StringBuilder("((" + type.source() + ") switch ((Object) #) {");
        Construct construct = Construct.PATTERN_SWITCH;
        for (String pattern : List.of("null", "Integer", "Long", "String", "nested", "record", "Kit.Box")) {
            if (dice.percent(35)) {
                continue;
            }
            Scope arm = scope.yielding(type);
            String label = Patterns.label(composer, pattern, arm);
            if (pattern.equals("record") && construct == Construct.PATTERN_SWITCH) {
                construct = Construct.RECORD_PATTERN;
            } else if (pattern.equals("nested")) {
                construct = Construct.NESTED_RECORD_PATTERN;
            }
            if (!pattern.equals("null") && dice.percent(50)) {
                label += " when #";
                trees.add(composer.expressions.condition(arm.guard(), 1));
            }
            arm(words, label, trees, type, arm, levels, dice.below(100));
        }
        arm(words, "default", trees, type, scope.yielding(type), levels, dice.below(40));
        words.append(" })");
        return Expr.of(type, construct, words.toString(), trees.toArray(new Tree[0]));
    }

    private void arm(
            StringBuilder words, String label, List<Tree> trees, Type type, Scope arm, int levels, int chance) {
        words.append(' ').append(label).append(" -> ");
        if (chance < 50 || chance < 60 && label.equals("default")) {
            words.append("#;");
            trees.add(composer.expressions.of(type, arm, levels - 1));
        } else if (chance < 60) {
            words.append("throw new Mishap(\"arm\" + #);");
            trees.add(composer.expressions.of(Type.INT, arm, levels - 2));
        } else {
            words.append('#');
            trees.add(yieldBlock(type, arm, levels));
        }
    }

    /** A block that yields in the end, and perhaps before. */
    private Block yieldBlock(Type type, Scope scope, int levels) {
        Scope inner = scope.block();
        List<Stmt> statements = new ArrayList<>(composer.statements.list(inner, dice.between(0, 2), true));
        statements.add(composer.jumps.yielding(type, inner, levels - 1));
        return Block.of(statements);
    }
}
