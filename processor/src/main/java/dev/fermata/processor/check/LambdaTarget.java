package dev.fermata.processor.check;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * A functional interface that a lambda is written for.
 *
 * @param type the interface
 * @param method its functional method, declared or inherited; one with {@code @Async} before others that are the same to
 *     javac
 */
record LambdaTarget(TypeElement type, ExecutableElement method) {
    String interfaceName() {
        return type.getSimpleName().toString();
    }
}
