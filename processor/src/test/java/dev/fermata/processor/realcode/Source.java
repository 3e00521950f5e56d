package dev.fermata.processor.realcode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is fed to the proof.
 *
 * @param corpus the classes
 * @param library what they refer to
 */
record Source(Corpus corpus, Library library) {
    /** Classes that are not so large that a few would take most of the time. */
    private static final int LARGEST = 25_000;

    /** Of every so-many-th class, for every run of the tests: what is there anyway. */
    static List<Source> small() {
        List<Source> sources = new ArrayList<>();
        Corpus base = Corpus.ofModule("java.base");
        RenamedModule renamed = new RenamedModule(base, name -> true);
        sources.add(new Source(renamed.corpus(base.every(90).upTo(LARGEST)), renamed.library()));
        List<Class<?>> known = List.of(
                org.objectweb.asm.ClassReader.class,
                org.assertj.core.api.Assertions.class,
                com.google.common.base.Strings.class,
                org.eclipse.jdt.core.compiler.CharOperation.class);
        List<Corpus> jars = Renewed.of(known.stream().map(Corpus::ofJarWith).toList());
        Library library = Library.of(jars);
        for (Corpus jar : jars) {
            sources.add(new Source(jar.every(1 + jar.classes().size() / 20).upTo(LARGEST), library));
        }
        return sources;
    }

    /** Whether it is a module of the JDK, which has no version in its name. */
    boolean isOfJdk() {
        return Character.isLetter(corpus.name().charAt(corpus.name().length() - 1));
    }

    /** Everything: two modules of the running JDK, and the jars that the long mode has fetched into a folder. */
    static List<Source> large(Path folder) {
        List<Source> sources = new ArrayList<>();
        for (String module : List.of("java.base", "jdk.compiler")) {
            Corpus corpus = Corpus.ofModule(module);
            RenamedModule renamed = new RenamedModule(corpus, name -> true);
            sources.add(new Source(renamed.corpus(corpus), renamed.library()));
        }
        sources.addAll(jars(folder));
        return sources;
    }

    /** The jars of a folder, each with all of them to refer to. */
    static List<Source> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Corpus> jars = Renewed.of(files.filter(it -> it.toString().endsWith(".jar"))
                    .sorted()
                    .map(Corpus::ofJar)
                    .toList());
            Library library = Library.of(jars);
            return jars.stream().map(it -> new Source(it, library)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
