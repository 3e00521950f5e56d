package dev.fermata.processor.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Loops of all kinds, with and without a label. Each asks the tape for fuel, so that each comes to an end. */
final class Loops {
    private final Composer composer;
    private final Dice dice;

    Loops(Composer composer) {
        this.composer = composer;
        this.dice = composer.dice;
    }

    Stmt any(Scope scope) {
        String label = dice.percent(50) ? composer.name("loop") : null;
        String prefix = label == null ? "" : label + ": ";
        Scope body = scope.loop(label);
        return switch (dice.below(8)) {
            case 0 ->
                Stmt.of(
                        Construct.WHILE,
                        prefix + "while (tape.fuel() && #) #",
                        composer.expressions.condition(scope, 2),
                        block(body, false));
            case 1 ->
                Stmt.of(
                        Construct.DO_WHILE,
                        prefix + "do # while (tape.fuel() && #);",
                        block(body, true),
                        composer.expressions.condition(scope, 2));
            case 2 ->
                Stmt.of(
                        Construct.ENDLESS_LOOP,
                        prefix + dice.pick("while (true) #", "for (;;) #"),
                        limited(block(body, false)));
            case 3, 4 -> scope.isAsync() && dice.percent(35) ? overSource(prefix, scope, body) : counting(prefix, body);
            case 5 -> overArray(prefix, scope, body);
            default -> overList(prefix, scope, body);
        };
    }

    private Stmt counting(String prefix, Scope body) {
        Type type = dice.pick(Type.INT, Type.INT, Type.LONG, Type.BYTE, Type.CHAR, Type.DOUBLE);
        String name = composer.name("i");
        Expr start = composer.expressions.of(type, body, 1);
        body.declare(new Variable(name, type, false));
        Expr end = composer.expressions.of(type, body, 1);
        String head = prefix + "for (" + type.source() + " " + name + " = #; tape.fuel() && " + name + " < #; ";
        if (dice.percent(50)) {
            return Stmt.of(
                    Construct.FOR, head + dice.pick(name + "++", "++" + name) + ") #", start, end, block(body, false));
        }
        Expr step = composer.expressions.of(Type.INT, body, 1);
        return Stmt.of(Construct.FOR, head + name + " += #) #", start, end, step, block(body, false));
    }

    private Stmt overArray(String prefix, Scope scope, Scope body) {
        Type array = dice.pick(Type.ARRAYS);
        Expr source = composer.expressions.of(array, scope, 1);
        String name = composer.name("e");
        boolean fixed = dice.percent(50);
        body.declare(new Variable(name, array.component(), fixed));
        return Stmt.of(
                Construct.FOR_EACH_ARRAY,
                prefix + "for (" + (fixed ? "final " : "") + array.component().source() + " " + name + " : #) #",
                source,
                limited(block(body, false)));
    }

    private Stmt overSource(String prefix, Scope scope, Scope body) {
        Expr first = composer.expressions.of(Type.OBJECT, scope, 1);
        Expr second = composer.expressions.of(Type.OBJECT, scope, 1);
        String name = composer.name("e");
        boolean fixed = dice.percent(50);
        body.declare(new Variable(name, Type.OBJECT, fixed));
        return Stmt.of(
                Construct.ASYNC_FOR,
                prefix + "for (Object " + name + " : new Source(#, #)) #",
                first,
                second,
                limited(block(body, false)));
    }

    private Stmt overList(String prefix, Scope scope, Scope body) {
        Expr source = composer.expressions.of(Type.LIST, scope, 1);
        String name = composer.name("e");
        boolean fixed = dice.percent(50);
        Type type = dice.pick(Type.INT, Type.BOXED_INT);
        body.declare(new Variable(name, type, fixed));
        return Stmt.of(
                Construct.FOR_EACH,
                prefix + "for (" + type.source() + " " + name + " : #) #",
                source,
                limited(block(body, false)));
    }

    private Block block(Scope body, boolean completes) {
        return composer.statements.block(body, dice.between(1, 3), completes);
    }

    static Block limited(Block block) {
        List<Part> statements = new ArrayList<>(block.parts());
        statements.add(0, Stmt.of(Construct.BREAK, "if (!tape.fuel()) { break; }"));
        return new Block(statements);
    }
}
