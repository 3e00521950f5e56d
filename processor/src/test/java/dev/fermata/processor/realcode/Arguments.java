package dev.fermata.processor.realcode;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Makes arguments for methods, the same ones for the same seed. */
final class Arguments {
    /** Edges, and what texts and arrays have for lengths. None is so large that code which counts to it takes long. */
    private static final long[] NUMBERS = {
        0, 1, -1, 2, 3, 4, 5, 7, 8, 10, 12, 16, 31, 32, 33, 48, 63, 64, 65, 97, 100, 127, 128, 255, 256, 1000, -2, -7,
        -128
    };

    private static final long[] EDGES = {
        Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, 65_535, 32_767, -32_768, 0x1F600, 0xD83D
    };

    private static final double[] DOUBLES = {
        0.0,
        -0.0,
        1,
        -1,
        0.5,
        2.5,
        -3.75,
        1e10,
        1e-10,
        Double.MAX_VALUE,
        Double.MIN_VALUE,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };

    private static final String[] TEXTS = {
        "",
        " ",
        "a",
        "A",
        "abc",
        "abcabc",
        "Hello, World",
        " padded\t",
        "0",
        "-12",
        "12.5e3",
        "0x1F",
        "true",
        "NaN",
        "äöüß",
        "\uD83D\uDE00x",
        "\uD83D",
        "a,b,,c",
        "line\nline",
        "[](){}",
        "%s %d",
        "null"
    };

    private static final Set<Class<?>> PLAIN = Set.of(
            Object.class,
            String.class,
            CharSequence.class,
            Comparable.class,
            Number.class,
            Integer.class,
            Long.class,
            Short.class,
            Byte.class,
            Character.class,
            Boolean.class,
            Float.class,
            Double.class,
            BigInteger.class,
            BigDecimal.class,
            StringBuilder.class,
            Locale.class,
            Iterable.class,
            Collection.class,
            List.class,
            Set.class,
            Map.class,
            Iterator.class,
            Throwable.class,
            Class.class);

    private final Random random;

    Arguments(long seed) {
        random = new Random(seed);
    }

    /** Whether values of a type can be made. */
    static boolean canMake(Class<?> type) {
        if (type.isArray()) {
            return canMake(type.getComponentType());
        }
        return type.isPrimitive() || type.isEnum() || isFunctional(type) || PLAIN.contains(type);
    }

    /** Whether a type is an interface that a lambda can be made for. */
    private static boolean isFunctional(Class<?> type) {
        return type.isInterface()
                && !PLAIN.contains(type)
                && Arrays.stream(type.getMethods())
                                .filter(it -> Modifier.isAbstract(it.getModifiers()) && !isOfObject(it))
                                .count()
                        == 1;
    }

    private static boolean isOfObject(Method method) {
        return method.getName().equals("equals")
                || method.getName().equals("hashCode")
                || method.getName().equals("toString");
    }

    Object[] tuple(Class<?>[] types) {
        return Arrays.stream(types).map(this::make).toArray();
    }

