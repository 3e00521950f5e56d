package dev.fermata.processor.fuzz;

/** Lambdas and anonymous classes, asynchronous and plain ones, called where they are made. */
final class Lambdas {
    private final Composer composer;
    private final Dice dice;

    Lambdas(Composer composer) {
        this.composer = composer;
        this.dice = composer.dice;
    }

    /** An awaited call of an asynchronous lambda, or of the method of an anonymous class. */
    Expr awaited(Type type, Scope scope, int levels) {
        composer.spend(3);
        String box = type.box();
        Scope body = scope.captured(Scope.Mode.ASYNC, type);
        switch (dice.below(5)) {
            case 0:
                return Expr.of(
                        type,
                        Construct.ASYNC_LAMBDA_EXPRESSION,
                        "await(((AsyncSupplier<" + box + ">) () -> result(#)).get())",
                        composer.expressions.of(type, body, levels - 1));
            case 1:
                return Expr.of(
                        type,
                        Construct.ASYNC_SUPPLIER,
                        "await(((AsyncSupplier<" + box + ">) () -> #).get())",
                        composer.statements.body(body, dice.between(0, 2)));
            case 2:
                return triple(type, scope, levels, body);
            case 3:
                return function(type, scope, levels, body);
            default:
                return anonymous(type, scope, levels, body);
        }
    }

    /** A plain lambda with an int for a result, or the method of an anonymous class with constructor arguments. */
    Expr plain(Scope scope, int levels) {
        Scope body = scope.captured(Scope.Mode.PLAIN, Type.INT);
        if (dice.percent(50)) {
            return plainTriple(Type.INT, scope, levels, body);
        }
        String parameter = composer.name("v");
        Scope inner = body.inClass(composer.main);
        Scope initialiser = scope.captured(Scope.Mode.PLAIN, null).inClass(composer.main);
        inner.declare(new Variable(parameter, Type.INT, false));
        inner.declare(new Variable("q", Type.INT, false));
        return Expr.of(
                Type.INT,
                Construct.ANONYMOUS_CLASS,
                "new Kit.Base(#, #) { int q; { q = second + #; } @Override public int go(int " + parameter
                        + ") throws Exception # }.go(#)",
                composer.expressions.of(Type.OBJECT, scope, levels - 1),
                composer.expressions.of(Type.INT, scope, levels - 1),
                composer.expressions.leaf(Type.INT, initialiser),
                composer.statements.body(inner, dice.between(0, 1)),
                composer.expressions.of(Type.INT, scope, levels - 1));
    }

    /** The same with an object for a result. */
    Expr triple(Scope scope, int levels) {
        return plainTriple(Type.OBJECT, scope, levels, scope.captured(Scope.Mode.PLAIN, Type.OBJECT));
    }

    private Expr plainTriple(Type type, Scope scope, int levels, Scope body) {
        String parameters = declareTriple(body);
        return Expr.of(
                type,
                Construct.PLAIN_LAMBDA,
                "((" + type.source() + ") Kit.<" + type.box() + ">triple(" + parameters + " -> #, #, #, #))",
                composer.statements.body(body, dice.between(0, 1)),
                composer.expressions.of(Type.INT, scope, levels - 1),
                composer.expressions.of(Type.LONG, scope, levels - 1),
                composer.expressions.of(Type.OBJECT, scope, levels - 1));
    }

    private Expr triple(Type type, Scope scope, int levels, Scope body) {
        String parameters = declareTriple(body);
        return Expr.of(
                type,
                Construct.ASYNC_OWN_INTERFACE,
                "await(((Kit.AsyncTriple<" + type.box() + ">) " + parameters + " -> #).run(#, #, #))",
                composer.statements.body(body, dice.between(0, 2)),
                composer.expressions.of(Type.INT, scope, levels - 1),
                composer.expressions.of(Type.LONG, scope, levels - 1),
                composer.expressions.of(Type.OBJECT, scope, levels - 1));
    }

    private String declareTriple(Scope body) {
        String a = composer.name("a");
        String b = composer.name("b");
        String c = composer.name("c");
        body.declare(new Variable(a, Type.INT, false));
        body.declare(new Variable(b, Type.LONG, false));
        body.declare(new Variable(c, Type.OBJECT, false));
        return "(" + a + ", " + b + ", " + c + ")";
    }

    private Expr function(Type type, Scope scope, int levels, Scope body) {
        Type argument = argument();
        String name = composer.name("v");
        body.declare(new Variable(name, argument, false));
        return Expr.of(
                type,
                Construct.ASYNC_FUNCTION,
                "await(((AsyncFunction<" + argument.box() + ", " + type.box() + ">) " + name + " -> #).apply(#))",
                composer.statements.body(body, dice.between(0, 2)),
                composer.expressions.of(argument, scope, levels - 1));
    }

    private Expr anonymous(Type type, Scope scope, int levels, Scope body) {
        Type argument = argument();
        String name = composer.name("v");
        String types = argument.box() + ", " + type.box();
        Scope inner = body.inClass(composer.main);
        inner.declare(new Variable(name, argument, false));
        inner.declare(new Variable("q", Type.INT, false));
        Scope initialiser = scope.captured(Scope.Mode.PLAIN, null).inClass(composer.main);
        return Expr.of(
                type,
                Construct.ASYNC_ANONYMOUS_CLASS,
                "await(new AsyncFunction<" + types + ">() { int q = #; @Async @Override public Coroutine<" + type.box()
                        + "> apply(" + argument.box() + " " + name + ") throws Exception # }.apply(#))",
                composer.expressions.leaf(Type.INT, initialiser),
                composer.statements.body(inner, dice.between(0, 2)),
                composer.expressions.of(argument, scope, levels - 1));
    }

    /** A type that is a type argument as it is. */
    private Type argument() {
        return dice.pick(Type.BOXED_INT, Type.BOXED_LONG, Type.STRING, Type.OBJECT, Type.INTS);
    }
}
