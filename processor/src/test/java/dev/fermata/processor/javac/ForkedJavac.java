package dev.fermata.processor.javac;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * javac in a process of its own. In that of the tests javac finds the processor under test whatever its options say: the loader of
 * plugins and processors asks the one of the virtual machine first. One process for many compiles, since its start is most of a compile.
 */
final class ForkedJavac {
    private ForkedJavac() {}

    /**
     * How a compile ended.
     *
     * @param code javac's exit code
     * @param said all that it printed
     */
    record Ended(int code, String said) {}

    /** Runs compiles, each given by its arguments, one after the other. */
    static List<Ended> run(Path scratch, List<List<String>> compiles) throws IOException, InterruptedException {
        Files.createDirectories(scratch);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                // The tests only: nothing in there is a service.
                origin().toString(),
                ForkedJavac.class.getName()));
        for (List<String> compile : compiles) {
            Path file = scratch.resolve("compile" + command.size());
            Files.write(file, compile);
            command.add(file.toString());
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(scratch.resolve("said").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(scratch.resolve("said")));
        }
        List<Ended> all = new ArrayList<>();
        for (String file : command.subList(command.size() - compiles.size(), command.size())) {
            all.add(new Ended(
                    Integer.parseInt(Files.readString(Path.of(file + ".code"))),
                    Files.readString(Path.of(file + ".said"))));
        }
        return all;
    }

    /** Returns the folder of the test classes. */
    private static Path origin() {
        return new File(ForkedJavac.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toPath();
    }

    /** The other process: takes files with an argument a line. */
    public static void main(String[] files) throws IOException {
        ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
        for (String file : files) {
            StringWriter said = new StringWriter();
            PrintWriter out = new PrintWriter(said);
            int code = javac.run(out, out, Files.readAllLines(Path.of(file)).toArray(new String[0]));
            out.flush();
            Files.writeString(Path.of(file + ".said"), said.toString().replace(System.lineSeparator(), "\n"));
            Files.writeString(Path.of(file + ".code"), String.valueOf(code));
        }
    }
}
