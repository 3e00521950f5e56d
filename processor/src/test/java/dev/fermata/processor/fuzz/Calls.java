package dev.fermata.processor.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Calls of the program's own functions, in all the ways in which Java calls. */
final class Calls {
    private final Composer composer;
    private final Dice dice;

    Calls(Composer composer) {
        this.composer = composer;
        this.dice = composer.dice;
    }

    /** An awaited call of a function with such a result, or of the tape with the value if there is none. */
    Expr awaited(Type type, Scope scope, int levels, Expr value) {
        List<Scope.LocalClass> locals = scope.localClasses(type);
        if (!locals.isEmpty() && dice.percent(50)) {
            return Expr.of(
                    type,
                    Construct.CALL_LOCAL_CLASS,
                    "await(new " + dice.pick(locals).name() + "(#).run(#))",
                    composer.expressions.of(Type.INT, scope, levels - 1),
                    composer.expressions.of(Type.INT, scope, levels - 1));
        }
        List<Function> callable = callable(type, scope, Function.Form.COROUTINE);
        if (callable.isEmpty()) {
            List<Function> others = convertible(type, scope);
            if (!others.isEmpty()) {
                return converted(type, called(dice.pick(others), scope, levels));
            }
            return Expr.of(type, Construct.AWAIT, "await(tape.<" + type.box() + ">value(#))", value);
        }
        return called(dice.pick(callable), scope, levels);
    }

    private Expr called(Function function, Scope scope, int levels) {
        Type type = function.result();
        if (function.kind() == Function.Kind.INSTANCE && isOfOneInt(function) && dice.percent(60)) {
            return Expr.of(
                    type,
                    Construct.METHOD_REFERENCE,
                    "await(((AsyncFunction<Integer, " + type.box() + ">) " + scope.self() + "::" + function.name()
                            + ").apply(#))",
                    composer.expressions.of(Type.INT, scope, levels - 1));
        }
        List<Expr> operands = operands(function, scope, levels);
        return new Expr(type, construct(function), call("await(", function, scope, operands, ")"));
    }

    /** The functions that may be called. */
    List<Function> callable(Type type, Scope scope, Function.Form form) {
        return callable(scope, form).stream()
                .filter(function -> form != Function.Form.COROUTINE || function.result() == type)
                .toList();
    }

    private List<Function> callable(Scope scope, Function.Form form) {
        return composer.functions().stream()
                .filter(function -> function.index() > scope.index() && function.form() == form)
                .filter(function -> !scope.isOutside() || function.kind() != Function.Kind.PRIVATE)
                .toList();
    }

    /** Those whose result the kit can turn into a value of the type. */
    private List<Function> convertible(Type type, Scope scope) {
        return switch (type) {
            case INT, LONG, STRING, OBJECT -> callable(scope, Function.Form.COROUTINE);
            default -> List.of();
        };
    }

    private static Expr converted(Type type, Expr call) {
        return switch (type) {
            case INT -> Expr.of(type, Construct.STATIC_CALL, "Kit.toInt(#)", call);
            case LONG -> Expr.of(type, Construct.STATIC_CALL, "Kit.toLong(#)", call);
            case STRING -> Expr.of(type, Construct.STATIC_CALL, "Kit.text(#)", call);
            default -> Expr.of(type, Construct.CAST, "((Object) #)", call);
        };
    }

    /** Operands for a call: now and then one for the receiver, which leaves a line, then those of a late one. */
    List<Expr> operands(Function function, Scope scope, int levels) {
        List<Expr> operands = new ArrayList<>();
        switch (function.kind()) {
            case INSTANCE, PRIVATE, OVERRIDE, INHERITED, INNER -> {
                if (dice.percent(25)) {
                    operands.add(composer.expressions.of(Type.OBJECT, scope, levels - 1));
                }
            }
            default -> {}
        }
        operands.addAll(lateOperands(function, scope, levels));
        return operands;
    }

