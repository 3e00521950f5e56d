package dev.fermata.processor.javac;

import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.DiagnosticText;
import dev.fermata.processor.diagnostic.Line;
import dev.fermata.processor.transform.Rejection;
import java.io.IOException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;

/** What the diagnostics of this room say: news about the build, as opposed to the checks of the source. */
final class BuildTexts {
    private static final String ECLIPSE = "org.eclipse.jdt.";

    private BuildTexts() {}

    static String unsupportedCompiler(ProcessingEnvironment environment, Element method) {
        String type = environment.getClass().getName();
        String version = environment.getClass().getPackage().getImplementationVersion();
        String compiler = (type.startsWith(ECLIPSE) ? "Eclipse's compiler" : "the compiler behind " + type)
                + (version == null ? "" : " " + version);
        return DiagnosticText.of(
                DiagnosticId.UNSUPPORTED_COMPILER,
                Line.of(
                        "'%s' of %s was not rewritten; %s is not javac, or hides it",
                        method.getSimpleName().toString(), String.valueOf(method.getEnclosingElement()), compiler),
                Line.of("Compile with javac; in an IDE, let Maven or Gradle build."));
    }

    /** Better than to take the option and write nothing. */
    static String noReportYet(String file) {
        return DiagnosticText.of(
                DiagnosticId.UNKNOWN_OPTION,
                Line.of("-Afermata.report=%s is not available yet; no report would be written", file),
                Line.of("Leave the option out."));
    }

    static Problem rejected(String className, Rejection rejection) {
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
        return new Problem(
                className,
                rejection.method(),
                rejection.descriptor(),
                rejection.line(),
                what,
                Line.of("Change that, or take @Async or @Yields off and build the coroutine from other methods."));
    }

    static Problem otherFormat(String className, int found, int ours) {
        return Problem.of(
                className,
                Line.of(
                        "class %s was rewritten before, for format %s of the runtime; this processor writes format %s",
                        dotted(className), String.valueOf(found), String.valueOf(ours)),
                Line.of("Keep one version of fermata-processor on the path, empty the output folder and recompile."));
    }

    static Problem otherClass(String className, String found) {
        return Problem.of(
                className,
                Line.of("class %s was not rewritten; its class file holds %s", dotted(className), dotted(found)),
                Line.of("Give classes names that differ in more than upper and lower case."));
    }

    static Problem methodMissing(String className, String method, String descriptor) {
        return new Problem(
                className,
                method,
                descriptor,
                0,
                Line.of("'%s' of %s was not rewritten; its class file has no such method", method, dotted(className)),
                Line.of("Empty the output folder and recompile; if that does not help, report it."));
    }

    static Problem leftAlone(String className, String method, String descriptor) {
        return new Problem(
                className,
                method,
                descriptor,
                0,
                Line.of("'%s' of %s was not rewritten; the transform saw nothing to do", method, dotted(className)),
                Line.of("Report it, with the source of the method."));
    }

    static Problem nowhere(String className) {
        return Problem.of(
                className,
                Line.of(
                        "class %s was not rewritten; its class file is not found where javac writes",
                        dotted(className)),
                Line.of("Correct other errors first; if there are none, name an output folder on disk: -d <folder>."));
    }

    static Problem unwritable(String className, IOException failure) {
        return Problem.of(
                className,
                Line.of(
                        "class %s was not rewritten; its class files cannot be written: %s",
                        dotted(className), failure.toString()),
                Line.of("Make the output folder writable, and recompile."));
    }

    /** The whole of the exception only under {@code -Afermata.debug}: a line holds no stack trace. */
    static Problem bug(String className, Throwable bug) {
        StackTraceElement[] trace = bug.getStackTrace();
        return Problem.of(
                className,
                Line.of(
                        "class %s was not rewritten; internal error: %s: %s (%s)",
                        dotted(className),
                        bug.getClass().getSimpleName(),
                        bug.getMessage() == null ? "no message" : bug.getMessage(),
                        trace.length == 0 ? "no trace" : trace[0].getFileName() + ":" + trace[0].getLineNumber()),
                Line.of("Report it, with the stack trace that -Afermata.debug prints."));
    }

    /** The text of others in a pattern. */
    private static String plain(String text) {
        return text.replace("%", "%%");
    }

    private static String dotted(String internalName) {
        return internalName.replace('/', '.');
    }
}
