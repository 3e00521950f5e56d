package dev.fermata.processor.command;

import dev.fermata.processor.classfile.Unwoven;
import dev.fermata.processor.diagnostic.Line;
import dev.fermata.processor.weave.Problem;

/** What {@code verify} says of what it finds, beside what every door says. */
final class FindingTexts {
    private static final Line WEAVE =
            Line.of("Compile it with javac and fermata-processor on the processor path, or run weave over it.");

    private FindingTexts() {}

    static Problem unwoven(String className, Unwoven.Place place) {
        String method = place.method().startsWith("lambda$") ? "a lambda" : "'" + place.method() + "'";
        Line what = place.call().isEmpty()
                ? Line.of("%s of %s was not rewritten; it would run at the call", method, dotted(className))
                : Line.of(
                        "%s in %s of %s was not rewritten; it would throw when it is reached",
                        place.call(), method, dotted(className));
        return new Problem(className, place.method(), place.descriptor(), place.line(), what, WEAVE);
    }

    static Problem missing(String className, String missing, String question) {
        return Problem.of(
                className,
                Line.of(
                        "class %s cannot be judged; %s is missing, which tells " + question.replace("%", "%%"),
                        dotted(className),
                        dotted(missing)),
                Line.of("Put the jar or folder that holds it on the class path."));
    }

    static Problem stray(String extra, String host, boolean hostThere, boolean hostWoven) {
        String why = "is no longer rewritten";
        if (!hostThere) {
            why = "does not lie beside it";
        } else if (hostWoven) {
            why = "does not use it any more";
        }
        return Problem.of(
                extra,
                Line.of("generated class %s is left over; its host %s " + why, dotted(extra), dotted(host)),
                Line.of("Empty the output folder and compile again, or run weave, which deletes it."));
    }

    static Problem noNestmate(String className, String extra, String nestHost) {
        return Problem.of(
                className,
                Line.of(
                        "class %s cannot be called by its generated class %s; nest host %s does not name that",
                        dotted(className), dotted(extra), dotted(nestHost)),
                Line.of("Empty the output folder and compile again, or run weave, which adds it."));
    }

    private static String dotted(String internalName) {
        return internalName.replace('/', '.');
    }
}
