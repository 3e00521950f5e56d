package dev.fermata.processor.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Statements that do not complete: returns of all kinds, breaks, continues, yields and throws. */
final class Jumps {
    private final Composer composer;
    private final Dice dice;

    Jumps(Composer composer) {
        this.composer = composer;
        this.dice = composer.dice;
    }

    /** One of those that are legal. */
    Stmt any(Scope scope) {
        List<Construct> legal = new ArrayList<>(List.of(Construct.THROW));
        if (scope.returned() != null) {
            legal.addAll(List.of(Construct.RETURN, Construct.RETURN));
        }
        if (scope.yielded() != null) {
            legal.add(Construct.YIELD_STATEMENT);
        }
        if (scope.breaks()) {
            legal.addAll(List.of(Construct.BREAK, Construct.BREAK));
        }
        if (scope.continues()) {
            legal.addAll(List.of(Construct.CONTINUE, Construct.CONTINUE));
        }
        if (!scope.labels().isEmpty()) {
            legal.addAll(List.of(Construct.BREAK_LABEL, Construct.BREAK_LABEL, Construct.BREAK_LABEL));
        }
        return jump(dice.pick(legal), scope);
    }

    private Stmt jump(Construct construct, Scope scope) {
        return switch (construct) {
            case RETURN -> returning(scope);
            case YIELD_STATEMENT -> yielding(scope.yielded(), scope, 1);
            case BREAK -> abrupt(construct, "break;");
            case CONTINUE -> abrupt(construct, "continue;");
            case BREAK_LABEL -> {
                Scope.Label label = dice.pick(scope.labels());
                yield label.loop() && dice.percent(50)
                        ? abrupt(Construct.CONTINUE_LABEL, "continue " + label.name() + ";")
                        : abrupt(construct, "break " + label.name() + ";");
            }
            default -> throwing(scope);
        };
    }

    private Stmt throwing(Scope scope) {
        return switch (dice.below(4)) {
            case 0 -> abrupt(Construct.THROW, "throw new Mishap(#);", composer.expressions.of(Type.STRING, scope, 1));
            case 1 ->
                abrupt(
                        Construct.THROW,
                        "throw new CheckedMishap(\"t\" + #);",
                        composer.expressions.of(Type.INT, scope, 1));
            case 2 -> abrupt(Construct.THROW, "throw new FatalMishap(\"f\");");
            default -> abrupt(Construct.THROW, "throw new ArithmeticException(\"q\");");
        };
    }

    /** A yield of a switch expression. */
    Stmt yielding(Type type, Scope scope, int levels) {
        Expr value = composer.expressions.of(type, scope, levels);
        String text = Printer.print(value);
        // javac takes "yield (" for a call unless it finds the end of the expression soon, and does not look past
        // braces.
        return text.startsWith("(") && text.contains("{")
                ? abrupt(Construct.YIELD_STATEMENT, "yield tape == null ? # : #;", Literals.plain(type), value)
                : abrupt(Construct.YIELD_STATEMENT, "yield #;", value);
    }

    /** A return of one kind or other. */
    Stmt returning(Scope scope) {
        Type type = scope.returned();
        if (type == null) {
            throw new IllegalStateException("nothing can be returned here");
        }
        return switch (scope.returning()) {
            case PLAIN -> abrupt(Construct.RETURN, "return #;", composer.expressions.of(type, scope, 1));
            case YIELDS ->
                dice.percent(70)
                        ? abrupt(
                                Construct.RETURN_END,
                                "return Generator.end(#);",
                                composer.expressions.of(Type.OBJECT, scope, 1))
                        : abrupt(Construct.RETURN_END, "return Generator.end();");
            case ASYNC_YIELDS -> abrupt(Construct.RETURN_ASYNC_END, "return AsyncGenerator.end();");
            case ASYNC -> scope.isGeneric() ? generic(scope) : result(type, scope);
        };
    }

    private Stmt generic(Scope scope) {
        return switch (dice.below(scope.isAsync() ? 5 : 2)) {
            case 0 -> abrupt(Construct.RETURN, "return result(x);");
            case 1 ->
                abrupt(
                        Construct.RETURN_LATER,
                        "return tape.later(() -> ((AsyncSupplier<T>) () -> tape.coroutine(x)).get());");
            case 3 ->
                abrupt(
                        Construct.RETURN_TYPE_VARIABLE,
                        "{ T y = await(tape.<T>value(x)); if (#) { y = x; } tape.log(y); return result(y); }",
                        composer.expressions.condition(scope, 1));
            case 2 -> abrupt(Construct.RETURN, "return result(await(tape.<T>value(x)));");
            default ->
                abrupt(
                        Construct.RETURN_CONDITIONAL,
                        "return # ? result(x) : result(await(tape.<T>value(x)));",
                        composer.expressions.condition(scope, 1));
        };
    }

    private Stmt result(Type type, Scope scope) {
        int chance = dice.below(100);
        if (chance < 55) {
            return abrupt(Construct.RETURN, "return result(#);", composer.expressions.of(type, scope, 2));
        }
        if (chance < 65) {
            return abrupt(
                    Construct.RETURN_CONDITIONAL,
                    "return # ? result(#) : result(#);",
                    composer.expressions.condition(scope, 1),
                    composer.expressions.of(type, scope, 1),
                    composer.expressions.of(type, scope, 1));
        }
        List<Function> callable = composer.calls.callable(type, scope, Function.Form.COROUTINE);
        if (callable.isEmpty() || dice.percent(30)) {
            return coroutine(scope);
        }
        Function function = dice.pick(callable);
        if (!scope.isHandled()) {
            List<Expr> operands = composer.calls.operands(function, scope, 2);
            List<Part> call = composer.calls.call("return ", function, scope, operands, ";");
            return new Stmt(Construct.RETURN_CALL, false, call);
        }
        List<Expr> operands = composer.calls.lateOperands(function, scope, 2);
        return later(Construct.RETURN_LATER, "return tape.later(() -> ", function, scope, operands, ");");
    }

    /** The return of a coroutine that runs once this function is left, and so outside all handlers in it. */
    Stmt coroutine(Scope scope) {
        Type type = scope.returned();
        if (type == null) {
            throw new IllegalStateException("nothing can be returned here");
        }
        Expr value = composer.expressions.of(type, scope, 1);
        if (!scope.isHandled()) {
            return abrupt(Construct.RETURN_COROUTINE, "return tape.<" + type.box() + ">coroutine(#);", value);
        }
        String name = composer.name("k");
        String box = type.box();
        return abrupt(
                Construct.RETURN_LATER,
                "{ final " + type.source() + " " + name + " = #; return tape.later(() -> ((AsyncSupplier<" + box
                        + ">) () -> tape.<" + box + ">coroutine(" + name + ")).get()); }",
                value);
    }

    /** A call that is made later than its operands are evaluated, so that these have to be kept in variables. */
    Stmt later(Construct construct, String before, Function function, Scope scope, List<Expr> operands, String after) {
        List<Part> parts = new ArrayList<>(List.of(new Text("{ ")));
        List<Expr> names = new ArrayList<>();
        for (Expr operand : operands) {
            String name = composer.name("k");
            parts.addAll(Tree.parts("final " + operand.type().source() + " " + name + " = #; ", operand));
            names.add(Expr.of(operand.type(), Construct.VARIABLE, name));
        }
        parts.addAll(composer.calls.call(before, function, scope, names, after));
        parts.add(new Text(" }"));
        return new Stmt(construct, false, parts);
    }

    private static Stmt abrupt(Construct construct, String words, Tree... trees) {
        return Stmt.of(construct, words, trees).completing(false);
    }
}
