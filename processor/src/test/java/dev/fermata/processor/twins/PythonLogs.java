package dev.fermata.processor.twins;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the scenarios log in Python, by the name of the scenario. */
final class PythonLogs {
    private static final Path SCENARIOS = Path.of("src/test/resources/twins");
    private static final Pattern VERSION = Pattern.compile("Python 3\\.(?<minor>\\d+)\\..*", Pattern.DOTALL);
    private static final int OLDEST = 11;

    /** From this version on a Python plays all scenarios. */
    private static final int COMPLETE = 13;

    private PythonLogs() {}

    static Map<String, List<String>> committed(String module) {
        try {
            return parsed(Files.readString(SCENARIOS.resolve(module + ".log")), module);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What the Python at hand logs; one before 3.13 has fewer scenarios. Skips the test, and says so, where none is recent enough. */
    static Map<String, List<String>> live(String module) throws IOException {
        return parsed(output(module, OLDEST), module);
    }

    static void write(Path directory, List<String> modules) throws IOException {
        for (String module : modules) {
            Files.writeString(directory.resolve(module + ".log"), output(module, COMPLETE));
        }
    }

    private static String output(String module, int oldest) throws IOException {
        Optional<String> python = python(oldest);
        assumeThat(python)
                .as("a Python of 3.%d or later; the logs of CPython 3.13.0 that are committed were used"
                        .formatted(oldest))
                .isPresent();
        return run(
                python.orElseThrow(),
                "-B",
                "-W",
                "ignore",
                SCENARIOS.resolve("run.py").toString(),
                module);
    }

    private static Optional<String> python(int oldest) {
        return List.of("python3.13", "python3.14", "python3", "python").stream()
                .filter(it -> isRecent(it, oldest))
                .findFirst();
    }

    private static boolean isRecent(String python, int oldest) {
        try {
            Matcher version = VERSION.matcher(run(python, "--version"));
            return version.matches() && Integer.parseInt(version.group("minor")) >= oldest;
        } catch (IOException missing) {
            return false;
        }
    }

    private static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        // Only if it is late: it closes the streams of one that has ended, too.
        process.onExit().orTimeout(60, TimeUnit.SECONDS).exceptionally(late -> process.destroyForcibly());
        try (InputStream output = process.getInputStream()) {
            String said = new String(output.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + " fails: " + said);
            }
            return said;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    /** Names stand without that of their module. */
    private static Map<String, List<String>> parsed(String output, String module) {
        Map<String, List<String>> byScenario = new LinkedHashMap<>();
        List<String> under = new ArrayList<>();
        for (String line : output.lines().toList()) {
            if (line.startsWith("== ")) {
                under = new ArrayList<>();
                byScenario.put(line.substring("== ".length()).replaceFirst("^" + module + "\\.", ""), under);
            } else {
                under.add(line);
            }
        }
        return byScenario;
    }
}
