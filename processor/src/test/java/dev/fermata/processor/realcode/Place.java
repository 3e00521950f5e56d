package dev.fermata.processor.realcode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where there are pure public static methods to run.
 *
 * @param corpus the classes that are rewritten
 * @param library what they refer to
 */
record Place(Corpus corpus, Library library) {
    private static final Pattern JDK =
            Pattern.compile("java/lang/(Math|StrictMath|Integer|Long|Short|Byte|Character|Boolean|Float"
                    + "|Double)|java/util/(Arrays|Objects|BitSet|Collections)(\\$.*)?");
    private static final Pattern GUAVA = Pattern.compile("com/google/common/(math|primitives)/.*");
    private static final Pattern ALL =
            Pattern.compile("com/google/common/(base|math|primitives|collect|hash|escape|html|xml|net|io)/.*"
                    + "|org/apache/commons/lang3/(?!concurrent|time|event).*"
                    + "|org/apache/commons/math3/(util|fraction|primes)/.*"
                    + "|kotlin/(text|ranges|collections|math|comparisons|sequences|internal)/.*|kotlin/U\\w+"
                    + "|scala/(math|runtime|util|collection)/.*"
                    + "|org/springframework/(util|core)/\\w+|com/fasterxml/jackson/core/(io|util)/.*"
                    + "|org/objectweb/asm/Type|org/codehaus/groovy/runtime/\\w+GroovyMethods|io/netty/util/.*");

    static List<Place> small() {
        Corpus guava = Corpus.ofJarWith(com.google.common.base.Strings.class);
        return List.of(jdk(), new Place(Renewed.of(guava.only(GUAVA.asMatchPredicate())), Library.of(List.of(guava))));
    }

    static List<Place> large(Path folder) {
        List<Place> places = new ArrayList<>();
        places.add(jdk());
        for (Source source : Source.jars(folder)) {
            Corpus some = source.corpus().only(ALL.asMatchPredicate());
            if (!some.classes().isEmpty()) {
                places.add(new Place(some, source.library()));
            }
        }
        return places;
    }

    /** Copies of classes of the JDK, which call those that were not copied. */
    private static Place jdk() {
        Corpus base = Corpus.ofModule("java.base");
        RenamedModule renamed = new RenamedModule(base, JDK.asMatchPredicate());
        return new Place(renamed.corpus(base.only(JDK.asMatchPredicate())), renamed.library());
    }
}
