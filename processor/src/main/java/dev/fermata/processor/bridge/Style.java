package dev.fermata.processor.bridge;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.fermata.processor.bridge.BridgedFunction.Kind;
import dev.fermata.processor.names.RuntimeNames;
import java.util.List;

/** In which way a companion calls coroutine functions. */
sealed interface Style permits BlockingStyle, FuturesStyle {
    /** All of them, in the order in which they are written. */
    List<Style> ALL = List.of(new BlockingStyle(), new FuturesStyle());

    ClassName EVENT_LOOP = ClassName.bestGuess(RuntimeNames.EVENT_LOOP);

    /** The field that holds the instance, and the parameter for it. */
    String TARGET = "target";

    /** Returns what the name of the companion ends with. */
    String suffix();

    /** Whether functions of a kind have a counterpart. */
    boolean covers(Kind kind);

    /** Returns what a counterpart returns. */
    TypeName returns(BridgedFunction function);

    /** Whether a counterpart returns what the coroutine does, and throws what it throws. */
    boolean isDirect();

    /** Whether a static function has a counterpart that is not given a loop. */
    boolean doesWithoutLoop();

    /** Returns the comment of the companion. */
    CodeBlock describe(BridgedType type);

    /** Returns what a counterpart does. */
    CodeBlock describe(Kind kind, CodeBlock link);

    /** Returns what a counterpart returns, in words. */
    String describeReturned(Kind kind);

    /** Returns the field beside the instance. */
    FieldSpec field();

    /** Returns the constructors; {@code isPublic} if all may call them. */
    List<MethodSpec> constructors(BridgedType type, boolean isPublic);

    /** Returns the call in the counterpart of an instance method; {@code original} is the lambda that calls that. */
    CodeBlock call(Kind kind, CodeBlock original);

    /** Returns the call in the counterpart of a static method that is given a loop. */
    CodeBlock callOn(String loop, Kind kind, CodeBlock original);

    /** Returns the call in the counterpart of a static method that is not. */
    CodeBlock callWithoutLoop(Kind kind, CodeBlock original);
}
