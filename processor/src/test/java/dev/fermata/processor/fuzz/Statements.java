package dev.fermata.processor.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Statements, and lists of them in which each can be reached. */
final class Statements {
    private final Composer composer;
    private final Dice dice;

    Statements(Composer composer) {
        this.composer = composer;
        this.dice = composer.dice;
    }

    /** The body of a function or of a lambda: it ends in a return. */
    Block body(Scope scope, int count) {
        List<Stmt> statements = new ArrayList<>(list(scope, count, false));
        if (completes(statements)) {
            statements.add(composer.jumps.returning(scope));
        }
        return Block.of(statements);
    }

    /** A block. Whether it completes is for chance to say, unless it has to. */
    Block block(Scope scope, int count, boolean completes) {
        Scope inner = scope.block();
        List<Stmt> statements = new ArrayList<>(list(inner, count, completes));
        if (!completes && completes(statements) && dice.percent(12)) {
            statements.add(composer.jumps.any(inner));
        }
        return Block.of(statements);
    }

    /** Statements; those that do not complete stand at the end, or under a condition. */
    List<Stmt> list(Scope scope, int count, boolean completes) {
        List<Stmt> statements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Stmt statement = any(scope);
            if (statement.completes()) {
                statements.add(statement);
            } else if (completes || i < count - 1) {
                statements.add(
                        Stmt.of(Construct.IF, "if (#) { # }", composer.expressions.condition(scope, 1), statement));
            } else {
                statements.add(statement);
            }
        }
        return statements;
    }

    private static boolean completes(List<Stmt> statements) {
        return statements.isEmpty() || statements.get(statements.size() - 1).completes();
    }

    private Stmt any(Scope scope) {
        composer.spend(2);
        if (composer.isSpent() || scope.isDeep()) {
            return simple(scope);
        }
        if (scope.isGenerator() && dice.percent(15)) {
            return new Generators(composer).consumed(scope);
        }
        int chance = dice.below(100);
        if (chance < 20) {
            return composer.declarations.variable(scope);
        }
        if (chance < 32) {
            return composer.assignments.statement(dice.pick(Type.often()), scope, 2);
        }
        if (chance < 40) {
            return suspending(scope);
        }
        if (chance < 44) {
            return log(scope);
        }
        if (chance < 53) {
            return conditional(scope);
        }
        if (chance < 66) {
            return composer.loops.any(scope);
        }
        if (chance < 79) {
            return composer.tries.any(scope);
        }
        if (chance < 85) {
            return new SwitchStatements(composer).any(scope);
        }
        if (chance < 89) {
            return composer.declarations.late(scope);
        }
        if (chance < 91) {
            return composer.declarations.pattern(scope);
        }
        return rare(scope);
    }

    private Stmt rare(Scope scope) {
        switch (dice.below(8)) {
            case 0:
                Block locked = block(scope.locked(), dice.between(1, 2), false);
                return Stmt.of(Construct.SYNCHRONIZED, "synchronized (" + scope.self() + ") #", locked)
                        .completing(locked.completes());
            case 1:
                String label = composer.name("block");
                Block labelled = block(scope.labelled(label, false), dice.between(1, 3), true);
                return Stmt.of(Construct.LABELLED_BLOCK, label + ": #", labelled);
            case 2:
                return scope.isPlain() || !scope.lambdas() ? log(scope) : composer.declarations.localClass(scope);
            case 3:
                return Stmt.of(
                        Construct.ASSERT,
                        dice.percent(90) ? "assert # | Kit.yes : #;" : "assert # : #;",
                        composer.expressions.condition(scope, 1),
                        composer.expressions.of(Type.STRING, scope, 1));
            case 4:
                Block inner = block(scope, dice.between(1, 3), false);
                return Stmt.of(Construct.BLOCK, "#", inner).completing(inner.completes());
            case 5:
                return Stmt.of(Construct.DEAD_CODE, "if (false) #", block(scope, dice.between(1, 2), false));
            default:
                return new Generators(composer).consumed(scope);
        }
    }

    private Stmt simple(Scope scope) {
        return switch (dice.below(3)) {
            case 0 ->
                Stmt.of(
                        Construct.LOG,
                        "tape.log(#);",
                        composer.expressions.leaf(dice.pick(Type.INT, Type.LONG, Type.STRING, Type.BOOLEAN), scope));
            case 1 -> suspending(scope);
            default -> composer.assignments.statement(dice.pick(Type.PRIMITIVES), scope, 1);
        };
    }

    private Stmt suspending(Scope scope) {
        Type type = dice.pick(Type.INT, Type.LONG, Type.STRING, Type.OBJECT, Type.DOUBLE);
        Expr value = composer.expressions.of(type, scope, 2);
        if (scope.isAsyncGenerator() && dice.percent(50)) {
            return Stmt.of(Construct.ASYNC_YIELD_ELEMENT, "AsyncGenerator.yield(#);", value);
        }
        if (scope.isAsync()) {
            return Stmt.of(Construct.AWAIT_STATEMENT, "await(tape.<" + type.box() + ">value(#));", value);
        }
        return scope.isGenerator()
                ? Stmt.of(Construct.YIELD_ELEMENT, "Generator.yield(#);", value)
                : Stmt.of(Construct.RISKY, "tape.<" + type.box() + ">risky(#);", value);
    }

    private Stmt log(Scope scope) {
        Expr one = composer.expressions.of(dice.pick(Type.often()), scope, 1);
        return dice.percent(50)
                ? Stmt.of(Construct.LOG, "tape.log(\"log\", #);", one)
                : Stmt.of(
                        Construct.LOG,
                        "tape.log(#, #);",
                        one,
                        composer.expressions.of(dice.pick(Type.often()), scope, 1));
    }

    private Stmt conditional(Scope scope) {
        Expr condition = composer.expressions.condition(scope, 2);
        Block then = block(scope, dice.between(1, 3), false);
        if (dice.percent(50)) {
            return Stmt.of(Construct.IF, "if (#) #", condition, then);
        }
        Block otherwise = block(scope, dice.between(1, 3), false);
        return Stmt.of(Construct.IF_ELSE, "if (#) # else #", condition, then, otherwise)
                .completing(then.completes() || otherwise.completes());
    }
}
