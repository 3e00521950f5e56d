package dev.fermata.processor.fuzz;

/** What suspends: awaits in coroutine functions, yields in generator functions, and what may fail in either. */
final class Awaits {
    private final Composer composer;
    private final Dice dice;

    Awaits(Composer composer) {
        this.composer = composer;
        this.dice = composer.dice;
    }

    /** An expression that suspends, where it may, or may fail at least. */
    Expr of(Type type, Scope scope, int levels) {
        Expr bare = bare(type, scope, levels);
        if (type.isPrimitive()
                || dice.percent(50)
                || bare.construct() == Construct.YIELD
                || bare.construct() == Construct.ASYNC_YIELD) {
            return Expr.of(type, bare.construct(), "((" + type.source() + ") #)", bare);
        }
        return Expr.of(type, bare.construct(), "((" + type.box() + ") #)", bare);
    }

    /** The same for a place whose type javac takes into account: an initialiser, an operand of assignment. */
    Expr bare(Type type, Scope scope, int levels) {
        Expr value = composer.expressions.of(type, scope, levels - 1);
        String box = type.box();
        int chance = dice.below(100);
        if (scope.isAsyncGenerator() && chance % 4 == 0) {
            return yielded(type, value, "AsyncGenerator", Construct.ASYNC_YIELD);
        }
        if (scope.isAsync()) {
            if (chance < 40) {
                return make(type, Construct.AWAIT, "await(tape.<" + box + ">value(#))", value);
            }
            if (chance < 48) {
                return make(type, Construct.AWAIT_COROUTINE, "await(tape.<" + box + ">coroutine(#))", value);
            }
            if (chance < 56) {
                return make(type, Construct.AWAIT_STAGE, "await(tape.<" + box + ">stage(#))", value);
            }
            if (chance < 62) {
                return make(
                        type, Construct.AWAIT_CHECKED, "await(tape.<" + box + ">value(#), CheckedMishap.class)", value);
            }
            if (chance < 66) {
                return make(
                        type,
                        Construct.AWAIT_LATER,
                        "await(tape.later(() -> tape.<" + box + ">coroutine(#)))",
                        composer.expressions.leaf(type, scope.captured(Scope.Mode.PLAIN, null)));
            }
            if (chance < 87) {
                return composer.calls.awaited(type, scope, levels, value);
            }
            return scope.lambdas() && composer.canAfford(5)
                    ? composer.lambdas.awaited(type, scope, levels)
                    : make(type, Construct.AWAIT, "await(tape.<" + box + ">value(#))", value);
        }
        if (scope.isGenerator() && chance < 60) {
            return yielded(type, value, "Generator", Construct.YIELD);
        }
        return make(type, Construct.RISKY, "tape.<" + box + ">risky(#)", value);
    }

    /** What a consumer sends is anything, so it has to be made fit. */
    private static Expr yielded(Type type, Expr value, String owner, Construct construct) {
        return switch (type) {
            case INT -> make(type, construct, "Kit.toInt(" + owner + ".yield(#))", value);
            case LONG -> make(type, construct, "Kit.toLong(" + owner + ".yield(#))", value);
            case STRING -> make(type, construct, "Kit.text(" + owner + ".yield(#))", value);
            case BOOLEAN -> make(type, construct, "(" + owner + ".yield(#) == null)", value);
            case OBJECT -> make(type, construct, "((Object) " + owner + ".yield(#))", value);
            default -> make(type, Construct.RISKY, "tape.<" + type.box() + ">risky(#)", value);
        };
    }

    private static Expr make(Type type, Construct construct, String words, Expr value) {
        return Expr.of(type, construct, words, value);
    }
}
