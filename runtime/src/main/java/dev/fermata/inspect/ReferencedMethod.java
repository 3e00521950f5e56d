package dev.fermata.inspect;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is behind a method reference.
 *
 * <p>The object of a serializable lambda has a private writeReplace() that tells what it calls. Reflection may call it only
 * where the user's module opens the package to ours, so serialization calls it, which may everywhere: a stream to nowhere
 * takes the replacement before anything is written.
 *
 * @param target the method that it names, or the synthetic one that has a lambda's body
 * @param shape the method of the functional interface
 */
record ReferencedMethod(Method target, Method shape) {
    private static final String CURE = "; pass the java.lang.reflect.Method, or the class and the name of the method";

    /** Returns it, or nothing if a constructor is referred to. */
    static Optional<ReferencedMethod> of(FunctionRef reference) {
        SerializedLambda lambda = describe(reference);
        if (lambda.getImplMethodName().equals("<init>")) {
            return Optional.empty();
        }
        ClassLoader loader = reference.getClass().getClassLoader();
        return Optional.of(new ReferencedMethod(
                find(lambda.getImplClass(), lambda.getImplMethodName(), lambda.getImplMethodSignature(), loader),
                find(
                        lambda.getFunctionalInterfaceClass(),
                        lambda.getFunctionalInterfaceMethodName(),
                        lambda.getFunctionalInterfaceMethodSignature(),
                        loader)));
    }

    private static Method find(String owner, String name, String descriptor, @Nullable ClassLoader loader) {
        String type = owner.replace('/', '.');
        try {
            return Methods.require(
                    Class.forName(type, false, loader),
                    name,
                    MethodType.fromMethodDescriptorString(descriptor, loader).parameterArray());
        } catch (ClassNotFoundException | LinkageError | TypeNotPresentException unloadable) {
            throw new IllegalArgumentException(
                    "cannot load all that the method reference to " + type + "." + name + " names" + CURE, unloadable);
        }
    }

    private static SerializedLambda describe(FunctionRef reference) {
        try (Interception stream = new Interception()) {
            stream.writeObject(reference);
            if (stream.intercepted instanceof SerializedLambda lambda) {
                return lambda;
            }
            throw new IllegalArgumentException(
                    reference.getClass().getName() + " is a class of its own, not a method reference" + CURE);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "cannot look behind " + reference.getClass().getName() + CURE, unreadable);
        }
    }

    /** Keeps what the reference is replaced by, and writes null in its place. */
    private static final class Interception extends ObjectOutputStream {
        @Nullable
        Object intercepted;

        Interception() throws IOException {
            super(OutputStream.nullOutputStream());
            enableReplaceObject(true);
        }

        @Override
        protected @Nullable Object replaceObject(Object replacement) {
            intercepted = replacement;
            return null;
        }
    }
}
