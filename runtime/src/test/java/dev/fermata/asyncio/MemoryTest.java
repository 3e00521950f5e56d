package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Slow: each test is a JVM with a small heap. */
@Tag("slow")
final class MemoryTest {
    private static final Pattern GROWTH = Pattern.compile("growth (-?\\d+)");

    @Test
    void a_million_sleeping_tasks_fit_into_400_megabytes() throws Exception {
        String output = fork("-Xmx400m", "tasks", "1000000");

        assertThat(output).contains("asleep 1000000").contains("woken 1000000, left 0");
    }

    @Test
    void ten_million_turns_leave_nothing_behind() throws Exception {
        String output = fork("-Xmx64m", "turns", "10000000");

        Matcher growth = GROWTH.matcher(output);
        assertThat(growth.find()).as(output).isTrue();
        assertThat(Long.parseLong(growth.group(1))).isLessThan(4_000_000);
    }

    private static String fork(String heap, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Sleepers.class.getName());
        builder.command().addAll(List.of(arguments));
        File output = File.createTempFile("fermata-memory", ".txt");
        try {
            Process process =
                    builder.redirectErrorStream(true).redirectOutput(output).start();
            boolean ended = process.waitFor(60, TimeUnit.SECONDS);
            process.destroyForcibly();
            String text = Files.readString(output.toPath(), StandardCharsets.UTF_8);
            assertThat(ended).as(text).isTrue();
            assertThat(process.exitValue()).as(text).isZero();
            return text;
        } finally {
            assertThat(output.delete()).isTrue();
        }
    }
}
