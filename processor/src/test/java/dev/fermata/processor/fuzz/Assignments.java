package dev.fermata.processor.fuzz;

import org.jspecify.annotations.Nullable;

/** Assignments of all kinds, as expressions and as statements. */
final class Assignments {
    private final Composer composer;
    private final Dice dice;

    Assignments(Composer composer) {
        this.composer = composer;
        this.dice = composer.dice;
    }

    Expr expression(Type type, Scope scope, int levels) {
        Expr assignment = assignment(type, scope, levels, "(", ")");
        return type.isPrimitive() || type == Type.STRING
                ? assignment
                : Expr.of(type, assignment.construct(), "((" + type.source() + ") #)", assignment);
    }

    Stmt statement(Type type, Scope scope, int levels) {
        Expr assignment = assignment(type, scope, levels, "", "");
        return Stmt.of(assignment.construct(), "#;", assignment);
    }

    private Expr assignment(Type type, Scope scope, int levels, String open, String close) {
        Expr target = target(type, scope, levels);
        int chance = dice.below(100);
        if (type.isNumber() || type == Type.BOXED_INT || type == Type.BOXED_LONG) {
            if (chance < 25) {
                String words = dice.pick("#++", "++#", "#--", "--#");
                return Expr.of(type, Construct.INCREMENT, open + words + close, target);
            }
            if (chance < 70 && type.isPrimitive()) {
                return compound(type, target, scope, levels, open, close);
            }
        }
        if (type == Type.BOOLEAN && chance < 50) {
            return Expr.of(
                    type,
                    Construct.COMPOUND_ASSIGNMENT,
                    open + "# " + dice.pick("&=", "|=", "^=") + " #" + close,
                    target,
                    composer.expressions.of(type, scope, levels - 1));
        }
        if (type == Type.STRING && chance < 45) {
            Type added = dice.pick(Type.INT, Type.CHAR, Type.LONG, Type.BOOLEAN, Type.DOUBLE);
            return Expr.of(
                    type,
                    Construct.STRING_APPEND,
                    open + "# += #" + close,
                    target,
                    composer.expressions.of(added, scope, levels - 1));
        }
        Expr value = dice.percent(40)
                ? composer.awaits.of(type, scope, levels - 1)
                : composer.expressions.of(type, scope, levels - 1);
        return Expr.of(type, Construct.ASSIGNMENT, open + "# = #" + close, target, value);
    }

    private Expr compound(Type type, Expr target, Scope scope, int levels, String open, String close) {
        String operator = type.isIntegral()
                ? dice.pick("+=", "-=", "*=", "&=", "|=", "^=", "<<=", ">>=", ">>>=")
                : dice.pick("+=", "-=", "*=", "/=", "%=");
        Type right = operator.endsWith(">=") || operator.equals("<<=") || type.isNarrow() ? Type.INT : type;
        if (right == Type.INT && dice.percent(10) && operator.equals("+=")) {
            right = Type.DOUBLE;
        }
        return Expr.of(
                type,
                Construct.COMPOUND_ASSIGNMENT,
                open + "# " + operator + " #" + close,
                target,
                composer.expressions.of(right, scope, levels - 1));
    }

    /** What is assigned to: a variable, an element, a field of some object. */
    private Expr target(Type type, Scope scope, int levels) {
        int chance = dice.below(100);
        Variable variable = variable(type, scope);
        if (variable != null && chance < 50) {
            return Expr.of(type, Construct.VARIABLE, variable.name());
        }
        if (chance < 72) {
            Expr element = composer.expressions.element(type, scope, levels);
            if (element != null) {
                return element;
            }
        }
        if (chance < 85) {
            return Expr.of(
                    type,
                    Construct.FIELD_OF_RECEIVER,
                    scope.self() + ".me(#).f" + type.tag(),
                    composer.expressions.of(Type.OBJECT, scope, levels - 1));
        }
        return composer.expressions.field(type, scope);
    }

    private @Nullable Variable variable(Type type, Scope scope) {
        var assignable = scope.assignable(type);
        return assignable.isEmpty() ? null : dice.pick(assignable);
    }
}
