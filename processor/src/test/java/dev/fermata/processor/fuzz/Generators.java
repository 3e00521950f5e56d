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
        List<Function> callable = composer.calls.callable(Type.OBJECT, scope, true);
        if (callable.isEmpty()) {
            return composer.loops.any(scope);
        }
        Function function = dice.pick(callable);
        List<Expr> operands = composer.calls.operands(function, scope, 2);
        if (dice.percent(50)) {
            return composer.jumps
                    .later(
                            Construct.DRIVEN_GENERATOR,
                            "tape.log(\"drove\", Consumer.drive(tape.generate(() -> ",
                            function,
                            scope,
                            operands,
                            "), " + dice.below(8) + ", " + dice.below(8) + "));")
                    .completing(true);
        }
        return loop(function, scope, operands);
    }

    private Stmt loop(Function function, Scope scope, List<Expr> operands) {
        String element = composer.name("e");
        String generator = composer.name("g");
        Scope body = scope.handled().loop(null);
        body.declare(new Variable(element, Type.OBJECT, true));
        Block block = Loops.limited(composer.statements.block(body, dice.between(1, 2), false));
        Stmt open = composer.jumps.later(
                Construct.GENERATOR_LOOP,
                "try (Generator<Object> " + generator + " = tape.generate(() -> ",
                function,
                scope,
                operands,
                ")) { for (Object " + element + " : " + generator + ") ");
        List<Part> parts = new ArrayList<>(open.parts());
        parts.remove(parts.size() - 1);
        parts.add(block);
        parts.add(new Text(" } }"));
        return new Stmt(Construct.GENERATOR_LOOP, true, parts);
    }
}
