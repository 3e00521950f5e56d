package dev.fermata.processor.fuzz;

/** Statements that declare something: variables, at once or late, patterns that stay in scope, local classes. */
final class Declarations {
    private final Composer composer;
    private final Dice dice;

    Declarations(Composer composer) {
        this.composer = composer;
        this.dice = composer.dice;
    }

    /** A variable of any type. */
    Stmt variable(Scope scope) {
        return variable(dice.pick(Type.often()), scope);
    }

    private Stmt variable(Type type, Scope scope) {
        Expr value = dice.percent(25) && type != Type.BOOLEAN
                ? composer.awaits.bare(type, scope, 2)
                : composer.expressions.of(type, scope, 2);
        boolean fixed = dice.percent(40);
        String name = composer.name("v");
        scope.declare(new Variable(name, type, fixed));
        // Some that are never assigned again say so, and some do not.
        return Stmt.of(
                Construct.LOCAL_VARIABLE,
                (fixed && dice.percent(50) ? "final " : "") + type.source() + " " + name + " = #;",
                value);
    }

    /** A variable that gets its value in branches, or whose value a handler replaces. */
    Stmt late(Scope scope) {
        Type type = dice.pick(Type.often());
        String name = composer.name("v");
        String source = type.source();
        Expr one = composer.expressions.of(type, scope, 1);
        Expr two = composer.expressions.of(type, scope, 1);
        boolean fixed = true;
        Stmt statement;
        switch (dice.below(4)) {
            case 0:
                statement = Stmt.of(
                        Construct.LATE_VARIABLE,
                        "final " + source + " " + name + ";\nif (#) { " + name + " = #; } else { " + name + " = #; }",
                        composer.expressions.condition(scope, 1),
                        one,
                        two);
                break;
            case 1:
                statement = Stmt.of(
                        Construct.LATE_VARIABLE,
                        "final " + source + " " + name + ";\nswitch (# & 3) { case 1 -> " + name + " = #; case 2 -> { "
                                + name + " = #; } default -> " + name + " = #; }",
                        composer.expressions.of(Type.INT, scope, 1),
                        one,
                        two,
                        composer.expressions.leaf(type, scope));
                break;
            case 2:
                fixed = false;
                statement = Stmt.of(
                        Construct.LATE_IN_TRY,
                        source + " " + name + ";\ntry { " + name + " = #; } catch (RuntimeException "
                                + composer.name("e") + ") { tape.log(\"late\"); " + name + " = #; }",
                        one,
                        two);
                break;
            default:
                fixed = false;
                statement = Stmt.of(
                        Construct.KEPT_FOR_HANDLER,
                        source + " " + name + " = #;\ntry { " + name + " = #; " + name
                                + " = #; tape.risky(1); } catch (Exception " + composer.name("e")
                                + ") { tape.log(\"kept\", " + name + "); }",
                        composer.expressions.leaf(type, scope),
                        one,
                        two);
        }
        scope.declare(new Variable(name, type, fixed));
        return statement;
    }

    /** A pattern that has matched wherever the next statement is reached. */
    Stmt pattern(Scope scope) {
        Type type = dice.pick(Type.BOXED_INT, Type.BOXED_LONG, Type.STRING);
        String name = composer.name("p");
        Stmt statement = Stmt.of(
                Construct.NEGATED_PATTERN,
                "if (!(((Object) #) instanceof " + type.source() + " " + name + ")) { # }",
                composer.expressions.of(Type.OBJECT, scope, 1),
                composer.jumps.any(scope));
        scope.declare(new Variable(name, type, true));
        return statement;
    }

    /** A local class with a coroutine function, which captures what it can. */
    Stmt localClass(Scope scope) {
        Type type = dice.pick(Type.INT, Type.STRING, Type.LONG);
        String name = composer.name("Local");
        String parameter = composer.name("v");
        Scope body = scope.captured(Scope.Mode.ASYNC, type).inClass(composer.main);
        body.declare(new Variable("q", Type.INT, false));
        body.declare(new Variable(parameter, Type.INT, false));
        Block block = composer.statements.body(body, dice.between(0, 2));
        Expr constructed = composer.expressions.of(Type.INT, scope, 1);
        scope.declare(new Scope.LocalClass(name, type));
        return Stmt.of(
                Construct.LOCAL_CLASS,
                "class " + name + " { int q; " + name
                        + "(int q) { this.q = q; tape.log(\"local\", q); } @Async Coroutine<" + type.box()
                        + "> run(int " + parameter + ") throws Exception # }\ntape.log(#);",
                block,
                use(name, type, scope, constructed));
    }

    private static Expr use(String name, Type type, Scope scope, Expr argument) {
        return scope.isAsync()
                ? Expr.of(type, Construct.CALL_LOCAL_CLASS, "await(new " + name + "(#).run(3))", argument)
                : Expr.of(type, Construct.STATIC_CALL, "Kit.text(new " + name + "(#))", argument);
    }
}
