package dev.fermata.processor.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Operators, calls of the kit, and the making of objects and arrays: the expressions that are peculiar to a type. */
final class Operators {
    private final Composer composer;
    private final Dice dice;

    Operators(Composer composer) {
        this.composer = composer;
        this.dice = composer.dice;
    }

    Expr of(Type type, Scope scope, int levels) {
        return switch (type) {
            case INT -> ofInt(scope, levels);
            case LONG -> ofLong(scope, levels);
            case FLOAT -> arithmetic(Type.FLOAT, List.of(Type.FLOAT, Type.INT, Type.LONG), scope, levels);
            case DOUBLE -> arithmetic(Type.DOUBLE, List.of(Type.DOUBLE, Type.INT, Type.FLOAT), scope, levels);
            case BYTE, SHORT -> cast(type, dice.pick(Type.INT, Type.LONG, Type.DOUBLE, Type.CHAR), scope, levels);
            case CHAR -> make(Type.CHAR, Construct.CAST, "((char) ('a' + (# & 15)))", scope, levels, Type.INT);
            case BOOLEAN -> ofBoolean(scope, levels);
            case STRING -> ofString(scope, levels);
            case OBJECT -> ofObject(scope, levels);
            case BOXED_INT -> make(type, Construct.BOXING, "((Integer) #)", scope, levels, Type.INT);
            case BOXED_LONG -> make(type, Construct.BOXING, "((Long) #)", scope, levels, Type.LONG);
            case INTS ->
                dice.percent(30)
                        ? varargs(Type.INTS, "Kit.four(", Type.INT, scope, levels)
                        : array(type, scope, levels);
            case LONGS, DOUBLES, BYTES, CHARS, STRINGS, OBJECTS, MATRIX -> array(type, scope, levels);
            case LIST -> varargs(Type.LIST, "List.<Integer>of(", Type.INT, scope, levels);
            case BOX -> ofBox(scope, levels);
            case PAIR ->
                make(
                        type,
                        Construct.NEW_RECORD,
                        "new Kit.Pair(#, #, #)",
                        scope,
                        levels,
                        Type.OBJECT,
                        Type.INT,
                        Type.LONG);
            case HUE -> make(type, Construct.STATIC_CALL, "Kit.hue(#)", scope, levels, Type.INT);
        };
    }

    private Expr ofInt(Scope scope, int levels) {
        if (composer.fresh && dice.percent(35)) {
            return make(
                    Type.INT,
                    Construct.NEW_INITIALISING,
                    "new " + composer.main + "Init" + dice.below(3) + "(#, #).v",
                    scope,
                    levels,
                    Type.INT,
                    Type.OBJECT);
        }
        return switch (dice.below(14)) {
            case 0, 1, 2 ->
                make(
                        Type.INT,
                        Construct.BINARY,
                        "(# " + dice.pick("+", "-", "*", "&", "|", "^", "<<", ">>", ">>>") + " #)",
                        scope,
                        levels,
                        Type.INT,
                        dice.pick(Type.INT, Type.INT, Type.BYTE, Type.SHORT, Type.CHAR));
            case 3 ->
                make(
                        Type.INT,
                        Construct.DIVISION,
                        "(# " + dice.pick("/", "%") + (dice.percent(85) ? " (# | 1))" : " #)"),
                        scope,
                        levels,
                        Type.INT,
                        Type.INT);
            case 4 -> cast(Type.INT, dice.pick(Type.LONG, Type.DOUBLE, Type.FLOAT, Type.CHAR), scope, levels);
            case 5 ->
                make(
                        Type.INT,
                        Construct.STATIC_CALL,
                        "Kit.mix(#, #, #, #, #)",
                        scope,
                        levels,
                        Type.INT,
                        Type.LONG,
                        Type.DOUBLE,
                        Type.STRING,
                        Type.OBJECT);
            case 6 -> varargs(Type.INT, "Kit.sum(", Type.INT, scope, levels);
            case 7 -> make(Type.INT, Construct.METHOD_CHAIN, "#.num()", scope, levels, Type.BOX);
            case 8 -> make(Type.INT, Construct.METHOD_CHAIN, "#.b()", scope, levels, Type.PAIR);
            case 9 ->
                make(
                        Type.INT,
                        Construct.STATIC_CALL,
                        "Kit.toInt(#)",
                        scope,
                        levels,
                        dice.pick(Type.OBJECT, Type.STRING, Type.LIST));
            case 10 -> make(Type.INT, Construct.ARRAY_LENGTH, "#.length", scope, levels, dice.pick(Type.ARRAYS));
            case 11 ->
                dice.percent(50)
                        ? make(Type.INT, Construct.UNARY, dice.pick("(~#)", "(- #)"), scope, levels, Type.INT)
                        : make(Type.INT, Construct.UNBOXING, "(~#)", scope, levels, Type.BOXED_INT);
            case 12 -> make(Type.INT, Construct.METHOD_CHAIN, "#.ordinal()", scope, levels, Type.HUE);
            default -> scope.lambdas() ? composer.lambdas.plain(scope, levels) : ofLeaf(Type.INT, scope);
        };
    }