    private Object make(Class<?> type) {
        if (!type.isPrimitive() && random.nextInt(12) == 0) {
            return null;
        }
        if (type.isArray()) {
            return array(type.getComponentType());
        }
        if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return constants.length == 0 ? null : constants[random.nextInt(constants.length)];
        }
        if (isFunctional(type)) {
            return function(type);
        }
        return switch (type.getName()) {
            case "boolean", "java.lang.Boolean" -> random.nextBoolean();
            case "char", "java.lang.Character" -> character();
            case "byte", "java.lang.Byte" -> (byte) number();
            case "short", "java.lang.Short" -> (short) number();
            case "int", "java.lang.Integer" -> (int) number();
            case "long", "java.lang.Long" -> random.nextInt(4) == 0 ? random.nextLong() : number();
            case "float", "java.lang.Float" -> (float) real();
            case "double", "java.lang.Double" -> real();
            case "java.lang.Number" -> random.nextBoolean() ? (Number) (int) number() : (Number) real();
            case "java.lang.String", "java.lang.CharSequence", "java.lang.Comparable" -> text();
            case "java.lang.StringBuilder" -> new StringBuilder(text());
            case "java.math.BigInteger" -> new BigInteger(random.nextInt(200), random).subtract(BigInteger.TEN);
            case "java.math.BigDecimal" -> BigDecimal.valueOf(number(), random.nextInt(6));
            case "java.util.Locale" -> random.nextBoolean() ? Locale.ROOT : Locale.US;
            case "java.util.Set" -> new LinkedHashSet<>(list());
            case "java.util.Map" -> map();
            case "java.util.Iterator" -> list().iterator();
            case "java.util.Iterable", "java.util.Collection", "java.util.List" -> list();
            case "java.lang.Throwable" -> new IllegalStateException(text());
            case "java.lang.Class" ->
                List.of(String.class, int.class, Integer.class, Object[].class, List.class)
                        .get(random.nextInt(5));
            default -> random.nextInt(3) == 0 ? (Object) (int) number() : text();
        };
    }

    private long number() {
        return switch (random.nextInt(8)) {
            case 0 -> EDGES[random.nextInt(EDGES.length)];
            case 1, 2 -> random.nextInt(20) - 4;
            default -> NUMBERS[random.nextInt(NUMBERS.length)];
        };
    }

    private double real() {
        return random.nextInt(3) == 0 ? random.nextGaussian() * 1000 : DOUBLES[random.nextInt(DOUBLES.length)];
    }

    private char character() {
        return random.nextInt(4) == 0 ? (char) random.nextInt(0x10000) : (char) (' ' + random.nextInt(95));
    }

    private String text() {
        if (random.nextInt(3) > 0) {
            return TEXTS[random.nextInt(TEXTS.length)];
        }
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(12); length > 0; length--) {
            text.append(character());
        }
        return text.toString();
    }

    private Object array(Class<?> component) {
        Object array = Array.newInstance(component, random.nextInt(7));
        for (int index = 0; index < Array.getLength(array); index++) {
            Array.set(array, index, make(component));
        }
        return array;
    }

    private List<Object> list() {
        boolean texts = random.nextBoolean();
        List<Object> list = new ArrayList<>();
        for (int size = random.nextInt(6); size > 0; size--) {
            list.add(texts ? text() : (Object) (int) number());
        }
        return list;
    }

    private Map<Object, Object> map() {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int size = random.nextInt(5); size > 0; size--) {
            map.put(text(), (int) number());
        }
        return map;
    }

    /** A function without state: equal arguments give equal results, and a comparator is a total order. */
    private static Object function(Class<?> type) {
        if (type == Comparator.class) {
            return Comparator.comparing(String::valueOf);
        }
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            Object[] given = arguments == null ? new Object[0] : arguments;
            if (isOfObject(method)) {
                return switch (method.getName()) {
                    case "equals" -> proxy == given[0];
                    case "hashCode" -> 7;
                    default -> "function";
                };
            }
            if (method.isDefault()) {
                throw new UnsupportedOperationException(method.getName());
            }
            String text = Picture.of(given);
            return switch (method.getReturnType().getName()) {
                case "void" -> null;
                case "boolean" -> text.hashCode() % 2 == 0;
                case "char" -> (char) ('a' + Math.floorMod(text.hashCode(), 26));
                case "byte" -> (byte) (text.hashCode() % 10);
                case "short" -> (short) (text.hashCode() % 10);
                case "int" -> text.hashCode() % 10;
                case "long" -> text.hashCode() % 10L;
                case "float" -> text.hashCode() % 10 / 4F;
                case "double" -> text.hashCode() % 10 / 4.0;
                case "java.lang.Object", "java.lang.String", "java.lang.CharSequence" -> text;
                default -> null;
            };
        });
    }
}
