package dev.fermata.processor.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DroppedTaskCheckTest {
    private static final String ID = "DroppedTask";
    private static final String REST = " is dropped; its failure and its end are seen by nobody\n"
            + "  Start it in a TaskGroup, or keep it and await it.";

    private static Checked code(String statements) {
        return Checked.members("void take(Object o) { }\nTask<String> kept;\n"
                + "void go(EventLoop loop, TaskGroup group, boolean b, List<Task<String>> list) {\n" + statements
                + "\n}\n");
    }

    @Test
    void statement_isReportedAtTheCall() {
        code("Asyncio.createTask§(read());")
                .warns("[DroppedTask] the task of createTask() is dropped; its failure and its end are seen by nobody\n"
                        + "  Start it in a TaskGroup, or keep it and await it.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "loop.createTask§(read(), \"name\");",
                "Asyncio.getEventLoop().createTask§(read());",
                "if (b) Asyncio.createTask§(read(), \"name\"); else Asyncio.createTask§(read());",
                "for (Asyncio.createTask§(read()); b; Asyncio.createTask§(read())) { }",
                "switch (1) { case 1 -> loop.createTask§(read()); default -> { } }",
                "Runnable r = () -> loop.createTask§(read());",
                "loop.callSoon(() -> { loop.createTask§(read()); });",
                "Task<String> §t = Asyncio.createTask(read());",
                "var §t = loop.createTask(read());",
                "Awaitable<String> §t = (Task<String>) (b ? null : loop.createTask(read()));",
                "Object §t = Asyncio.createTask(read()); t = null;",
                "var t = Asyncio.createTask(read()); var §u = t;",
            })
    void eachWay_isReported(String statements) {
        String[] ids = new String[statements.split("§").length - 1];
        java.util.Arrays.fill(ids, ID);
        code(statements).about(ID).reportsOnly(ids);
    }

    @Test
    void variable_isNamed() {
        code("Task<String> §poll = Asyncio.createTask(read());").warns("[DroppedTask] the task in 'poll'" + REST);
    }

    @Test
    void coroutineGivenToIt_isNotReportedInAddition() {
        Checked.members("@Async Coroutine<Void> go() { Asyncio.createTask§(read()); await(read()); return done(); }\n")
                .warns("[DroppedTask] the task of createTask()" + REST);
    }

    @Test
    void loopsOfOthers_areLoops() {
        Checked.members("""
                abstract static class Mine implements EventLoop {
                    @Override public <T> Task<T> createTask(Coroutine<T> c) { return null; }
                    void m() { createTask§(read()); this.createTask§(read(), "name"); }
                }
                """).reportsOnly(ID, ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "group.createTask(read()); group.createTask(read(), \"name\"); group.start(() -> read());",
                "var t = group.createTask(read());",
                "Asyncio.createTask(read()).addDoneCallback(t -> { });",
                "Asyncio.createTask(read()).cancel();",
                "Task<String> t = Asyncio.createTask(read()); take(t);",
                "Task<String> t = Asyncio.createTask(read()); t.addDoneCallback(d -> { });",
                "Task<String> t = Asyncio.createTask(read()); Runnable r = () -> take(t);",
                "take(Asyncio.createTask(read())); list.add(loop.createTask(read())); kept = loop.createTask(read());",
                "Task<String>[] all = new Task[1]; all[0] = loop.createTask(read());",
                "Task<String> unused = Asyncio.createTask(read()); var unusedToo = Asyncio.createTask(read());",
                "Task<String> ignoredTask = Asyncio.createTask(read());",
                "Supplier<Task<String>> s = () -> loop.createTask(read());",
                "Consumer<Coroutine<String>> c = loop::createTask;",
                "class Pool { Task<String> createTask(Coroutine<String> c) { return null; } } new Pool().createTask(read());",
                "Task<String> t = list.get(0); list.remove(0);",
            })
    void keptTasks_andOtherMethods_areNot(String statements) {
        code(statements).isClean();
    }

    @Test
    void suppressed_isSilent() {
        code("@SuppressWarnings(\"DroppedTask\") Task<String> t = Asyncio.createTask(read());")
                .isClean();
        code("@SuppressWarnings(\"all\") Runnable r = () -> Asyncio.createTask(read());")
                .isClean();
    }

    @Test
    void bodyOfAWrongMethod_isNotChecked() {
        Checked.members("@Async void §go() { Asyncio.createTask(read()); }\n").reportsOnly("AsyncReturnType");
    }
}