    private Expr ofLeaf(Type type, Scope scope) {
        return composer.expressions.leaf(type, scope);
    }

    private Expr ofLong(Scope scope, int levels) {
        return switch (dice.below(7)) {
            case 0, 1 ->
                make(
                        Type.LONG,
                        Construct.BINARY,
                        "(# " + dice.pick("+", "-", "*", "&", "|", "^", "<<", ">>>") + " #)",
                        scope,
                        levels,
                        Type.LONG,
                        dice.pick(Type.INT, Type.LONG, Type.SHORT));
            case 2 -> cast(Type.LONG, dice.pick(Type.INT, Type.DOUBLE, Type.FLOAT, Type.CHAR), scope, levels);
            case 3 ->
                make(
                        Type.LONG,
                        Construct.STATIC_CALL,
                        "Kit.wide(#, #, #, #, #, #, #)",
                        scope,
                        levels,
                        Type.LONG,
                        Type.DOUBLE,
                        Type.BYTE,
                        Type.SHORT,
                        Type.CHAR,
                        Type.BOOLEAN,
                        Type.FLOAT);
            case 4 -> make(Type.LONG, Construct.DIVISION, "(# / (# | 1L))", scope, levels, Type.LONG, Type.LONG);
            case 5 -> make(Type.LONG, Construct.UNBOXING, "(- #)", scope, levels, Type.BOXED_LONG);
            default -> make(Type.LONG, Construct.METHOD_CHAIN, "#.c()", scope, levels, Type.PAIR);
        };
    }

    private Expr ofBoolean(Scope scope, int levels) {
        Type number = dice.pick(Type.NUMBERS);
        return switch (dice.below(9)) {
            case 0, 1, 2 ->
                make(
                        Type.BOOLEAN,
                        Construct.COMPARISON,
                        "(# " + dice.pick("<", ">", "<=", "==", "!=") + " #)",
                        scope,
                        levels,
                        number,
                        number);
            case 3, 4, 5 ->
                make(
                        Type.BOOLEAN,
                        Construct.SHORT_CIRCUIT,
                        "(# " + dice.pick("&&", "||") + " #)",
                        scope,
                        levels,
                        Type.BOOLEAN,
                        Type.BOOLEAN);
            case 6 ->
                make(
                        Type.BOOLEAN,
                        Construct.BINARY,
                        "(# " + dice.pick("^", "&", "|") + " #)",
                        scope,
                        levels,
                        Type.BOOLEAN,
                        Type.BOOLEAN);
            case 7 -> make(Type.BOOLEAN, Construct.UNARY, "(!#)", scope, levels, Type.BOOLEAN);
            default ->
                dice.percent(50)
                        ? make(
                                Type.BOOLEAN,
                                Construct.INSTANCEOF,
                                "(((Object) #) instanceof " + dice.pick("Integer", "String", "Number", "Kit.Box") + ")",
                                scope,
                                levels,
                                Type.OBJECT)
                        : make(Type.BOOLEAN, Construct.COMPARISON, "(# == null)", scope, levels, Type.OBJECT);
        };
    }

    private Expr ofString(Scope scope, int levels) {
        List<Type> all = List.of(Type.values());
        switch (dice.below(6)) {
            case 0, 1, 2:
                List<Expr> operands = new ArrayList<>();
                for (int i = dice.between(1, 3); i > 0; i--) {
                    operands.add(composer.expressions.of(
                            dice.percent(60) ? dice.pick(Type.PRIMITIVES) : dice.pick(Type.STRING, Type.BOXED_INT),
                            scope,
                            levels - 1));
                }
                String words = "Kit.cut(\"" + dice.pick("a", "-", "") + "\""
                        + operands.stream().map(operand -> " + #").collect(Collectors.joining()) + ")";
                return Expr.of(Type.STRING, Construct.CONCATENATION, words, operands.toArray(new Expr[0]));
            case 3:
                Expr head = composer.expressions.of(Type.STRING, scope, levels - 1);
                Expr rest = composer.expressions.of(
                        dice.pick(Type.INT, Type.LONG, Type.CHAR, Type.DOUBLE), scope, levels - 1);
                return Expr.of(Type.STRING, Construct.VARARGS, "Kit.join(#, #)", head, rest);
            case 4:
                return make(
                        Type.STRING,
                        Construct.STATIC_CALL,
                        "String.valueOf(#)",
                        scope,
                        levels,
                        dice.pick(Type.INT, Type.LONG, Type.CHAR, Type.BOOLEAN, Type.DOUBLE));
            default:
                return make(Type.STRING, Construct.STATIC_CALL, "Kit.text(#)", scope, levels, dice.pick(all));
        }
    }

