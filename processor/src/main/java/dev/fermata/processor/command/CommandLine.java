package dev.fermata.processor.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The arguments, understood.
 *
 * @param action what to do
 * @param classPath where to look for classes, as java takes it
 * @param inputs the folders and jars
 * @param debug whether variables that will not be read again are kept across suspensions, and traces of bugs printed
 * @param verify whether the bytes that were written are analysed once more
 * @param dryRun whether to compute all and write nothing
 */
record CommandLine(Action action, String classPath, List<Path> inputs, boolean debug, boolean verify, boolean dryRun) {
    /** Copies the list. */
    CommandLine {
        inputs = List.copyOf(inputs);
    }

    enum Action {
        WEAVE,
        VERIFY,
        HELP
    }

    /** Arguments that mean nothing; the message says which, and lists those that do. */
    static final class Misuse extends Exception {
        private static final long serialVersionUID = 1L;

        Misuse(String message) {
            super(message);
        }
    }

    static CommandLine parse(List<String> arguments) throws Misuse {
        if (arguments.isEmpty()) {
            throw new Misuse("no command; write weave or verify, or --help");
        }
        if (arguments.contains("--help")
                || arguments.contains("-h")
                || arguments.get(0).equals("help")) {
            return new CommandLine(Action.HELP, "", List.of(), false, true, false);
        }
        Action action = switch (arguments.get(0)) {
            case "weave" -> Action.WEAVE;
            case "verify" -> Action.VERIFY;
            default ->
                throw new Misuse(
                        "'" + arguments.get(0) + "' is no command of Fermata; write weave or verify first, or --help");
        };
        return new Parsing(action).parse(arguments.subList(1, arguments.size()).iterator());
    }

    private static final class Parsing {
        private final Action action;
        private final List<String> classPath = new ArrayList<>();
        private final List<Path> inputs = new ArrayList<>();
        private boolean debug;
        private boolean verify = true;
        private boolean dryRun;

        Parsing(Action action) {
            this.action = action;
        }

        CommandLine parse(Iterator<String> arguments) throws Misuse {
            boolean options = true;
            while (arguments.hasNext()) {
                String argument = arguments.next();
                if (options && argument.equals("--")) {
                    options = false;
                } else if (options && argument.startsWith("-")) {
                    option(argument, arguments);
                } else {
                    inputs.add(input(argument));
                }
            }
            if (inputs.isEmpty()) {
                throw new Misuse("nothing to " + word() + "; name a folder of class files"
                        + (action == Action.VERIFY ? " or a jar" : ""));
            }
            return new CommandLine(
                    action, String.join(java.io.File.pathSeparator, classPath), inputs, debug, verify, dryRun);
        }

        private void option(String option, Iterator<String> arguments) throws Misuse {
            boolean weaves = action == Action.WEAVE;
            if (option.equals("--classpath")
                    || option.equals("--class-path")
                    || option.equals("-classpath")
                    || option.equals("-cp")) {
                if (!arguments.hasNext()) {
                    throw new Misuse(option + " has no value; write the folders and jars behind it, as for java");
                }
                classPath.add(arguments.next());
            } else if (option.startsWith("--classpath=") || option.startsWith("--class-path=")) {
                classPath.add(option.substring(option.indexOf('=') + 1));
            } else if (option.equals("--debug")) {
                debug = true;
            } else if (weaves && option.equals("--no-verify")) {
                verify = false;
            } else if (weaves && option.equals("--dry-run")) {
                dryRun = true;
            } else {
                throw new Misuse(option + " is no option of " + word() + "; write one of: --classpath <path>, --debug, "
                        + (weaves ? "--no-verify, --dry-run, " : "") + "--help");
            }
        }

        private Path input(String argument) throws Misuse {
            Path path = Path.of(argument);
            if (Files.isDirectory(path) || action == Action.VERIFY && ClassPath.isJar(path)) {
                return path;
            }
            if (!Files.exists(path)) {
                throw new Misuse(argument + " does not exist; name a folder of class files");
            }
            if (ClassPath.isJar(path)) {
                throw new Misuse(argument
                        + " is a jar, and weave writes folders only; weave the classes before they are packed,"
                        + " or unpack it, weave, and pack it again (which breaks a signature)");
            }
            throw new Misuse(argument + " is no folder" + (action == Action.VERIFY ? " and no jar" : "")
                    + "; name the folder that the package begins in");
        }

        private String word() {
            return action == Action.WEAVE ? "weave" : "verify";
        }
    }
}
