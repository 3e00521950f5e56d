package dev.fermata.processor.debug;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stepping through rewritten methods, with the runtime and generated classes among the debugger's step filters. */
final class StepTest {
    @TempDir
    private static Path folder;

    private static Program program;

    @BeforeAll
    static void compile() {
        program = Program.compile(folder, "Debuggee", BreakpointTest.SOURCE);
    }

    @Test
    void over_awaitsThatAreReady_goesFromLineToLine() {
        try (Debugger debugger = Debugger.launch(program, "ready", "first")) {
            debugger.next();
            List<String> lines = new ArrayList<>();
            for (String line = debugger.over(); !line.equals("run*") && lines.size() < 30; line = debugger.over()) {
                lines.add(line);
            }

            assertThat(lines)
                    .containsExactly(
                            "unread*", "await*", "after*", "loop*", "again*", "loop*", "again*", "loop*", "fails*",
                            "caught*", "tail*");
        }
    }

    /** A step ends with the frame that it began in, so what stops is the breakpoint; and no line in between. */
    @Test
    void over_awaitThatSuspends_stopsAtTheNextLineOnResume() {
        try (Debugger debugger = Debugger.launch(program, "suspending", "await")) {
            debugger.next();
            debugger.addBreakpoint("after");

            assertThat(debugger.over()).isEqualTo("after");
            assertThat(debugger.over()).isEqualTo("loop*");
        }
    }

    @Test
    void over_awaitThatSuspends_withoutABreakpoint_goesOnWhereTheLoopWasStarted() {
        try (Debugger debugger = Debugger.launch(program, "suspending", "await")) {
            debugger.next();

            assertThat(debugger.over()).isEqualTo("run*");
        }
    }

    @Test
    void into_await_goesToTheFirstLineOfItsFunction() {
        try (Debugger debugger = Debugger.launch(program, "suspending", "await")) {
            debugger.next();

            assertThat(debugger.into()).isEqualTo("question*");
        }
    }

    @Test
    void into_call_ofACoroutineFunction_passesIt() {
        try (Debugger debugger = Debugger.launch(program, "suspending", "call")) {
            debugger.next();

            assertThat(debugger.into()).isEqualTo("run*");
        }
    }

    @Test
    void over_yield_goesToTheConsumer() {
        try (Debugger debugger = Debugger.launch(program, "ready", "yield")) {
            debugger.next();

            assertThat(debugger.over()).isEqualTo("consume*");
        }
    }
}
