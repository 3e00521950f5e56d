package dev.fermata.processor.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/** The compiled programs of one side, to be run. */
final class Troupe {
    private final Kit kit;
    private final Path folder;
    private final ClassLoader loader;

    Troupe(Kit kit, Path folder) {
        this.kit = kit;
        this.folder = folder;
        loader = kit.load(folder);
    }

    /** Runs a program and gives its trace; in classes that were not initialised before if that is part of the trace. */
    @SuppressWarnings("unchecked")
    List<String> run(Program program, IntUnaryOperator fates) throws ReflectiveOperationException {
        ClassLoader classes = program.isFresh() ? kit.load(folder) : loader;
        Method main = classes.loadClass("fuzz.programs." + program.name()).getMethod("main");
        Method play = kit.stage().getMethod("play", Method.class, IntUnaryOperator.class);
        return (List<String>) play.invoke(null, main, fates);
    }

    /** Has the virtual machine verify all classes of a program, not only those that a run happens to need. */
    void verify(Program program) throws ClassNotFoundException {
        for (String name : classNames(program)) {
            try {
                Class.forName(name, true, loader);
            } catch (ExceptionInInitializerError | NoClassDefFoundError e) {
                // It was verified, for then its initialiser ran: some fail on purpose.
            }
        }
    }

    private List<String> classNames(Program program) {
        Path programs = folder.resolve("fuzz").resolve("programs");
        try (Stream<Path> files = Files.list(programs)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(program.name() + "\\D.*") && name.endsWith(".class"))
                    .map(name -> "fuzz.programs." + name.substring(0, name.length() - ".class".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
