package dev.fermata.processor.classfile;

import dev.fermata.processor.transform.Outcome;
import dev.fermata.processor.transform.Rejection;
import dev.fermata.processor.transform.TransformOptions;
import dev.fermata.processor.transform.Transformer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;

/**
 * The transform where no compiler can be asked: class files tell of other classes, and a class that is needed to tell and is not
 * there is a rejection, not a guess.
 */
public final class FileTransform {
    /** How reasons of ours begin; see {@link #isForMissing}. */
    private static final String MISSING = "cannot be judged: ";

    private FileTransform() {}

    /**
     * Transforms a class file.
     *
     * @param classFile the class file as the compiler wrote it
     * @param hierarchy the classes around it, itself among them
     * @param options how to transform
     * @return what came of it; a class that cannot hold anything of Fermata's is unchanged without being read
     */
    public static Outcome transform(byte[] classFile, Hierarchy hierarchy, TransformOptions options) {
        if (!Mentions.fermata(classFile)) {
            return new Outcome.Unchanged();
        }
        ClassFileLookup lookup = new ClassFileLookup(hierarchy, coroutineLambdas(classFile));
        Outcome outcome = Transformer.transform(classFile, lookup, options);
        if (lookup.missing().isEmpty()) {
            return outcome;
        }
        String name = new ClassReader(classFile).getClassName();
        List<Rejection> rejections = new ArrayList<>();
        lookup.missing()
                .forEach((type, question) -> rejections.add(new Rejection(
                        name, "", "", 0, MISSING + type.replace('/', '.') + " is missing, which tells " + question)));
        if (outcome instanceof Outcome.Rejected rejected) {
            rejections.addAll(rejected.rejections());
        }
        return new Outcome.Rejected(rejections);
    }

    /** Tells whether a rejection is for a class that is missing: nothing is wrong with the method then. */
    public static boolean isForMissing(Rejection rejection) {
        return rejection.reason().startsWith(MISSING);
    }

    /**
     * Tells whether a class file may hold anything of Fermata's; most do not.
     *
     * @param classFile the class file
     * @return false if there is certainly nothing to rewrite in it, nor any stray await
     */
    public static boolean mayConcern(byte[] classFile) {
        return Mentions.fermata(classFile);
    }

    /**
     * Tells whether a class file may be a nest host's that has members.
     *
     * @param classFile the class file
     * @return false if it certainly names none
     */
    public static boolean namesNestMembers(byte[] classFile) {
        return Mentions.nestMembers(classFile);
    }

    /** None of what cannot be read: the transform says why not. */
    private static Set<String> coroutineLambdas(byte[] classFile) {
        try {
            return CoroutineLambdas.of(classFile);
        } catch (RuntimeException unreadable) {
            return Set.of();
        }
    }
}
