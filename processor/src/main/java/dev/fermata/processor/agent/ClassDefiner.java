package dev.fermata.processor.agent;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Defines classes in loaders of others. */
@FunctionalInterface
interface ClassDefiner {
    /**
     * Defines a class, unless the loader has it: the class that it belongs to may be tried a second time, after a first failed
     * for another reason.
     *
     * @param loader the loader
     * @param name the binary name of the class
     * @param bytes its class file
     * @param domain the protection domain of the class that it belongs to, or null for the loader's own
     * @throws Throwable what the virtual machine says
     */
    void define(ClassLoader loader, String name, byte[] bytes, @Nullable ProtectionDomain domain) throws Throwable;

    /**
     * Opens {@code java.lang} to reach {@code ClassLoader.defineClass}: for the module of one class in a loader of its own and not
     * for that of the agent, which is that of everybody on the class path.
     */
    static ClassDefiner open(Instrumentation instrumentation) {
        try {
            Class<?> gate = new GateLoader().gate();
            instrumentation.redefineModule(
                    Object.class.getModule(),
                    Set.of(),
                    Map.of(),
                    Map.of("java.lang", Set.of(gate.getModule())),
                    Set.of(),
                    Map.of());
            var constructor = gate.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object opened = constructor.newInstance();
            var define = gate.getDeclaredMethod(
                    "define", ClassLoader.class, String.class, byte[].class, ProtectionDomain.class);
            define.setAccessible(true);
            return (loader, name, bytes, domain) -> {
                try {
                    define.invoke(opened, loader, name, bytes, domain);
                } catch (InvocationTargetException thrown) {
                    throw thrown.getCause() == null ? thrown : thrown.getCause();
                }
            };
        } catch (IOException | ReflectiveOperationException impossible) {
            throw new IllegalStateException("Fermata's agent cannot define classes: " + impossible, impossible);
        }
    }

    /** Loads {@link Gate} once more, into a module that nothing else is in. */
    final class GateLoader extends ClassLoader {
        GateLoader() {
            super("fermata-agent", ClassLoader.getPlatformClassLoader());
        }

        Class<?> gate() throws IOException {
            String file = Gate.class.getSimpleName() + ".class";
            try (InputStream in = Gate.class.getResourceAsStream(file)) {
                if (in == null) {
                    throw new IOException(file + " is missing in the agent's jar");
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(Gate.class.getName(), bytes, 0, bytes.length);
            }
        }
    }
}
