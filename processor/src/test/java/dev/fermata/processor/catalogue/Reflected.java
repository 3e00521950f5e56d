package dev.fermata.processor.catalogue;

import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** All that reflection tells of a class, as text; without what rewriting adds. */
final class Reflected {
    private static final String MARKER = "@dev.fermata.machine.Transformed";

    private final List<String> text = new ArrayList<>();

    private Reflected() {}

    static List<String> describe(Class<?> type) {
        Reflected reflected = new Reflected();
        reflected.type(type);
        Stream.of(type.getDeclaredFields()).forEach(reflected::field);
        Stream.of(type.getDeclaredConstructors()).forEach(reflected::executable);
        Stream.of(type.getDeclaredMethods()).filter(it -> !isBody(it)).forEach(reflected::executable);
        return reflected.text.stream().sorted().toList();
    }

    /** The methods, as they are declared. */
    static List<String> methods(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .map(Method::toString)
                .sorted()
                .toList();
    }

    /** Those of them that are bodies of functions. */
    static List<String> bodies(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(Reflected::isBody)
                .map(Method::toString)
                .sorted()
                .toList();
    }

    private static boolean isBody(Method method) {
        return method.getName().endsWith("$async");
    }

    private void type(Class<?> type) {
        say("class", type.toGenericString(), Integer.toHexString(type.getModifiers()), type.isSynthetic());
        say("super", type.getAnnotatedSuperclass(), Arrays.toString(type.getAnnotatedInterfaces()));
        say("annotations", annotations(type));
        say("enclosing", type.getEnclosingClass(), type.getEnclosingMethod(), type.getEnclosingConstructor());
        say("nest", type.getNestHost(), nestMembers(type));
        say("declares", classes(type.getDeclaredClasses()));
        say("kind", type.isRecord(), type.isEnum(), type.isSealed(), type.isAnonymousClass(), type.isLocalClass());
        if (type.isSealed()) {
            say("permits", classes(type.getPermittedSubclasses()));
        }
        if (type.isRecord()) {
            Stream.of(type.getRecordComponents()).forEach(this::component);
        }
        if (Serializable.class.isAssignableFrom(type) && !type.isInterface()) {
            say("serialVersionUID", ObjectStreamClass.lookup(type).getSerialVersionUID());
        }
    }

    private void component(RecordComponent component) {
        say(
                "component",
                component,
                component.getGenericSignature(),
                annotations(component),
                text(component.getAnnotatedType()));
    }

    private void field(Field field) {
        say("field", field.toGenericString(), field.isSynthetic(), annotations(field), text(field.getAnnotatedType()));
    }

    private void executable(Executable executable) {
        String name = executable.toString();
        say(
                name,
                executable.toGenericString(),
                Integer.toHexString(executable.getModifiers()),
                executable.isSynthetic());
        say(name, "is", annotations(executable), executable.isVarArgs(), text(executable.getAnnotatedReturnType()));
        say(name, "receiver", text(executable.getAnnotatedReceiverType()));
        say(name, "throws", Arrays.toString(executable.getAnnotatedExceptionTypes()));
        say(name, "parameter annotations", Arrays.deepToString(executable.getParameterAnnotations()));
        for (Parameter parameter : executable.getParameters()) {
            say(name, parameter, parameter.isNamePresent(), parameter.getModifiers(), annotations(parameter));
            say(name, parameter, text(parameter.getAnnotatedType()));
        }
        if (executable instanceof Method method) {
            say(name, "method", method.isBridge(), method.isDefault(), value(method.getDefaultValue()));
        }
        if (executable instanceof Constructor<?>) {
            say(name, "constructor");
        }
    }

    private static String text(AnnotatedType type) {
        return String.valueOf(type);
    }

    /** Arrays by what they hold. */
    private static String value(Object value) {
        return Arrays.deepToString(new Object[] {value});
    }

    private static List<String> annotations(AnnotatedElement element) {
        return Stream.of(element.getDeclaredAnnotations())
                .map(Annotation::toString)
                .filter(it -> !it.startsWith(MARKER))
                .toList();
    }

    private static List<String> nestMembers(Class<?> type) {
        return Stream.of(type.getNestMembers())
                .filter(it -> !it.isSynthetic() || !it.getSuperclass().getName().startsWith("dev.fermata."))
                .map(Class::getName)
                .toList();
    }

    private static List<String> classes(Class<?>[] types) {
        return Stream.of(types).map(Class::getName).sorted().toList();
    }

    private void say(Object... words) {
        text.add(String.join(" | ", Stream.of(words).map(Objects::toString).toList()));
    }
}
