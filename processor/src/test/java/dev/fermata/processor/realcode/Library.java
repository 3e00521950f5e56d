package dev.fermata.processor.realcode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.objectweb.asm.ClassReader;

/**
 * All class files that those to be proved may refer to, themselves included.
 *
 * @param classFiles class files by internal name; null for those that it does not have
 * @param superclasses names that some class has for its superclass, whether they are there or not
 */
record Library(Function<String, byte[]> classFiles, Set<String> superclasses) {
    static Library of(List<Corpus> corpora) {
        Map<String, byte[]> all = new HashMap<>();
        Set<String> superclasses = new HashSet<>();
        for (Corpus corpus : corpora) {
            all.putAll(corpus.classes());
            corpus.classes().values().forEach(it -> superclasses.add(new ClassReader(it).getSuperName()));
        }
        return new Library(all::get, superclasses);
    }

    /** The same with other class files for some. */
    Library with(Map<String, byte[]> others) {
        return new Library(
                name -> {
                    byte[] other = others.get(name);
                    return other == null ? classFiles.apply(name) : other;
                },
                superclasses);
    }
}
