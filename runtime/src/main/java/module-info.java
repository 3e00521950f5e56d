/** The coroutines, and the event loop that runs them. */
@org.jspecify.annotations.NullMarked
module dev.fermata {
    requires static org.jspecify;
    requires static jdk.compiler; // for the guard that javac starts, and for nothing else

    exports dev.fermata;
    exports dev.fermata.machine; // for generated code, not for humans
    exports dev.fermata.asyncio;
    exports dev.fermata.inspect;

// No `provides com.sun.source.util.Plugin`: the module could not be resolved where jdk.compiler is missing, as in most
// images that
// programs are shipped in. javac looks for plugins on the class path and processor path and reads META-INF/services
// there.
}
