package dev.fermata.processor.check;

import dev.fermata.processor.names.RuntimeNames;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What is made and let go.
 *
 * @param made what it is
 * @param name the name of the method that makes it, or of the variable that holds it
 * @param way how it is let go
 */
record DroppedValue(Made made, String name, Way way) {
    /** What calls make that is of no use unless somebody takes it. */
    enum Made {
        COROUTINE,
        GENERATOR,
        ASYNC_GENERATOR,
        /** What the methods of an async generator return that move it on. */
        STEP,
        TASK;

        /**
         * Returns what a method makes. Its declared type decides: {@code E} of {@code List.remove} may stand for a coroutine, but
         * that one was made before.
         */
        static Optional<Made> by(@Nullable Element called) {
            if (!(called instanceof ExecutableElement method)
                    || method.getKind() != ElementKind.METHOD
                    || method.getReturnType().getKind() != TypeKind.DECLARED) {
                return Optional.empty();
            }
            if (isCreateTask(method)) {
                return Optional.of(TASK);
            }
            Optional<Made> made = of(method.getReturnType());
            return made.isPresent() || !isStep(method) ? made : Optional.of(STEP);
        }

        /** Returns which of the three types with a body a type is; these very types, as their subtypes may be anything. */
        static Optional<Made> of(TypeMirror type) {
            if (type.getKind() != TypeKind.DECLARED
                    || !(((DeclaredType) type).asElement() instanceof TypeElement element)) {
                return Optional.empty();
            }
            return switch (element.getQualifiedName().toString()) {
                case RuntimeNames.COROUTINE -> Optional.of(COROUTINE);
                case RuntimeNames.GENERATOR -> Optional.of(GENERATOR);
                case RuntimeNames.ASYNC_GENERATOR -> Optional.of(ASYNC_GENERATOR);
                default -> Optional.empty();
            };
        }

        /** TaskGroup has a method of this name, too: a group looks after its tasks. */
        private static boolean isCreateTask(ExecutableElement method) {
            return method.getSimpleName().contentEquals(KnownNames.CREATE_TASK)
                    && (RuntimeTypes.isMethod(method, RuntimeNames.ASYNCIO, KnownNames.CREATE_TASK)
                            || RuntimeTypes.isA(Inheritance.owner(method).asType(), RuntimeNames.EVENT_LOOP));
        }

        private static boolean isStep(ExecutableElement method) {
            return RuntimeTypes.isMethod(method, RuntimeNames.ASYNC_GENERATOR, KnownNames.ANEXT)
                    || RuntimeTypes.isMethod(method, RuntimeNames.ASYNC_GENERATOR, KnownNames.ASEND)
                    || RuntimeTypes.isMethod(method, RuntimeNames.ASYNC_GENERATOR, KnownNames.ATHROW);
        }
    }

    /** How something is let go. */
    sealed interface Way {
        /** A call whose value nobody takes: a statement, or the body of a lambda that returns nothing. */
        record Call() implements Way {}

        /** A method reference for a method that returns nothing. */
        record Reference(String interfaceName) implements Way {}

        /** A local variable that is never read. */
        record Variable() implements Way {}
    }
}
