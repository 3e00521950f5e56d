/** The coroutines, and the event loop that runs them. */
@org.jspecify.annotations.NullMarked
@SuppressWarnings("requires-automatic") // Micrometer's is one; its name is in its manifest, so it stays
module dev.fermata {
    requires static org.jspecify;
    requires static context.propagation; // for dev.fermata.asyncio.micrometer and for nothing else
    requires static org.junit.jupiter.api; // for dev.fermata.asyncio.junit and for nothing else
    // For the guard that javac starts, and for nothing else. It is not provided as a service here: the module could not
    // be resolved where jdk.compiler is missing, as in most images that programs are shipped in. javac looks for
    // plugins
    // on class path and processor path only, and reads META-INF/services there.
    requires static jdk.compiler;
    // For Ctrl-C, which is left to the JVM where it is missing.
    requires static jdk.unsupported;
    // For the adapters, and for nothing else.
    requires static io.netty.common;
    requires static java.desktop;

    uses dev.fermata.asyncio.LoopProvider;

    exports dev.fermata;
    exports dev.fermata.machine; // for generated code, not for humans
    exports dev.fermata.asyncio;
    exports dev.fermata.asyncio.adapters;
    exports dev.fermata.asyncio.junit;
    exports dev.fermata.asyncio.micrometer;
    exports dev.fermata.asyncio.sync;
    exports dev.fermata.asyncio.testing;
    exports dev.fermata.inspect;
}
