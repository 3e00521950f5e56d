package dev.fermata.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes functions down where their kind wants them: in a class, in an interface, in a class of their own. */
final class FunctionWriter {
    private final Composer composer;
    private final Dice dice;

    FunctionWriter(Composer composer) {
        this.composer = composer;
        this.dice = composer.dice;
    }

    Member of(Function function) {
        String main = composer.main;
        String number = String.valueOf(function.index());
        return switch (function.kind()) {
            case STATIC -> method(function, "static ", "self", false);
            case INSTANCE -> method(function, "", "this", false);
            case PRIVATE -> method(function, "private ", "this", false);
            case GENERIC -> method(function, "<T> ", "this", false);
            case OVERRIDE -> method(function, "@Override ", "this", false);
            case INHERITED -> method(function, "", "self", true);
            case DEFAULT -> method(function, "default ", "self", true);
            case INTERFACE_STATIC -> method(function, "static ", "self", false);
            case INTERFACE_PRIVATE -> forwarded(function);
            case INNER -> {
                List<Variable> fields = List.of(new Variable("a", Type.INT, true), new Variable("b", Type.LONG, true));
                yield wrapped(
                        "final class Inner" + number + " { final int a; final long b; Inner" + number
                                + "(int a, long b) { this.a = a; this.b = b; }",
                        method(function, "", main + ".this", false, fields));
            }
            case NESTED -> {
                List<Variable> fields = List.of(new Variable("a", Type.INT, true), new Variable("b", Type.LONG, true));
                yield wrapped(
                        "static class Nested" + number + " { final int a; final long b; Nested" + number
                                + "(int a, long b) { this.a = a; this.b = b; }",
                        method(function, "", "self", false, fields));
            }
            case RECORD -> {
                List<Variable> fields = List.of(new Variable("a", Type.INT, true), new Variable("b", Type.LONG, true));
                yield wrapped("record Rec" + number + "(int a, long b) {", method(function, "", "self", false, fields));
            }
            case ENUM -> wrapped("enum Tone" + number + " { HIGH, LOW;", method(function, "", "self", false));
            case ENUM_CONSTANT -> {
                Member inConstant = method(function, "@Override ", "self", false);
                yield Member.of(
                        Construct.FUNCTION_ENUM_CONSTANT,
                        "enum Tone" + number + " { HIGH, LOW { # };" + header(function, "", parameters(function))
                                + " { return result(#); } }",
                        inConstant,
                        Literals.plain(function.result()));
            }
            case FIELD_LAMBDA -> lambda(function);
        };
    }

    /** The method of the super class that another overrides. */
    Member overridden(Function function) {
        return method(function, "", "self", true);
    }

    private static Member wrapped(String head, Member method) {
        return Member.of(method.construct(), head + "#\n}", method);
    }

    private Member method(Function function, String modifiers, String self, boolean casts) {
        return method(function, modifiers, self, casts, List.of());
    }

    private Member method(Function function, String modifiers, String self, boolean casts, List<Variable> fields) {
        List<Variable> parameters = parameters(function);
        List<Stmt> start = new ArrayList<>();
        if (casts) {
            start.add(Stmt.of(
                    Construct.FRAME, "final " + composer.main + " self = (" + composer.main + ") (Object) this;"));
        }
        boolean outside = isOutside(function) || casts;
        if (outside || dice.percent(30)) {
            start.add(Stmt.of(Construct.FRAME, "final Tape tape = Tape.current();"));
        }
        Scope scope = Scope.of(function, self);
        if (outside) {
            scope.setOutside();
        }
        parameters.forEach(scope::declare);
        fields.forEach(scope::declare);
        return Member.of(
                construct(function), header(function, modifiers, parameters) + " #", body(function, start, scope));
    }

    private static boolean isOutside(Function function) {
        return switch (function.kind()) {
            case INHERITED, DEFAULT, INTERFACE_STATIC, INTERFACE_PRIVATE -> true;
            default -> false;
        };
    }