    /** Operands for a call that is made at another time on either side: those of a construction, and arguments. */
    List<Expr> lateOperands(Function function, Scope scope, int levels) {
        List<Expr> operands = new ArrayList<>();
        if (isConstructing(function)) {
            operands.add(composer.expressions.of(Type.INT, scope, levels - 1));
            operands.add(composer.expressions.of(Type.LONG, scope, levels - 1));
        }
        if (function.kind() == Function.Kind.GENERIC) {
            operands.add(composer.expressions.of(function.result(), scope, levels - 1));
        }
        for (Type parameter : function.parameters()) {
            operands.add(composer.expressions.of(parameter, scope, levels - 1));
        }
        return operands;
    }

    /** The call itself, with words around it. */
    List<Part> call(String before, Function function, Scope scope, List<? extends Tree> operands, String after) {
        int arguments = function.parameters().size() + (function.kind() == Function.Kind.GENERIC ? 1 : 0);
        boolean received = operands.size() > arguments + (isConstructing(function) ? 2 : 0);
        List<String> all = new ArrayList<>(Collections.nCopies(arguments, "#"));
        if (function.kind().takesSelf()) {
            all.add(scope.self());
        }
        String words =
                before + (received ? scope.self() + ".me(#)." + construction(function) : receiver(function, scope))
                        + function.name() + "(" + String.join(", ", all) + ")" + after;
        return Tree.parts(words, operands.toArray(new Tree[0]));
    }

    private static boolean isConstructing(Function function) {
        return switch (function.kind()) {
            case INNER, NESTED, RECORD -> true;
            default -> false;
        };
    }

    private static String construction(Function function) {
        return function.kind() == Function.Kind.INNER ? "new Inner" + function.index() + "(#, #)." : "";
    }

    private static boolean isOfOneInt(Function function) {
        return function.parameters().equals(List.of(Type.INT));
    }

    private String receiver(Function function, Scope scope) {
        String main = composer.main;
        String self = scope.isSelf() && dice.percent(60) ? "" : scope.self() + ".";
        return switch (function.kind()) {
            case STATIC -> main + ".";
            case INTERFACE_STATIC -> main + "Itf.";
            case OVERRIDE -> {
                if (scope.isSelf() && dice.percent(50)) {
                    yield "super.";
                }
                yield scope.self().equals(main + ".this") && dice.percent(50) ? main + ".super." : self;
            }
            case DEFAULT -> {
                if (scope.isSelf() && dice.percent(50)) {
                    yield main + "Itf.super.";
                }
                yield dice.percent(40) ? "((" + main + "Itf) " + scope.self() + ")." : self;
            }
            case INSTANCE, PRIVATE, INHERITED, INTERFACE_PRIVATE -> self;
            case GENERIC ->
                (scope.isSelf() ? "this" : scope.self()) + ".<"
                        + function.result().box() + ">";
            case INNER -> scope.self() + "." + construction(function);
            case NESTED -> "new " + main + ".Nested" + function.index() + "(#, #).";
            case RECORD -> "new " + main + ".Rec" + function.index() + "(#, #).";
            case ENUM -> main + ".Tone" + function.index() + ".HIGH.";
            case ENUM_CONSTANT -> main + ".Tone" + function.index() + ".LOW.";
            case FIELD_LAMBDA -> main + ".LAMBDA" + function.index() + ".";
        };
    }

    private static Construct construct(Function function) {
        return switch (function.kind()) {
            case STATIC -> Construct.CALL_STATIC;
            case INSTANCE -> Construct.CALL_INSTANCE;
            case PRIVATE -> Construct.CALL_PRIVATE;
            case OVERRIDE -> Construct.CALL_OVERRIDDEN;
            case INHERITED -> Construct.CALL_INHERITED;
            case DEFAULT -> Construct.CALL_DEFAULT;
            case INTERFACE_STATIC -> Construct.CALL_INTERFACE_STATIC;
            case INTERFACE_PRIVATE -> Construct.CALL_INTERFACE_PRIVATE;
            case INNER -> Construct.CALL_INNER;
            case NESTED -> Construct.CALL_NESTED;
            case RECORD -> Construct.CALL_RECORD;
            case ENUM -> Construct.CALL_ENUM;
            case ENUM_CONSTANT -> Construct.CALL_ENUM_CONSTANT;
            case GENERIC -> Construct.CALL_GENERIC;
            case FIELD_LAMBDA -> Construct.CALL_FIELD_LAMBDA;
        };
    }
}
