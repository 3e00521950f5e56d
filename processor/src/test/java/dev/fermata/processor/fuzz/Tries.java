package dev.fermata.processor.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Try statements: resources, handlers, rethrows, finally blocks that complete and such that do not. */
final class Tries {
    /** The broader after the narrower, as the language wants it. */
    private static final List<String> CAUGHT = List.of(
            "CheckedMishap",
            "Mishap",
            "ArithmeticException | IllegalStateException",
            "RuntimeException",
            "Exception",
            "FatalMishap",
            "CancelledError",
            "Error",
            "Throwable");

    private final Composer composer;
    private final Dice dice;

    Tries(Composer composer) {
        this.composer = composer;
        this.dice = composer.dice;
    }

    Stmt any(Scope scope) {
        Scope body = scope.handled();
        List<Tree> trees = new ArrayList<>();
        StringBuilder words = new StringBuilder("try ");
        boolean resources = dice.percent(22);
        if (resources) {
            resources(words, trees, body);
        }
        Block block = composer.statements.block(body, dice.between(1, 3), false);
        List<Part> statements = new ArrayList<>(block.parts());
        statements.add(0, Stmt.of(Construct.MAY_THROW, "Kit.mayThrow();"));
        if (block.completes() && body.returnsCoroutine() && dice.percent(25)) {
            statements.add(Stmt.of(
                    Construct.RETURN_OUT_OF_TRY,
                    "if (#) { # }",
                    composer.expressions.condition(body, 1),
                    composer.jumps.coroutine(body)));
        }
        words.append('#');
        trees.add(new Block(statements));
        boolean completes = block.completes();

        int handlers = dice.pick(0, 1, 1, 1, 2, 3);
        boolean last = handlers == 0 && !resources || dice.percent(45);
        int position = 0;
        for (int i = 0; i < handlers; i++) {
            position += dice.below(3);
            if (position >= CAUGHT.size()) {
                break;
            }
            completes |= handler(words, trees, CAUGHT.get(position++), last ? scope.handled() : scope.block());
        }
        if (last) {
            Scope end = dice.percent(60) ? scope.block().withoutJumps() : scope.block();
            Block finished = composer.statements.block(end, dice.between(1, 2), false);
            words.append(" finally #");
            trees.add(finished);
            completes &= finished.completes();
        }
        Construct construct = resources
                ? words.indexOf("AsyncRes") > 0 ? Construct.ASYNC_TRY : Construct.TRY_WITH_RESOURCES
                : last ? handlers > 0 ? Construct.TRY_CATCH_FINALLY : Construct.TRY_FINALLY : Construct.TRY_CATCH;
        return Stmt.of(construct, words.toString(), trees.toArray(new Tree[0])).completing(completes);
    }

    private void resources(StringBuilder words, List<Tree> trees, Scope body) {
        List<String> resources = new ArrayList<>();
        for (int i = dice.between(1, 2); i > 0; i--) {
            String type = body.isAsync() && dice.percent(40) ? "AsyncRes" : "Kit.Res";
            resources.add(type + " " + composer.name("r") + " = new " + type + "(#)");
            trees.add(composer.expressions.of(Type.INT, body, 1));
        }
        words.append('(').append(String.join("; ", resources)).append(") ");
    }

    /** Adds one, and tells whether it completes. */
    private boolean handler(StringBuilder words, List<Tree> trees, String caught, Scope scope) {
        String name = composer.name("e");
        List<Part> statements = new ArrayList<>();
        if (dice.percent(70)) {
            statements.add(Stmt.of(Construct.LOG, "tape.log(\"caught\", " + name + ");"));
        }
        Block block = composer.statements.block(scope, dice.between(0, 2), false);
        statements.addAll(block.parts());
        boolean completes = block.completes();
        if (completes && dice.percent(20)) {
            statements.add(Stmt.of(
                    Construct.RETHROW, "if (#) { throw " + name + "; }", composer.expressions.condition(scope, 1)));
        } else if (completes && dice.percent(15)) {
            statements.add(Stmt.of(Construct.RETHROW, "throw " + name + ";").completing(false));
            completes = false;
        }
        words.append(" catch (").append(caught).append(' ').append(name).append(") #");
        trees.add(new Block(statements));
        return completes;
    }
}