    private Block body(Function function, List<Stmt> start, Scope scope) {
        List<Part> statements = new ArrayList<>(start);
        boolean generates = function.form() != Function.Form.COROUTINE;
        String nothing = generates ? function.form().type() + ".end()" : "result(#)";
        Tree[] value = generates
                ? new Tree[0]
                : new Tree[] {
                    scope.isGeneric()
                            ? Expr.of(function.result(), Construct.VARIABLE, "x")
                            : composer.literals.of(function.result())
                };
        statements.add(Stmt.of(Construct.FRAME, "if (tape.out()) { return " + nothing + "; }", value));
        statements.addAll(composer.statements.body(scope, dice.between(2, 6)).parts());
        return new Block(statements);
    }

    private List<Variable> parameters(Function function) {
        return function.parameters().stream()
                .map(type -> new Variable(composer.name("p"), type, dice.percent(40)))
                .toList();
    }

    private String header(Function function, String modifiers, List<Variable> parameters) {
        List<String> all = new ArrayList<>();
        if (function.kind() == Function.Kind.GENERIC) {
            all.add("final T x");
        }
        parameters.forEach(parameter -> all.add(parameter.type().source() + " " + parameter.name()));
        if (function.kind().takesSelf()) {
            all.add("final " + composer.main + " self");
        }
        String result = function.kind() == Function.Kind.GENERIC
                ? "T"
                : function.result().box();
        return "\n" + (function.form() == Function.Form.GENERATOR ? "@Yields " : "@Async ") + modifiers
                + function.form().type() + "<" + (function.form() == Function.Form.COROUTINE ? result : "Object") + ">"
                + " " + function.name()
                + all.stream().collect(Collectors.joining(", ", "(", ")")) + " throws Exception";
    }

    /** A private method of an interface, and a default one that passes it on: others cannot call it. */
    private Member forwarded(Function function) {
        Function hidden = new Function(
                function.index(),
                function.name() + "Hidden",
                function.kind(),
                function.form(),
                function.result(),
                function.parameters());
        List<Variable> parameters = parameters(function);
        String names = parameters.stream().map(Variable::name).collect(Collectors.joining(", "));
        String header = header(function, "default ", parameters).replace("@Async ", "");
        return Member.of(
                Construct.FUNCTION_INTERFACE_PRIVATE,
                "#" + header + " { return " + hidden.name() + "(" + names + "); }",
                method(hidden, "private ", "self", true));
    }

    private Member lambda(Function function) {
        List<Variable> parameters = parameters(function);
        String other = composer.name("c");
        Scope scope = Scope.of(function, "self");
        parameters.forEach(scope::declare);
        List<Stmt> start = List.of(
                Stmt.of(Construct.FRAME, "final " + composer.main + " self = (" + composer.main + ") " + other + ";"));
        return Member.of(
                construct(function),
                "static final Kit.AsyncTriple<" + function.result().box() + "> LAMBDA" + function.index() + " = ("
                        + parameters.get(0).name() + ", " + parameters.get(1).name() + ", " + other + ") -> #;",
                body(function, start, scope));
    }

    private static Construct construct(Function function) {
        if (function.form() == Function.Form.ASYNC_GENERATOR) {
            return Construct.FUNCTION_ASYNC_GENERATOR;
        }
        if (function.form() == Function.Form.GENERATOR) {
            return Construct.FUNCTION_GENERATOR;
        }
        return switch (function.kind()) {
            case STATIC -> Construct.FUNCTION_STATIC;
            case INSTANCE -> Construct.FUNCTION_INSTANCE;
            case PRIVATE -> Construct.FUNCTION_PRIVATE;
            case OVERRIDE -> Construct.FUNCTION_OVERRIDE;
            case INHERITED -> Construct.FUNCTION_INHERITED;
            case DEFAULT -> Construct.FUNCTION_DEFAULT;
            case INTERFACE_STATIC -> Construct.FUNCTION_INTERFACE_STATIC;
            case INTERFACE_PRIVATE -> Construct.FUNCTION_INTERFACE_PRIVATE;
            case INNER -> Construct.FUNCTION_INNER;
            case NESTED -> Construct.FUNCTION_NESTED;
            case RECORD -> Construct.FUNCTION_RECORD;
            case ENUM -> Construct.FUNCTION_ENUM;
            case ENUM_CONSTANT -> Construct.FUNCTION_ENUM_CONSTANT;
            case GENERIC -> Construct.FUNCTION_GENERIC;
            case FIELD_LAMBDA -> Construct.FUNCTION_FIELD_LAMBDA;
        };
    }
}
