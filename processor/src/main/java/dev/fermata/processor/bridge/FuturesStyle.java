package dev.fermata.processor.bridge;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.fermata.processor.bridge.BridgedFunction.Kind;
import dev.fermata.processor.names.RuntimeNames;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javax.lang.model.element.Modifier;

/**
 * Hands the coroutine to a loop. Async generators have no counterpart: one future does not make a sequence, and
 * java.util.concurrent has no sequence of futures that could be closed.
 */
final class FuturesStyle implements Style {
    private static final ClassName ASYNCIO = ClassName.bestGuess(RuntimeNames.ASYNCIO);
    private static final ClassName FUTURE = ClassName.get(CompletableFuture.class);

    @Override
    public String suffix() {
        return "Futures";
    }

    @Override
    public boolean covers(Kind kind) {
        return kind != Kind.ASYNC_GENERATOR;
    }

    @Override
    public TypeName returns(BridgedFunction function) {
        return ParameterizedTypeName.get(FUTURE, function.result());
    }

    @Override
    public boolean isDirect() {
        return false;
    }

    @Override
    public boolean doesWithoutLoop() {
        return false;
    }

    @Override
    public CodeBlock describe(BridgedType type) {
        return CodeBlock.of("""
                The coroutine functions of {@link $T} for code of futures: each call hands one to a loop.

                <p>Any thread may call them. A future gets what the coroutine throws as it is. Cancelling it cancels the coroutine; a
                cancelled one cancels it. More is said at {@link $T#runCoroutineThreadsafe}.
                """, type.rawName(), ASYNCIO);
    }

    @Override
    public CodeBlock describe(Kind kind, CodeBlock link) {
        return CodeBlock.of("Runs $L on the loop.", link);
    }

    @Override
    public String describeReturned(Kind kind) {
        return "a future of its outcome";
    }

    @Override
    public FieldSpec field() {
        return FieldSpec.builder(EVENT_LOOP, "loop", Modifier.PRIVATE, Modifier.FINAL)
                .build();
    }

    @Override
    public List<MethodSpec> constructors(BridgedType type, boolean isPublic) {
        MethodSpec.Builder onLoop = MethodSpec.constructorBuilder()
                .addJavadoc("""
                        Runs all calls on a loop.

                        @param target whose functions are called
                        @param loop the loop
                        """)
                .addParameter(type.name(), TARGET)
                .addParameter(EVENT_LOOP, "loop")
                .addStatement("this.$1L = $2T.requireNonNull($1L, $1S)", TARGET, Objects.class)
                .addStatement("this.$1L = $2T.requireNonNull($1L, $1S)", "loop", Objects.class);
        if (isPublic) {
            onLoop.addModifiers(Modifier.PUBLIC);
        }
        return List.of(onLoop.build());
    }

    @Override
    public CodeBlock call(Kind kind, CodeBlock original) {
        return callOn("this.loop", kind, original);
    }

    @Override
    public CodeBlock callOn(String loop, Kind kind, CodeBlock original) {
        return CodeBlock.of("$T.runCoroutineThreadsafe($L, $L)", ASYNCIO, original, loop);
    }

    @Override
    public CodeBlock callWithoutLoop(Kind kind, CodeBlock original) {
        throw new IllegalStateException("a future without a loop");
    }
}
