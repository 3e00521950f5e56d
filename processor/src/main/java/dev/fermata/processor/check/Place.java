package dev.fermata.processor.check;

import dev.fermata.processor.diagnostic.Line;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.VariableElement;

/** What a context is the code of. */
sealed interface Place {
    /** Returns how messages call it: the end of "in ..". */
    Line shown();

    /**
     * The body of a method.
     *
     * @param element the method
     * @param inheritance knows what it overrides
     */
    record Method(ExecutableElement element, Inheritance inheritance) implements Place {
        @Override
        public Line shown() {
            return Line.of("'%s'", name());
        }

        /** Looked up where it is asked for only: it may take a walk through many large superclasses. */
        Optional<ExecutableElement> overridden() {
            return inheritance.overridden(element);
        }

        String name() {
            return element.getSimpleName().toString();
        }
    }

    /** The body of a constructor of a class of this name, arguments of {@code super(..)} included. */
    record Constructor(Name type) implements Place {
        @Override
        public Line shown() {
            return Line.of("constructor '%s'", type.toString());
        }
    }

    /** The initialiser of a field or enum constant. */
    record Field(VariableElement element) implements Place {
        @Override
        public Line shown() {
            String noun = element.getKind() == ElementKind.ENUM_CONSTANT ? "enum constant" : "field";
            return Line.of(noun + " '%s'", element.getSimpleName().toString());
        }
    }

    /** A static or instance initialiser block. */
    record Block(boolean isStatic) implements Place {
        @Override
        public Line shown() {
            return Line.of(isStatic ? "a static initialiser" : "an instance initialiser");
        }
    }

    /**
     * The body of a lambda.
     *
     * @param target what it is a lambda for, if that is known
     * @param scope the method that opens a scope for this lambda, as {@code TaskGroup.run}, if it is given to one
     */
    record Lambda(Optional<LambdaTarget> target, Optional<String> scope) implements Place {
        @Override
        public Line shown() {
            return target.map(known -> Line.of("a lambda for '%s'", known.interfaceName()))
                    .orElseGet(() -> Line.of("a lambda"));
        }
    }
}
