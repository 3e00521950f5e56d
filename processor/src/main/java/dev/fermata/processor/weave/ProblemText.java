package dev.fermata.processor.weave;

import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.DiagnosticText;

/** A problem where there is no compiler to print it: the place first, as compilers give it. */
public final class ProblemText {
    private ProblemText() {}

    /**
     * Returns the text {@code a.Foo.method:7: error: [NotTransformed] what; why} and, under it, the cure.
     *
     * @param problem a problem
     * @return two lines
     */
    public static String of(Problem problem) {
        String text = DiagnosticText.of(DiagnosticId.NOT_TRANSFORMED, problem.what(), problem.cure());
        return place(problem) + "error: " + text.replace("\n", "\n  ");
    }

    private static String place(Problem problem) {
        if (problem.className().isEmpty()) {
            return "";
        }
        String method = problem.method().isEmpty() ? "" : "." + problem.method();
        String line = problem.line() > 0 ? ":" + problem.line() : "";
        return problem.className().replace('/', '.') + method + line + ": ";
    }
}
