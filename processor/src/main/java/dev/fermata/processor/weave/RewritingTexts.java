package dev.fermata.processor.weave;

import dev.fermata.processor.classfile.FileTransform;
import dev.fermata.processor.diagnostic.Line;
import dev.fermata.processor.transform.Rejection;
import java.io.IOException;

/** Why a class was not rewritten, in words that are the same at every door. */
public final class RewritingTexts {
    private RewritingTexts() {}

    /** The transform has rejected a method, or a class. */
    public static Problem rejected(String className, Rejection rejection) {
        String line = rejection.line() > 0 ? " (line " + rejection.line() + ")" : "";
        String predicate = " was not rewritten; it " + plain(rejection.reason()) + line;
        Line what;
        if (rejection.method().isEmpty()) {
            what = Line.of("class %s" + predicate, dotted(className));
        } else if (rejection.method().startsWith("lambda$")) {
            // The user has never seen the name that javac gave it.
            what = Line.of("a lambda of %s" + predicate, dotted(className));
        } else {
            what = Line.of("'%s' of %s" + predicate, rejection.method(), dotted(className));
        }
        Line cure;
        if (FileTransform.isForMissing(rejection)) {
            cure = Line.of("Put the jar or folder that holds it on the class path.");
        } else if (rejection.isOfBadCode()) {
            cure = Line.of(
                    "The compiler wrote it so; javac 17 does, of synchronized or try in a switch that is an operand: give the switch a variable of its own.");
        } else {
            cure = Line.of("Change that, or take @Async or @Yields off and build the coroutine from other methods.");
        }
        return new Problem(className, rejection.method(), rejection.descriptor(), rejection.line(), what, cure);
    }

    /** Another method of its class was rejected, and a class is rewritten whole or not at all. */
    public static Problem draggedAlong(String className, String method, String descriptor) {
        return new Problem(
                className,
                method,
                descriptor,
                0,
                Line.of(
                        "'%s' of %s was not rewritten; its class has another method that cannot be",
                        method, dotted(className)),
                Line.of("Change the other one, or move it to a class of its own."));
    }

    /** It was rewritten by a processor of another version. */
    public static Problem otherFormat(String className, int found, int ours) {
        return Problem.of(
                className,
                Line.of(
                        "class %s was rewritten before, for format %s of the runtime; this processor writes format %s",
                        dotted(className), String.valueOf(found), String.valueOf(ours)),
                Line.of("Keep one version of fermata-processor on the path, empty the output folder and recompile."));
    }

    /** The file of a class holds another class. */
    public static Problem otherClass(String className, String found) {
        return Problem.of(
                className,
                Line.of("class %s was not rewritten; its class file holds %s", dotted(className), dotted(found)),
                Line.of("Give classes names that differ in more than upper and lower case."));
    }

    /** The class file is not that of the source. */
    public static Problem methodMissing(String className, String method, String descriptor) {
        return new Problem(
                className,
                method,
                descriptor,
                0,
                Line.of("'%s' of %s was not rewritten; its class file has no such method", method, dotted(className)),
                Line.of("Empty the output folder and recompile; if that does not help, report it."));
    }

    /** The source says that there is something to rewrite, and the class file does not. */
    public static Problem leftAlone(String className, String method, String descriptor) {
        return new Problem(
                className,
                method,
                descriptor,
                0,
                Line.of("'%s' of %s was not rewritten; the transform saw nothing to do", method, dotted(className)),
                Line.of("Report it, with the source of the method."));
    }

    /** It is no class file, or one of a later Java. */
    public static Problem unreadable(String file) {
        // The path as a word and not as a name: names are cut to fit.
        return Problem.of(
                "",
                Line.of(plain(file)
                        + " is no class file that can be understood, or one of a later Java than Fermata knows"),
                Line.of("Compile it again, with a lower --release if need be, or update Fermata."));
    }

    /** The nest host must be written, too. */
    public static Problem nestHostMissing(String className, String nestHost) {
        return Problem.of(
                className,
                Line.of(
                        "class %s was not rewritten; the class file of its nest host %s does not lie beside it",
                        dotted(className), dotted(nestHost)),
                Line.of("Keep the classes of one source file together."));
    }

    /** At load time a nest host cannot be changed any more when its members come. */
    public static Problem nestHostUnprepared(String className, String nestHost) {
        return Problem.of(
                className,
                Line.of(
                        "class %s was not rewritten; its nest host %s was loaded without knowing of it",
                        dotted(className), dotted(nestHost)),
                Line.of("Include both, from a loader that gives their class files as resources, or run weave before."));
    }

    /** It was rewritten, and what was generated for it is not there. */
    public static Problem extraMissing(String className, String extra) {
        return Problem.of(
                className,
                Line.of(
                        "class %s was rewritten, and its generated class %s does not lie beside it",
                        dotted(className), dotted(extra)),
                Line.of("Empty the output folder and compile again, or keep the two together."));
    }

    /** A class file cannot be read or written. */
    public static Problem unwritable(String className, IOException failure) {
        return Problem.of(
                className,
                Line.of(
                        "class %s was not rewritten; its class files cannot be written: %s",
                        dotted(className), failure.toString()),
                Line.of("Make the output folder writable, and recompile."));
    }

    /**
     * An exception of ours. A line holds no stack trace, so that is printed only when asked for.
     *
     * @param className the internal name of the class
     * @param bug what was thrown
     * @param debug the option that asks for it, as it is written at this door
     */
    public static Problem bug(String className, Throwable bug, String debug) {
        StackTraceElement[] trace = bug.getStackTrace();
        return Problem.of(
                className,
                Line.of(
                        "class %s was not rewritten; internal error: %s: %s (%s)",
                        dotted(className),
                        bug.getClass().getSimpleName(),
                        bug.getMessage() == null ? "no message" : bug.getMessage(),
                        trace.length == 0 ? "no trace" : trace[0].getFileName() + ":" + trace[0].getLineNumber()),
                Line.of("Report it, with the stack trace that %s prints.", debug));
    }

    /** The text of others in a pattern. */
    private static String plain(String text) {
        return text.replace("%", "%%");
    }

    private static String dotted(String internalName) {
        return internalName.replace('/', '.');
    }
}
