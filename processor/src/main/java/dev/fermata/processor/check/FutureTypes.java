package dev.fermata.processor.check;

import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** The two types of the platform that a coroutine function may return; it starts at the call then. */
final class FutureTypes {
    static final String COMPLETABLE_FUTURE = "java.util.concurrent.CompletableFuture";
    static final String COMPLETION_STAGE = "java.util.concurrent.CompletionStage";
    private static final String FUTURE = "java.util.concurrent.Future";

    private FutureTypes() {}

    /** Tells whether a type is one of the two, with any type arguments or none. */
    static boolean isFuture(TypeMirror type) {
        return RuntimeTypes.isExactly(type, COMPLETABLE_FUTURE) || RuntimeTypes.isExactly(type, COMPLETION_STAGE);
    }

    /** Returns the simple name of the one that a type is. */
    static Optional<String> nameOf(TypeMirror type) {
        return List.of(COMPLETABLE_FUTURE, COMPLETION_STAGE).stream()
                .filter(name -> RuntimeTypes.isExactly(type, name))
                .map(RuntimeTypes::simple)
                .findFirst();
    }

    /** Tells whether a future is meant: also by their sub- and supertypes, which cannot be returned. */
    static boolean isMeant(TypeMirror type) {
        return RuntimeTypes.isA(type, FUTURE) || RuntimeTypes.isA(type, COMPLETION_STAGE);
    }
}
