package dev.fermata.processor.check;

import dev.fermata.processor.names.RuntimeNames;
import javax.lang.model.element.Element;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;

/** Types with {@code @Bridge} inside of code: javac names only types of packages and of types to annotation processors. */
final class UnseenBridges {
    private UnseenBridges() {}

    static boolean has(TypeElement type) {
        return RuntimeTypes.carries(type, RuntimeNames.BRIDGE) && isInCode(type);
    }

    private static boolean isInCode(TypeElement type) {
        for (Element each = type; each != null; each = each.getEnclosingElement()) {
            if (each instanceof TypeElement around && isLocal(around)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLocal(TypeElement type) {
        return type.getNestingKind() == NestingKind.LOCAL || type.getNestingKind() == NestingKind.ANONYMOUS;
    }
}
