package dev.fermata.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fermata.Async;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide to build tools shows what the projects in src/it have, which the build runs, and commands that do what they say. */
final class BuildToolsPageTest {
    private static final Path HOUSE = Path.of("..");
    private static final Path PAGE = HOUSE.resolve("docs/guide/build-tools.md");
    private static final Pattern BLOCK = Pattern.compile("<!-- (\\S+) -->\\n```(\\w+)\\n(.*?)```\\n", Pattern.DOTALL);
    private static final Pattern FENCE = Pattern.compile("^```(xml|sh)$", Pattern.MULTILINE);

    @TempDir
    Path folder;

    private record Block(String source, String language, List<String> lines) {}

    private static List<Block> blocks() throws IOException {
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(Files.readString(PAGE));
        while (matcher.find()) {
            List<String> lines = matcher.group(3).lines().map(String::strip).toList();
            blocks.add(new Block(matcher.group(1), matcher.group(2), lines));
        }
        return blocks;
    }

    /** The versions that the projects are given, by the names that stand for them. */
    private static Map<String, String> versions() throws IOException {
        String pom = Files.readString(HOUSE.resolve("pom.xml"));
        Map<String, String> versions = new HashMap<>();
        Matcher own = Pattern.compile("<artifactId>fermata-parent</artifactId>\\s*<version>([^<]+)")
                .matcher(pom);
        assertThat(own.find()).isTrue();
        versions.put("@project.version@", own.group(1));
        Matcher others = Pattern.compile("<(version\\.[\\w.-]+)>([^<]+)").matcher(pom);
        while (others.find()) {
            versions.put("@" + others.group(1) + "@", others.group(2));
        }
        return versions;
    }

    @Test
    void everyXmlAndShellBlock_saysWhereItComesFrom() throws Exception {
        assertThat(blocks().stream().filter(block -> !block.language().equals("python")))
                .hasSize((int) FENCE.matcher(Files.readString(PAGE)).results().count())
                .hasSizeGreaterThan(4);
    }

    @Test
    void mavenSnippets_standInTheProjectsThatTheBuildRuns() throws Exception {
        for (Block block : blocks()) {
            if (block.language().equals("xml")) {
                String pom = Files.readString(HOUSE.resolve(block.source()));
                for (var version : versions().entrySet()) {
                    pom = pom.replace(version.getKey(), version.getValue());
                }
                List<String> lines = pom.lines().map(String::strip).toList();
                assertThat(Collections.indexOfSubList(lines, block.lines()))
                        .as("%s has %s", block.source(), block.lines())
                        .isNotNegative();
            }
        }
    }

    @Test
    void commands_compileAndRun() throws Exception {
        Path processor =
                Path.of(System.getProperty("fermata.processor.jar", "")).normalize();
        assumeTrue(Files.isRegularFile(processor), () -> processor + " is not built; run mvn verify");
        Path runtime = Path.of(
                Async.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        assumeTrue(Files.isRegularFile(runtime), () -> runtime + " is no jar; run mvn verify");
        Files.copy(processor, folder.resolve("fermata-processor.jar"));
        Files.copy(runtime, folder.resolve("fermata-runtime.jar"));
        Path sources = Path.of("src/it/modules/src/main/java");
        Files.createDirectories(folder.resolve("module/com/acme"));
        for (String source : List.of("module-info.java", "com/acme/Hello.java")) {
            Files.copy(sources.resolve(source), folder.resolve("module").resolve(source));
        }
        Files.writeString(folder.resolve("Hello.java"), readmeProgram());

        List<String> said = new ArrayList<>();
        for (Block block : blocks()) {
            if (block.source().equals("run")) {
                for (String command : block.lines()) {
                    said.add(run(command));
                }
            }
        }

        assertThat(said).containsExactly("", "Hello, world", "", "Hello, Maven", "");
        assertThat(run("image/bin/java -m com.acme.modules/com.acme.Hello")).isEqualTo("Hello, Maven");
    }

    /** With the imports that the README names below it. */
    private static String readmeProgram() throws IOException {
        Matcher program = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(HOUSE.resolve("README.md")));
        assertThat(program.find()).isTrue();
        return """
                import static dev.fermata.Coroutine.await;
                import static dev.fermata.Coroutine.result;
                import dev.fermata.Async;
                import dev.fermata.Coroutine;
                import dev.fermata.asyncio.Asyncio;
                import java.time.Duration;
                """ + program.group(1);
    }

    private String run(String command) throws Exception {
        List<String> words = new ArrayList<>(
                List.of(command.replace(":", java.io.File.pathSeparator).split(" ")));
        boolean ofTheImage = words.get(0).contains("/");
        Path bin = ofTheImage ? folder : Path.of(System.getProperty("java.home"), "bin");
        words.set(0, bin.resolve(words.get(0)).toString());
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as("%s: %s", command, said).isZero();
        return said.strip();
    }
}
