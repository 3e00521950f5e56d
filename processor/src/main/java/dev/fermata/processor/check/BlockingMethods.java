package dev.fermata.processor.check;

import java.util.List;
import java.util.Set;

/** The methods of the JDK that are known to block the thread they are called on. */
final class BlockingMethods {
    /** All methods of a type. */
    static final String ALL = "*";

    /** The receiver of the call, in a cure. */
    static final String RECEIVER = "%s";

    /** The cure where nothing waits without a thread. */
    static final String THREAD = "Write await(Asyncio.toThread(() -> ..)).";

    private static final String SLEEP = "Write await(Asyncio.sleep(..)).";
    private static final String STAGE = "Write await(" + RECEIVER + ").";
    private static final String CONDITION = "Use AsyncCondition.";

    /** Receivers that wait for nothing, though their types say that they might. */
    static final List<String> IN_MEMORY =
            List.of("java.io.ByteArrayInputStream", "java.io.StringReader", "java.io.CharArrayReader");

    /**
     * The methods. Where a call is one of several, as those of subtypes are, the first is meant: it has the better cure.
     */
    static final List<Row> ROWS = List.of(
            row("java.lang.Thread", SLEEP, "sleep"),
            row("java.lang.Thread", THREAD, "join"),
            row("java.lang.Object", CONDITION, "wait"),
            row("java.util.concurrent.TimeUnit", SLEEP, "sleep"),
            row("java.util.concurrent.TimeUnit", THREAD, "timedJoin"),
            row("java.util.concurrent.TimeUnit", CONDITION, "timedWait"),
            row("java.util.concurrent.locks.LockSupport", THREAD, "park", "parkNanos", "parkUntil"),
            row("java.util.concurrent.CompletableFuture", STAGE, "get", "join"),
            row("java.util.concurrent.ForkJoinTask", THREAD, "get", "join", "invoke"),
            row("java.util.concurrent.Future", THREAD, "get"),
            row("java.util.concurrent.ForkJoinPool", THREAD, "invoke"),
            row("java.util.concurrent.ExecutorService", THREAD, "awaitTermination", "invokeAll", "invokeAny", "close"),
            row("java.util.concurrent.BlockingQueue", "Use AsyncQueue.", "put", "take", "offer/3", "poll/2"),
            row(
                    "java.util.concurrent.BlockingDeque",
                    "Use AsyncQueue.",
                    "putFirst",
                    "putLast",
                    "takeFirst",
                    "takeLast",
                    "offerFirst/3",
                    "offerLast/3",
                    "pollFirst/2",
                    "pollLast/2"),
            row("java.util.concurrent.TransferQueue", THREAD, "transfer"),
            row("java.util.concurrent.CountDownLatch", THREAD, "await"),
            row("java.util.concurrent.CyclicBarrier", "Use AsyncBarrier.", "await"),
            row(
                    "java.util.concurrent.Phaser",
                    THREAD,
                    "arriveAndAwaitAdvance",
                    "awaitAdvance",
                    "awaitAdvanceInterruptibly"),
            row("java.util.concurrent.Exchanger", THREAD, "exchange"),
            row(
                    "java.util.concurrent.Semaphore",
                    "Use AsyncSemaphore.",
                    "acquire",
                    "acquireUninterruptibly",
                    "tryAcquire/2",
                    "tryAcquire/3"),
            row("java.util.concurrent.locks.Lock", "Use AsyncLock.", "lock", "lockInterruptibly", "tryLock/2"),
            row(
                    "java.util.concurrent.locks.Condition",
                    CONDITION,
                    "await",
                    "awaitNanos",
                    "awaitUntil",
                    "awaitUninterruptibly"),
            row("java.lang.Process", THREAD, "waitFor"),
            row("java.io.InputStream", THREAD, "read", "readNBytes", "readAllBytes", "transferTo", "skip"),
            row("java.io.BufferedReader", THREAD, "readLine", "lines"),
            row("java.io.Reader", THREAD, "read", "transferTo"),
            row("java.io.Console", THREAD, "readLine", "readPassword"),
            row("java.net.Socket", THREAD, "connect"),
            row("java.net.ServerSocket", THREAD, "accept"),
            row("java.net.DatagramSocket", THREAD, "receive"),
            row("java.nio.channels.Selector", THREAD, "select"),
            row("java.net.InetAddress", THREAD, "getByName", "getAllByName", "getLocalHost"),
            row("java.net.URL", THREAD, "openStream", "getContent"),
            row("java.net.URLConnection", THREAD, "connect", "getInputStream"),
            row("java.net.http.HttpClient", "Write await(" + RECEIVER + ".sendAsync(..)).", "send"),
            row("java.nio.file.Files", THREAD, ALL),
            row("java.sql.DriverManager", THREAD, "getConnection"),
            row("javax.sql.DataSource", THREAD, "getConnection"),
            row("java.sql.Connection", THREAD, "commit", "rollback", "close"),
            row(
                    "java.sql.Statement",
                    THREAD,
                    "execute",
                    "executeQuery",
                    "executeUpdate",
                    "executeBatch",
                    "executeLargeBatch",
                    "executeLargeUpdate"),
            // Those without parameters are not of Statement, though they have its names.
            row("java.sql.PreparedStatement", THREAD, "execute", "executeQuery", "executeUpdate", "executeLargeUpdate"),
            row("java.sql.ResultSet", THREAD, "next"));

    private BlockingMethods() {}

    /**
     * Methods of one type.
     *
     * @param type its name
     * @param methods their names; one with a slash has that many parameters, the others any number
     * @param cure what to write instead
     */
    record Row(String type, Set<String> methods, String cure) {}

    private static Row row(String type, String cure, String... methods) {
        return new Row(type, Set.of(methods), cure);
    }
}
