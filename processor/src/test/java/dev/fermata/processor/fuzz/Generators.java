package dev.fermata.processor.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Uses of the program's generator functions. */
final class Generators {
    private final Composer composer;
    private final Dice dice;

    Generators(Composer composer) {
        this.composer = composer;
        this.dice = composer.dice;
    }

    /** A statement that consumes a generator, or a loop if there is no generator function to be called here. */
    Stmt consumed(Scope scope) {
        List<Function> plain = composer.calls.callable(Type.OBJECT, scope, Function.Form.GENERATOR);
        List<Function> async = scope.isAsync()
                ? composer.calls.callable(Type.OBJECT, scope, Function.Form.ASYNC_GENERATOR)
                : List.of();
        if (!async.isEmpty() && (plain.isEmpty() || dice.percent(50))) {
            return consumedAsync(dice.pick(async), scope);
        }
        if (scope.isGenerator() && (plain.isEmpty() || dice.percent(20))) {
            return Stmt.of(
                    Construct.YIELD_FROM_LIST,
                    "tape.log(\"list\", Kit.text(Generator.yieldFrom(#)));",
                    composer.expressions.of(Type.LIST, scope, 1));
        }
        return plain.isEmpty() ? composer.loops.any(scope) : consumed(dice.pick(plain), scope);
    }

    private Stmt consumed(Function function, Scope scope) {
        List<Expr> operands = composer.calls.lateOperands(function, scope, 2);
        if (scope.isGenerator() && dice.percent(60)) {
            return later(
                    Construct.YIELD_FROM,
                    "tape.log(\"inner\", Kit.text(Generator.yieldFrom(tape.generate(() -> ",
                    function,
                    scope,
                    operands,
                    "))));");
        }
        if (dice.percent(50)) {
            return later(
                    Construct.DRIVEN_GENERATOR,
                    "tape.log(\"drove\", Consumer.drive(tape.generate(() -> ",
                    function,
                    scope,
                    operands,
                    "), " + dice.below(8) + ", " + dice.below(8) + "));");
        }
        return loop(Construct.GENERATOR_LOOP, "generate", function, scope, operands);
    }

    private Stmt consumedAsync(Function function, Scope scope) {
        List<Expr> operands = composer.calls.lateOperands(function, scope, 2);
        if (dice.percent(50)) {
            return later(
                    Construct.DRIVEN_ASYNC_GENERATOR,
                    "tape.log(\"drove\", await(AsyncConsumer.drive(tape.generateAsync(() -> ",
                    function,
                    scope,
                    operands,
                    "), " + dice.below(6) + ", " + dice.below(6) + ")));");
        }
        return loop(Construct.ASYNC_GENERATOR_LOOP, "generateAsync", function, scope, operands);
    }

    private Stmt later(
            Construct construct, String before, Function function, Scope scope, List<Expr> operands, String after) {
        return composer.jumps
                .later(construct, before, function, scope, operands, after)
                .completing(true);
    }

    private Stmt loop(Construct construct, String maker, Function function, Scope scope, List<Expr> operands) {
        String element = composer.name("e");
        String generator = composer.name("g");
        Scope body = scope.handled().loop(null);
        body.declare(new Variable(element, Type.OBJECT, true));
        Block block = Loops.limited(composer.statements.block(body, dice.between(1, 2), false));
        Stmt open = composer.jumps.later(
                construct,
                "try (" + function.form().type() + "<Object> " + generator + " = tape." + maker + "(() -> ",
                function,
                scope,
                operands,
                ")) { for (Object " + element + " : " + generator + ") ");
        List<Part> parts = new ArrayList<>(open.parts());
        parts.remove(parts.size() - 1);
        parts.add(block);
        parts.add(new Text(" } }"));
        return new Stmt(construct, true, parts);
    }
}
