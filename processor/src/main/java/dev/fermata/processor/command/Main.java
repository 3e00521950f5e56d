package dev.fermata.processor.command;

import dev.fermata.processor.weave.Problem;
import dev.fermata.processor.weave.ProblemText;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The entry of {@code java -jar fermata-processor.jar}. */
public final class Main {
    static final int OK = 0;
    static final int FOUND = 1;
    static final int MISUSED = 2;

    private static final String HELP = """
            Usage: java -jar fermata-processor.jar weave  [options] <folder>...
                   java -jar fermata-processor.jar verify [options] <folder or jar>...

              weave   makes state machines of the @Async and @Yields methods in folders of class files, in place
              verify  looks whether any was left, and whether what was rewritten is complete

            Options:
              --classpath <path>  where else to find classes, as for java (also -cp); they are read, never loaded
              --debug             weave: keep variables that will not be read again, for debuggers; print traces of bugs
              --no-verify         weave: do not analyse once more what was written
              --dry-run           weave: say what would be written, and write nothing
              --help              this text

            Exit code: 0 all is well, 1 something was rejected or found, 2 the command line is wrong.
            After 1 and 2 weave has written nothing, unless it says that a file could not be written.
            """;

    private Main() {}

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param arguments the command and what it needs; see {@code --help}
     */
    public static void main(String... arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    /** Runs a command; returns the exit code. */
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        CommandLine line;
        try {
            line = CommandLine.parse(arguments);
        } catch (CommandLine.Misuse misuse) {
            err.println("fermata: " + misuse.getMessage());
            return MISUSED;
        }
        if (line.action() == CommandLine.Action.HELP) {
            out.print(HELP);
            return OK;
        }
        try {
            List<Problem> problems = line.action() == CommandLine.Action.WEAVE
                    ? WeaveCommand.run(line, out)
                    : VerifyCommand.run(line, out);
            problems.forEach(problem -> err.println(ProblemText.of(problem)));
            if (!problems.isEmpty()) {
                err.println(problems.size() + (problems.size() == 1 ? " error" : " errors"));
            }
            return problems.isEmpty() ? OK : FOUND;
        } catch (IOException | UncheckedIOException failure) {
            Throwable cause = failure instanceof UncheckedIOException wrapped ? wrapped.getCause() : failure;
            err.println("fermata: error: " + cause);
            return FOUND;
        } catch (RuntimeException | Error bug) {
            err.println("fermata: internal error: " + bug + "; report it"
                    + (line.debug() ? "" : ", with the stack trace that --debug prints"));
            if (line.debug()) {
                bug.printStackTrace(err);
            }
            return FOUND;
        }
    }
}
