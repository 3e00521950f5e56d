package dev.fermata.processor.javac;

import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.DiagnosticText;
import dev.fermata.processor.diagnostic.Line;
import dev.fermata.processor.weave.Problem;
import javax.annotation.processing.ProcessingEnvironment;

/** What the diagnostics of this room say: news about the build, as opposed to the checks of the source. */
final class BuildTexts {
    /** How users of this door are shown the stack trace of a bug. */
    static final String DEBUG = "-Afermata.debug";

    private static final String ECLIPSE = "org.eclipse.jdt.";

    private BuildTexts() {}

    /** What cannot be hooked has something to rewrite, which is the subject. */
    static String unsupportedCompiler(ProcessingEnvironment environment, Line subject) {
        String type = environment.getClass().getName();
        String version = environment.getClass().getPackage().getImplementationVersion();
        String compiler = (type.startsWith(ECLIPSE) ? "Eclipse's compiler" : "the compiler behind " + type)
                + (version == null ? "" : " " + version);
        return DiagnosticText.of(
                DiagnosticId.UNSUPPORTED_COMPILER,
                subject.then(" was not rewritten; %s is not javac, or hides it", compiler),
                Line.of(
                        "Compile with javac, or without this processor and then run its jar: java -jar fermata-processor.jar weave."));
    }

    /** What the guard says, of the first thing that needed the processor. */
    static String processorNotRunning(String subject) {
        return DiagnosticText.of(
                DiagnosticId.PROCESSOR_NOT_RUNNING,
                Line.of(
                        "%s is compiled and fermata-processor is there but does not run; it would throw when called",
                        subject),
                Line.of(
                        "Take -proc:none away, name it first on the processor path and in -processor; on a class path it wants -proc:full."));
    }

    /** A report that was asked for and is not there. */
    static String unwritableReport(String file, String reason) {
        return DiagnosticText.of(
                DiagnosticId.UNKNOWN_OPTION,
                Line.of("-Afermata.report=%s cannot be written; %s", file, reason),
                Line.of("Name a file that can be made or replaced; a relative path starts where javac was started."));
    }

    static Problem nowhere(String className) {
        return Problem.of(
                className,
                Line.of(
                        "class %s was not rewritten; its class file is not found where javac writes",
                        className.replace('/', '.')),
                Line.of("Correct other errors first; if there are none, name an output folder on disk: -d <folder>."));
    }
}
