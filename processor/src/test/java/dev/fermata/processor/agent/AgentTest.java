package dev.fermata.processor.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.command.Programs;
import dev.fermata.processor.command.Workshop;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent in virtual machines of their own, over classes that no build rewrote. */
final class AgentTest {
    private static final String MAIN = """
            package a;
            public class Main { public static void main(String[] args) { System.out.println(All.main()); } }
            """;

    @TempDir
    Path root;

    private Workshop workshop;
    private Path agent;

    @BeforeEach
    void open() throws Exception {
        workshop = new Workshop(root);
        agent = Jvm.agent(root);
    }

    private Jvm.Ended run(String options, String... arguments) throws Exception {
        String[] all = new String[arguments.length + 3];
        all[0] = "-javaagent:" + agent + options;
        all[1] = "-cp";
        all[2] = Jvm.path(Workshop.RUNTIME, workshop.classes);
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return Jvm.java(root, all);
    }

    @Test
    void classPath_ecj_runs() throws Exception {
        workshop.source("a/All.java", Programs.ALL).source("a/Main.java", MAIN).ecj();

        assertThat(run("", "a.Main")).isEqualTo(new Jvm.Ended(0, Programs.EXPECTED + "\n", ""));
    }

    @Test
    void classPath_javac_debug_runs() throws Exception {
        workshop.source("a/All.java", Programs.ALL).source("a/Main.java", MAIN).javac();

        assertThat(run("=include=a.,debug", "a.Main")).isEqualTo(new Jvm.Ended(0, Programs.EXPECTED + "\n", ""));
    }

    @Test
    void wovenBefore_isLeftAlone() throws Exception {
        workshop.source("a/All.java", Programs.ALL)
                .source("a/Main.java", MAIN)
                .ecj()
                .weave();

        assertThat(run("", "a.Main")).isEqualTo(new Jvm.Ended(0, Programs.EXPECTED + "\n", ""));
    }

    @Test
    void customLoaders_eachHasItsOwn() throws Exception {
        workshop.source("a/All.java", Programs.ALL).ecj();
        Workshop launcher = new Workshop(root.resolve("launcher"))
                .source("l/Launch.java", """
                        package l;
                        import java.net.*;
                        import java.nio.file.*;
                        public class Launch {
                            public static void main(String[] args) throws Exception {
                                for (int i = 0; i < 2; i++) {
                                    URL[] urls = {Path.of(args[0]).toUri().toURL()};
                                    try (URLClassLoader loader = new URLClassLoader(urls)) {
                                        Class<?> type = loader.loadClass("a.All");
                                        System.out.println(type.getMethod("main").invoke(null));
                                        Class<?> extra = loader.loadClass("a.All$all$Coroutine");
                                        System.out.println(extra.getNestHost() == type && extra.getClassLoader() == loader
                                                && extra.getProtectionDomain() == type.getProtectionDomain());
                                    }
                                }
                            }
                        }
                        """)
                .javac();

        Jvm.Ended ended = Jvm.java(
                root,
                "-javaagent:" + agent,
                "-cp",
                Jvm.path(Workshop.RUNTIME, launcher.classes),
                "l.Launch",
                workshop.classes.toString());

        assertThat(ended).isEqualTo(new Jvm.Ended(0, (Programs.EXPECTED + "\ntrue\n").repeat(2), ""));
    }

    @Test
    void namedModule_runs_andJavaLangStaysClosed() throws Exception {
        workshop.source("module-info.java", "module a { requires dev.fermata; }")
                .source("a/All.java", Programs.ALL)
                .source("a/Main.java", """
                        package a;
                        public class Main {
                            public static void main(String[] args) throws Exception {
                                System.out.println(All.main() + " " + Main.class.getModule());
                                System.out.println(Object.class.getModule().isOpen("java.lang", Main.class.getModule())
                                        || Object.class.getModule().isOpen("java.lang",
                                                ClassLoader.getSystemClassLoader().getUnnamedModule()));
                            }
                        }
                        """)
                .javac("--module-path", Workshop.RUNTIME);

        Jvm.Ended ended = Jvm.java(
                root,
                "-javaagent:" + agent,
                "--module-path",
                Jvm.path(Workshop.RUNTIME, workshop.classes),
                "-m",
                "a/a.Main");

        assertThat(ended).isEqualTo(new Jvm.Ended(0, Programs.EXPECTED + " module a\nfalse\n", ""));
    }

    @Test
    void manyThreadsThatLoadAtOnce_allRun() throws Exception {
        workshop.source("a/All.java", Programs.ALL).source("a/Main.java", """
                        package a;
                        import java.util.*;
                        import java.util.concurrent.*;
                        public class Main {
                            public static void main(String[] args) throws Exception {
                                ExecutorService threads = Executors.newFixedThreadPool(8);
                                CyclicBarrier together = new CyclicBarrier(8);
                                List<Future<String>> results = new ArrayList<>();
                                for (int i = 0; i < 8; i++) {
                                    results.add(threads.submit(() -> { together.await(); return All.main(); }));
                                }
                                Set<String> seen = new HashSet<>();
                                threads.shutdown();
                                for (Future<String> result : results) { seen.add(result.get()); }
                                System.out.println(seen);
                            }
                        }
                        """).ecj();

        assertThat(run("", "a.Main")).isEqualTo(new Jvm.Ended(0, "[" + Programs.EXPECTED + "]\n", ""));
    }

    @Test
    void rejectedClass_isToldOnce_andItsFunctionsThrowTheReason() throws Exception {
        workshop.source("a/Main.java", """
                        package a;
                        import static dev.fermata.Coroutine.*;
                        import dev.fermata.*;
                        public class Main {
                            @Async static Coroutine<Integer> plain() { return result(1); }
                            @Async static Coroutine<Integer> held(Object lock) {
                                synchronized (lock) {
                                    return result(await(plain()));
                                }
                            }
                            public static void main(String[] args) {
                                try { plain(); } catch (IllegalStateException e) { System.out.println(e.getMessage()); }
                            }
                        }
                        """).ecj();

        Jvm.Ended ended = run("", "a.Main");

        String told =
                "a.Main.held:8: error: [NotTransformed] 'held' of a.Main was not rewritten; it holds a monitor across"
                        + " await() (line 8)\n"
                        + "  Change that, or take @Async or @Yields off and build the coroutine from other methods.\n";
        assertThat(ended).isEqualTo(new Jvm.Ended(0, told, "fermata-agent: " + told));
    }

    @Test
    void classThatIsNotIncluded_staysUnwoven_andItsAwaitThrows() throws Exception {
        workshop.source("a/All.java", Programs.ALL).source("a/Main.java", MAIN).ecj();

        Jvm.Ended ended = run("=include=other", "a.Main");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("was not rewritten, so it cannot suspend");
    }

    @Test
    void unknownOption_keepsTheProgramFromStarting() throws Exception {
        workshop.source("a/All.java", Programs.ALL).source("a/Main.java", MAIN).ecj();

        Jvm.Ended ended = run("=fast", "a.Main");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .startsWith(
                        "fermata-agent: 'fast' is no option of Fermata's agent; write, with commas between: include=");
    }
}