    private Expr ofObject(Scope scope, int levels) {
        switch (dice.below(8)) {
            case 0:
                return make(
                        Type.OBJECT,
                        Construct.NEW_NESTED,
                        "((Object) new Kit.Box(new Kit.Pair(#, #, #)))",
                        scope,
                        levels,
                        Type.OBJECT,
                        Type.INT,
                        Type.LONG);
            case 1:
                if (scope.isAsync()) {
                    return make(Type.OBJECT, Construct.SUSPEND, "((Object) suspend(#))", scope, levels, Type.STRING);
                }
                return make(Type.OBJECT, Construct.NEW, "((Object) new Kit.Box(#))", scope, levels, Type.INT);
            case 2:
                if (scope.lambdas()) {
                    return composer.lambdas.triple(scope, levels);
                }
                return composer.expressions.leaf(Type.OBJECT, scope);
            case 3:
                if (composer.fresh) {
                    String init = composer.main + "Init";
                    return make(
                            Type.OBJECT,
                            Construct.NEW_INITIALISING,
                            "((Object) new " + init + dice.below(3) + "(#, new " + init + dice.below(3) + "(#, #)))",
                            scope,
                            levels,
                            Type.INT,
                            Type.INT,
                            Type.OBJECT);
                }
                return make(Type.OBJECT, Construct.CAST, "((Object) #)", scope, levels, dice.pick(Type.ARRAYS));
            default:
                return make(Type.OBJECT, Construct.BOXING, "((Object) #)", scope, levels, dice.pick(Type.often()));
        }
    }

    private Expr ofBox(Scope scope, int levels) {
        return switch (dice.below(4)) {
            case 0 -> make(Type.BOX, Construct.NEW, "new Kit.Box(#)", scope, levels, Type.OBJECT);
            case 1 ->
                make(Type.BOX, Construct.NEW, "new Kit.Box(#, #, #)", scope, levels, Type.INT, Type.LONG, Type.OBJECT);
            case 2 ->
                make(
                        Type.BOX,
                        Construct.NEW_VARARGS,
                        "new Kit.Box(#, #, (Object) #)",
                        scope,
                        levels,
                        Type.DOUBLE,
                        Type.STRING,
                        Type.INT);
            default -> make(Type.BOX, Construct.METHOD_CHAIN, "#.with(#)", scope, levels, Type.BOX, Type.INT);
        };
    }

    private Expr arithmetic(Type type, List<Type> right, Scope scope, int levels) {
        return dice.percent(60)
                ? make(
                        type,
                        Construct.BINARY,
                        "(# " + dice.pick("+", "-", "*", "/", "%") + " #)",
                        scope,
                        levels,
                        type,
                        dice.pick(right))
                : cast(type, dice.pick(Type.INT, Type.LONG), scope, levels);
    }

    private Expr cast(Type to, Type from, Scope scope, int levels) {
        return make(to, Construct.CAST, "((" + to.source() + ") #)", scope, levels, from);
    }

    private Expr array(Type type, Scope scope, int levels) {
        Type component = type.component();
        if (type == Type.MATRIX) {
            return dice.percent(50)
                    ? make(
                            type,
                            Construct.NEW_ARRAY,
                            "(new int[2 + (# & 3)][1 + (# & 3)])",
                            scope,
                            levels,
                            Type.INT,
                            Type.INT)
                    : make(
                            type,
                            Construct.ARRAY_INITIALISER,
                            "(new int[][] {{#, 2}, #, {1, #}, {3}})",
                            scope,
                            levels,
                            Type.INT,
                            Type.INTS,
                            Type.INT);
        }
        if (dice.percent(20)) {
            return make(
                    type,
                    Construct.NEW_ARRAY,
                    "(new " + component.source() + "[4 + (# & 3)])",
                    scope,
                    levels,
                    Type.INT);
        }
        return make(
                type,
                Construct.ARRAY_INITIALISER,
                "(new " + type.source() + " {#, #, #, #})",
                scope,
                levels,
                component,
                component,
                component,
                component);
    }

    private Expr varargs(Type type, String head, Type operand, Scope scope, int levels) {
        int count = dice.below(4);
        Expr[] operands = new Expr[count];
        for (int i = 0; i < count; i++) {
            operands[i] = composer.expressions.of(operand, scope, levels - 1);
        }
        String holes = String.join(", ", Collections.nCopies(count, "#"));
        return Expr.of(type, Construct.VARARGS, head + holes + ")", operands);
    }

    private Expr make(Type type, Construct construct, String words, Scope scope, int levels, Type... operands) {
        Expr[] trees = new Expr[operands.length];
        for (int i = 0; i < operands.length; i++) {
            trees[i] = composer.expressions.of(operands[i], scope, levels - 1);
        }
        return Expr.of(type, construct, words, trees);
    }
}
