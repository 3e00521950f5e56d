package dev.fermata.processor.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommandLineTest {
    @TempDir
    Path root;

    @Test
    void help_isOnStandardOutput() {
        Workshop.Said said = Workshop.fermata("weave", "--help");

        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains("weave", "verify", "--classpath", "--debug", "--no-verify", "--dry-run", "Exit code");
        assertThat(said.err()).isEmpty();
    }

    @Test
    void noCommand_isMisuse() {
        assertMisuse("no command; write weave or verify, or --help");
        assertMisuse(
                "'wave' is no command of Fermata; write weave or verify first, or --help", "wave", root.toString());
    }

    @Test
    void unknownOption_isMisuseThatListsTheOthers() {
        assertMisuse(
                "--fast is no option of weave; write one of: --classpath <path>, --debug, --no-verify, --dry-run, --help",
                "weave",
                "--fast",
                root.toString());
        assertMisuse(
                "--dry-run is no option of verify; write one of: --classpath <path>, --debug, --help",
                "verify",
                "--dry-run",
                root.toString());
    }

    @Test
    void nothingToDo_isMisuse() {
        assertMisuse("nothing to weave; name a folder of class files", "weave");
        assertMisuse("nothing to verify; name a folder of class files or a jar", "verify", "-cp", "x");
        assertMisuse(
                "--classpath has no value; write the folders and jars behind it, as for java", "weave", "--classpath");
    }

    @Test
    void inputThatIsNoFolder_isMisuse() throws Exception {
        Path jar = Files.writeString(root.resolve("x.jar"), "");
        assertMisuse("/nowhere does not exist; name a folder of class files", "weave", "/nowhere");
        assertMisuse(
                jar + " is a jar, and weave writes folders only; weave the classes before they are packed,"
                        + " or unpack it, weave, and pack it again (which breaks a signature)",
                "weave",
                jar.toString());
    }

    @Test
    void jarThatIsNone_isAnErrorAndNoTrace() throws Exception {
        Path jar = Files.writeString(root.resolve("x.jar"), "no jar");

        Workshop.Said said = Workshop.fermata("verify", jar.toString());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).startsWith("fermata: error: ").doesNotContain("\tat ");
    }

    private static void assertMisuse(String message, String... arguments) {
        Workshop.Said said = Workshop.fermata(arguments);
        assertThat(said.err()).isEqualTo("fermata: " + message + System.lineSeparator());
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
    }
}
