package dev.fermata.processor.fuzz;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Expressions of any type: chooses among what there is. */
final class Expressions {
    private final Composer composer;
    private final Dice dice;

    Expressions(Composer composer) {
        this.composer = composer;
        this.dice = composer.dice;
    }

    /** An expression of so many levels at the most; what it costs is taken from the budget. */
    Expr of(Type type, Scope scope, int levels) {
        composer.spend(1);
        if (levels <= 0 || composer.isSpent()) {
            boolean last = levels < -1 || !composer.canAfford(-20);
            return last || dice.percent(75) ? leaf(type, scope) : composer.awaits.of(type, scope, 0);
        }
        int chance = dice.below(100);
        if (chance < 27) {
            return composer.awaits.of(type, scope, levels);
        }
        if (chance < 34) {
            return leaf(type, scope);
        }
        if (chance < 41) {
            return conditional(type, scope, levels);
        }
        if (chance < 47 && scope.assigns()) {
            return composer.switchExpressions.of(type, scope, levels);
        }
        if (chance < 53 && scope.assigns()) {
            return composer.assignments.expression(type, scope, levels);
        }
        if (chance < 57) {
            return pattern(type, scope, levels);
        }
        if (chance < 61) {
            Expr element = element(type, scope, levels);
            if (element != null) {
                return element;
            }
        }
        if (chance < 64) {
            Expr operand = of(type, scope, levels - 1);
            return Expr.of(
                    type,
                    Construct.GENERIC_METHOD,
                    "((" + type.source() + ") Kit.<" + type.box() + ">same(#))",
                    operand);
        }
        return composer.operators.of(type, scope, levels);
    }

    /** A condition. */
    Expr condition(Scope scope, int levels) {
        return of(Type.BOOLEAN, scope, levels);
    }

    /** A variable, a field or a literal. */
    Expr leaf(Type type, Scope scope) {
        List<Variable> variables = scope.variables(type);
        int chance = dice.below(100);
        if (!variables.isEmpty() && chance < 65) {
            return Expr.of(type, Construct.VARIABLE, dice.pick(variables).name());
        }
        return chance < 80 ? field(type, scope) : composer.literals.of(type);
    }

    /** A field, static or not. */
    Expr field(Type type, Scope scope) {
        if (dice.percent(35)) {
            return Expr.of(type, Construct.STATIC_FIELD, composer.main + ".s" + type.tag());
        }
        String receiver = scope.isSelf() && dice.percent(50) ? "" : scope.self() + ".";
        return Expr.of(type, Construct.FIELD, receiver + "f" + type.tag());
    }

    /** An element of an array, or null if no array has such elements. */
    @Nullable
    Expr element(Type type, Scope scope, int levels) {
        List<Type> arrays = type.arrays();
        if (arrays.isEmpty()) {
            return null;
        }
        Type array = dice.pick(arrays);
        Expr receiver = dice.percent(50)
                ? Expr.of(array, Construct.GENERIC_METHOD, "Kit.same(#)", leaf(array, scope))
                : leaf(array, scope);
        if (dice.percent(30)) {
            receiver = of(array, scope, levels - 1);
        }
        return Expr.of(type, Construct.ARRAY_ELEMENT, "(#)[#]", receiver, index(scope, levels));
    }

    /** An index, as a rule one that is in bounds. */
    Expr index(Scope scope, int levels) {
        Expr index = of(Type.INT, scope, levels - 1);
        return dice.percent(4) ? index : Expr.of(Type.INT, Construct.BINARY, "(# & 3)", index);
    }

    private Expr conditional(Type type, Scope scope, int levels) {
        return Expr.of(
                type,
                Construct.CONDITIONAL,
                "((" + type.source() + ") (# ? # : #))",
                condition(scope, levels - 1),
                of(type, scope, levels - 1),
                of(type, scope, levels - 1));
    }

    private Expr pattern(Type type, Scope scope, int levels) {
        Type matched = dice.pick(Type.BOXED_INT, Type.BOXED_LONG, Type.STRING, Type.PAIR);
        Expr value = of(Type.OBJECT, scope, levels - 1);
        Variable variable = new Variable(composer.name("p"), matched, true);
        Scope bound = scope.block();
        bound.declare(variable);
        Expr condition = condition(bound, levels - 1);
        Expr then = of(type, bound, levels - 1);
        return Expr.of(
                type,
                Construct.INSTANCEOF_PATTERN,
                "((" + type.source() + ") (((Object) #) instanceof " + matched.source() + " " + variable.name()
                        + " && # ? # : #))",
                value,
                condition,
                then,
                of(type, scope, levels - 1));
    }
}
