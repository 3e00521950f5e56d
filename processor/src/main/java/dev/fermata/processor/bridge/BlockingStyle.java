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
import javax.lang.model.element.Modifier;

/** Waits for the end of the coroutine. */
final class BlockingStyle implements Style {
    private static final ClassName CALLER = ClassName.bestGuess(RuntimeNames.BLOCKING_CALLER);
    private static final ClassName ITERATOR = ClassName.bestGuess(RuntimeNames.BLOCKING_ITERATOR);
    private static final ClassName ASYNCIO = ClassName.bestGuess(RuntimeNames.ASYNCIO);

    @Override
    public String suffix() {
        return "Blocking";
    }

    @Override
    public boolean covers(Kind kind) {
        return true;
    }

    @Override
    public TypeName returns(BridgedFunction function) {
        return switch (function.kind()) {
            case COROUTINE -> function.result();
            case VOID_COROUTINE -> TypeName.VOID;
            case ASYNC_GENERATOR -> ParameterizedTypeName.get(ITERATOR, function.result());
        };
    }

    @Override
    public boolean isDirect() {
        return true;
    }

    @Override
    public boolean doesWithoutLoop() {
        return true;
    }

    @Override
    public CodeBlock describe(BridgedType type) {
        return CodeBlock.of(
                """
                The coroutine functions of {@link $T} for threads that wait: each call runs one to its end.

                <p>A call in the thread of a running loop is an {@link IllegalStateException}. An interrupt cancels the coroutine; a
                cancelled one is a {@link $T}. More is said at {@link $T}.
                """, type.rawName(), ClassName.get("java.util.concurrent", "CancellationException"), CALLER);
    }

    @Override
    public CodeBlock describe(Kind kind, CodeBlock link) {
        return kind == Kind.ASYNC_GENERATOR
                ? CodeBlock.of("Runs through $L, waiting for each element.", link)
                : CodeBlock.of("Runs $L and waits for its end.", link);
    }

    @Override
    public String describeReturned(Kind kind) {
        return switch (kind) {
            case COROUTINE -> "what the coroutine returns";
            case VOID_COROUTINE -> "";
            case ASYNC_GENERATOR -> "an iterator, to be closed";
        };
    }

    @Override
    public FieldSpec field() {
        return FieldSpec.builder(CALLER, "caller", Modifier.PRIVATE, Modifier.FINAL)
                .build();
    }

    @Override
    public List<MethodSpec> constructors(BridgedType type, boolean isPublic) {
        MethodSpec.Builder ownLoop = MethodSpec.constructorBuilder()
                .addJavadoc("""
                        Runs each call on a loop of its own in the calling thread, as {@link $T#run} does.

                        @param target whose functions are called
                        """, ASYNCIO)
                .addParameter(type.name(), TARGET)
                .addStatement("this($L, $T.ownLoop())", TARGET, CALLER);
        MethodSpec.Builder onLoop = MethodSpec.constructorBuilder()
                .addJavadoc("""
                        Runs all calls on a loop.

                        @param target whose functions are called
                        @param loop the loop, which runs in another thread
                        """)
                .addParameter(type.name(), TARGET)
                .addParameter(EVENT_LOOP, "loop")
                .addStatement("this($L, $T.on(loop))", TARGET, CALLER);
        if (isPublic) {
            ownLoop.addModifiers(Modifier.PUBLIC);
            onLoop.addModifiers(Modifier.PUBLIC);
        }
        MethodSpec.Builder common = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(type.name(), TARGET)
                .addParameter(CALLER, "caller")
                .addStatement("this.$1L = $2T.requireNonNull($1L, $1S)", TARGET, Objects.class)
                .addStatement("this.caller = caller");
        return List.of(ownLoop.build(), onLoop.build(), common.build());
    }

    @Override
    public CodeBlock call(Kind kind, CodeBlock original) {
        return CodeBlock.of("this.caller.$L($L)", method(kind), original);
    }

    @Override
    public CodeBlock callOn(String loop, Kind kind, CodeBlock original) {
        return CodeBlock.of("$T.on($L).$L($L)", CALLER, loop, method(kind), original);
    }

    @Override
    public CodeBlock callWithoutLoop(Kind kind, CodeBlock original) {
        return CodeBlock.of("$T.ownLoop().$L($L)", CALLER, method(kind), original);
    }

    private static String method(Kind kind) {
        return kind == Kind.ASYNC_GENERATOR ? "iterate" : "call";
    }
}
