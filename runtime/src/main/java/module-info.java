/** The coroutines, and the event loop that runs them. */
@org.jspecify.annotations.NullMarked
module dev.fermata {
    requires static org.jspecify;
    // For the guard that javac starts, and for nothing else. It is not provided as a service here: the module could not
    // be resolved where jdk.compiler is missing, as in most images that programs are shipped in. javac looks for
    // plugins
    // on class path and processor path only, and reads META-INF/services there.
    requires static jdk.compiler;

    exports dev.fermata;
    exports dev.fermata.machine; // for generated code, not for humans
    exports dev.fermata.asyncio;
    exports dev.fermata.asyncio.sync;
    exports dev.fermata.inspect;
}
