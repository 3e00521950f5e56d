package dev.fermata.processor.fuzz;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What programs are made of; the programs of a default run have all of it among them. */
enum Construct {
    ANONYMOUS_CLASS,
    ARRAY_ELEMENT,
    ARRAY_INITIALISER,
    ARRAY_LENGTH,
    ASSERT,
    ASSIGNMENT,
    ASYNC_ANONYMOUS_CLASS,
    ASYNC_FOR,
    ASYNC_FUNCTION,
    ASYNC_GENERATOR_LOOP,
    ASYNC_LAMBDA_EXPRESSION,
    ASYNC_OWN_INTERFACE,
    ASYNC_SUPPLIER,
    ASYNC_TRY,
    ASYNC_YIELD,
    ASYNC_YIELD_ELEMENT,
    AWAIT,
    AWAIT_CHECKED,
    AWAIT_COROUTINE,
    AWAIT_LATER,
    AWAIT_STAGE,
    AWAIT_STATEMENT,
    BINARY,
    BLOCK,
    BOXING,
    BREAK,
    BREAK_LABEL,
    CALL_DEFAULT,
    CALL_ENUM,
    CALL_ENUM_CONSTANT,
    CALL_FIELD_LAMBDA,
    CALL_GENERIC,
    CALL_INHERITED,
    CALL_INNER,
    CALL_INSTANCE,
    CALL_INTERFACE_PRIVATE,
    CALL_INTERFACE_STATIC,
    CALL_LOCAL_CLASS,
    CALL_NESTED,
    CALL_OVERRIDDEN,
    CALL_PRIVATE,
    CALL_RECORD,
    CALL_STATIC,
    CAST,
    CLASS_BASE,
    CLASS_INITIALISED,
    CLASS_INTERFACE,
    CLASS_MAIN,
    COMPARISON,
    COMPOUND_ASSIGNMENT,
    CONCATENATION,
    CONDITIONAL,
    CONTINUE,
    CONTINUE_LABEL,
    DEAD_CODE,
    DIVISION,
    DO_WHILE,
    DRIVEN_ASYNC_GENERATOR,
    DRIVEN_GENERATOR,
    ENDLESS_LOOP,
    FALL_THROUGH,
    FIELD,
    FIELD_OF_RECEIVER,
    FOR,
    FOR_EACH,
    FOR_EACH_ARRAY,
    FRAME,
    FUNCTION_ASYNC_GENERATOR,
    FUNCTION_DEFAULT,
    FUNCTION_ENUM,
    FUNCTION_ENUM_CONSTANT,
    FUNCTION_FIELD_LAMBDA,
    FUNCTION_GENERATOR,
    FUNCTION_GENERIC,
    FUNCTION_INHERITED,
    FUNCTION_INNER,
    FUNCTION_INSTANCE,
    FUNCTION_INTERFACE_PRIVATE,
    FUNCTION_INTERFACE_STATIC,
    FUNCTION_NESTED,
    FUNCTION_OVERRIDE,
    FUNCTION_PRIVATE,
    FUNCTION_RECORD,
    FUNCTION_STATIC,
    GENERATOR_LOOP,
    GENERIC_METHOD,
    IF,
    IF_ELSE,
    INCREMENT,
    INSTANCEOF,
    INSTANCEOF_PATTERN,
    KEPT_FOR_HANDLER,
    LABELLED_BLOCK,
    LATE_IN_TRY,
    LATE_VARIABLE,
    LITERAL,
    LOCAL_CLASS,
    LOCAL_VARIABLE,
    LOG,
    MAY_THROW,
    METHOD_CHAIN,
    METHOD_REFERENCE,
    NEGATED_PATTERN,
    NESTED_RECORD_PATTERN,
    NEW,
    NEW_ARRAY,
    NEW_INITIALISING,
    NEW_NESTED,
    NEW_RECORD,
    NEW_VARARGS,
    PATTERN_SWITCH,
    PATTERN_SWITCH_STATEMENT,
    PLAIN_LAMBDA,
    RECORD_PATTERN,
    RETHROW,
    RETURN,
    RETURN_ASYNC_END,
    RETURN_CALL,
    RETURN_CONDITIONAL,
    RETURN_COROUTINE,
    RETURN_END,
    RETURN_LATER,
    RETURN_OUT_OF_TRY,
    RETURN_TYPE_VARIABLE,
    RISKY,
    SHORT_CIRCUIT,
    STATIC_CALL,
    STATIC_FIELD,
    STRING_APPEND,
    SUSPEND,
    SWITCH,
    SWITCH_EXPRESSION,
    SWITCH_EXPRESSION_OLD,
    SWITCH_OLD,
    SYNCHRONIZED,
    THROW,
    TRY_CATCH,
    TRY_CATCH_FINALLY,
    TRY_FINALLY,
    TRY_WITH_RESOURCES,
    UNARY,
    UNBOXING,
    VARARGS,
    VARIABLE,
    WHILE,
    YIELD,
    YIELD_ELEMENT,
    YIELD_FROM,
    YIELD_FROM_LIST,
    YIELD_STATEMENT;

    private static final Set<Construct> NEWER =
            EnumSet.of(NESTED_RECORD_PATTERN, PATTERN_SWITCH, PATTERN_SWITCH_STATEMENT, RECORD_PATTERN);

    /** Those that a language level has: pattern switches are of Java 21. */
    static Set<Construct> of(boolean newer) {
        return Arrays.stream(values())
                .filter(construct -> newer || !NEWER.contains(construct))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Construct.class)));
    }

    /** Whether it is a point at which a function may suspend. */
    boolean suspends() {
        return name().startsWith("AWAIT")
                || name().startsWith("YIELD_E")
                || name().contains("ASYNC_YIELD")
                || this == YIELD
                || this == SUSPEND
                || name().startsWith("CALL_")
                || this == METHOD_REFERENCE
                || isLambda()
                || this == ASYNC_FOR
                || this == ASYNC_TRY
                || name().startsWith("YIELD_FROM");
    }

    /** Whether it is a function that suspends. */
    boolean isFunction() {
        return name().startsWith("FUNCTION_") || this == LOCAL_CLASS || isLambda();
    }

    private boolean isLambda() {
        return this == ASYNC_SUPPLIER
                || this == ASYNC_FUNCTION
                || this == ASYNC_OWN_INTERFACE
                || this == ASYNC_LAMBDA_EXPRESSION
                || this == ASYNC_ANONYMOUS_CLASS;
    }
}
