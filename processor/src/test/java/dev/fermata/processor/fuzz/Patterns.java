package dev.fermata.processor.fuzz;

/** Labels of pattern switches. */
final class Patterns {
    private Patterns() {}

    /** A label, whose variables it declares. */
    static String label(Composer composer, String pattern, Scope scope) {
        String name = composer.name("p");
        switch (pattern) {
            case "null":
                return "case null";
            case "record":
                declare(scope, name + "a", Type.OBJECT);
                declare(scope, name + "b", Type.INT);
                declare(scope, name + "c", Type.LONG);
                return "case Kit.Pair(Object " + name + "a, int " + name + "b, long " + name + "c)";
            case "nested":
                declare(scope, name + "b", Type.INT);
                declare(scope, name + "d", Type.INT);
                return "case Kit.Pair(Kit.Pair(var " + name + "a, int " + name + "b, var " + name + "c), int " + name
                        + "d, long " + name + "e)";
            default:
                Type type = switch (pattern) {
                    case "Integer" -> Type.BOXED_INT;
                    case "Long" -> Type.BOXED_LONG;
                    case "String" -> Type.STRING;
                    default -> Type.BOX;
                };
                declare(scope, name, type);
                return "case " + type.source() + " " + name;
        }
    }

    private static void declare(Scope scope, String name, Type type) {
        scope.declare(new Variable(name, type, true));
    }
}
