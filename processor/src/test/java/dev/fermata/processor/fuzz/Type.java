package dev.fermata.processor.fuzz;

import java.util.List;
import java.util.stream.Stream;

/** The types that generated programs have variables, fields, parameters and results of. */
enum Type {
    INT("int", "Integer", "I"),
    LONG("long", "Long", "J"),
    FLOAT("float", "Float", "F"),
    DOUBLE("double", "Double", "D"),
    BYTE("byte", "Byte", "B"),
    SHORT("short", "Short", "S"),
    CHAR("char", "Character", "C"),
    BOOLEAN("boolean", "Boolean", "Z"),
    STRING("String", "String", "T"),
    OBJECT("Object", "Object", "O"),
    BOXED_INT("Integer", "Integer", "Ib"),
    BOXED_LONG("Long", "Long", "Jb"),
    INTS("int[]", "int[]", "aI"),
    LONGS("long[]", "long[]", "aJ"),
    DOUBLES("double[]", "double[]", "aD"),
    BYTES("byte[]", "byte[]", "aB"),
    CHARS("char[]", "char[]", "aC"),
    STRINGS("String[]", "String[]", "aT"),
    OBJECTS("Object[]", "Object[]", "aO"),
    MATRIX("int[][]", "int[][]", "aaI"),
    LIST("List<Integer>", "List<Integer>", "L"),
    BOX("Kit.Box", "Kit.Box", "X"),
    PAIR("Kit.Pair", "Kit.Pair", "R"),
    HUE("Kit.Hue", "Kit.Hue", "E");

    static final List<Type> PRIMITIVES = List.of(INT, LONG, FLOAT, DOUBLE, BYTE, SHORT, CHAR, BOOLEAN);
    static final List<Type> NUMBERS = List.of(INT, LONG, FLOAT, DOUBLE, BYTE, SHORT, CHAR);
    static final List<Type> ARRAYS = List.of(INTS, LONGS, DOUBLES, BYTES, CHARS, STRINGS, OBJECTS, MATRIX);
    static final List<Type> RESULTS = List.of(
            INT, INT, INT, STRING, STRING, LONG, OBJECT, BOOLEAN, DOUBLE, BYTE, CHAR, INTS, LIST, PAIR, FLOAT, SHORT);

    private final String source;
    private final String box;
    private final String tag;

    Type(String source, String box, String tag) {
        this.source = source;
        this.box = box;
        this.tag = tag;
    }

    /** How it is written. */
    String source() {
        return source;
    }

    /** How it is written as a type argument. */
    String box() {
        return box;
    }

    /** The end of the names of fields of this type. */
    String tag() {
        return tag;
    }

    boolean isPrimitive() {
        return PRIMITIVES.contains(this);
    }

    boolean isNumber() {
        return NUMBERS.contains(this);
    }

    boolean isIntegral() {
        return isNumber() && this != FLOAT && this != DOUBLE;
    }

    boolean isNarrow() {
        return this == BYTE || this == SHORT || this == CHAR;
    }

    /** The type of the elements of an array. */
    Type component() {
        return switch (this) {
            case INTS -> INT;
            case LONGS -> LONG;
            case DOUBLES -> DOUBLE;
            case BYTES -> BYTE;
            case CHARS -> CHAR;
            case STRINGS -> STRING;
            case OBJECTS -> OBJECT;
            case MATRIX -> INTS;
            default -> throw new IllegalStateException(this + " is no array");
        };
    }

    /** The array types with such elements. */
    List<Type> arrays() {
        return ARRAYS.stream().filter(array -> array.component() == this).toList();
    }

    /** All types that a variable may have, those that matter to operand stacks more often. */
    static List<Type> often() {
        return Stream.of(Stream.of(values()), PRIMITIVES.stream(), Stream.of(INT, INT, LONG, STRING, STRING, OBJECT))
                .flatMap(types -> types)
                .toList();
    }
}
