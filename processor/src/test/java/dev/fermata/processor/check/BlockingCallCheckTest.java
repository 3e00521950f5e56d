package dev.fermata.processor.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BlockingCallCheckTest {
    private static final String THREAD = "Write await(Asyncio.toThread(() -> ..)).";

    private static Checked code(String statements) {
        return Checked.members(
                "@Async Coroutine<Void> go() throws Exception {\n" + statements + "\nreturn done();\n}\n");
    }

    private static String text(String call, String cure) {
        return "[BlockingCall] " + call + " blocks the event loop; every other task waits\n  " + cure;
    }

    @Test
    void sleep_isReportedAtTheCall() {
        code("Thread.sleep§(100);")
                .about("BlockingCall")
                .warns("[BlockingCall] Thread.sleep() blocks the event loop; every other task waits\n"
                        + "  Write await(Asyncio.sleep(..)).");
    }

    @Test
    void cure_isTheTwin_whereThereIsOne() {
        code("""
                CompletableFuture<String> f = null;
                Future<String> g = f;
                f.join§();
                f.get§(1, TimeUnit.SECONDS);
                g.get§();
                new ReentrantLock().lock§();
                ((BlockingQueue<String>) null).take§();
                new Semaphore(1).acquire§();
                """)
                .about("BlockingCall")
                .warns(
                        text("CompletableFuture.join()", "Write await(f)."),
                        text("CompletableFuture.get()", "Write await(f)."),
                        text("Future.get()", THREAD),
                        text("Lock.lock()", "Use AsyncLock."),
                        text("BlockingQueue.take()", "Use AsyncQueue."),
                        text("Semaphore.acquire()", "Use AsyncSemaphore."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thread.sleep§(Duration.ofMillis(1).toMillis(), 1);",
                "Thread.currentThread().join§();",
                "new Thread() { }.join§(5);",
                "lock.wait§();",
                "new int[0].wait§(1);",
                "List.of().wait§(1, 1);",
                "TimeUnit.SECONDS.sleep§(1);",
                "TimeUnit.SECONDS.timedJoin§(null, 1);",
                "TimeUnit.SECONDS.timedWait§(lock, 1);",
                "LockSupport.park§();",
                "LockSupport.parkNanos§(lock, 1);",
                "LockSupport.parkUntil§(1);",
                "new FutureTask<>(() -> 1).get§();",
                "new CompletableFuture<String>().get§();",
                "((RecursiveTask<String>) null).join§();",
                "((ForkJoinTask<String>) null).invoke§();",
                "ForkJoinPool.commonPool().invoke§((ForkJoinTask<String>) null);",
                "ForkJoinPool.commonPool().awaitTermination§(1, TimeUnit.SECONDS);",
                "((ExecutorService) null).invokeAll§(List.<Callable<String>>of());",
                "((ScheduledExecutorService) null).invokeAny§(List.<Callable<String>>of());",
                "new ArrayBlockingQueue<String>(1).put§(\"\");",
                "new LinkedBlockingDeque<String>().take§();",
                "new LinkedBlockingQueue<String>().offer§(\"\", 1, TimeUnit.SECONDS);",
                "new LinkedBlockingQueue<String>().poll§(1, TimeUnit.SECONDS);",
                "new LinkedBlockingDeque<String>().putFirst§(\"\");",
                "new LinkedBlockingDeque<String>().takeLast§();",
                "new LinkedBlockingDeque<String>().offerFirst§(\"\", 1, TimeUnit.SECONDS);",
                "new LinkedBlockingDeque<String>().pollLast§(1, TimeUnit.SECONDS);",
                "new LinkedTransferQueue<String>().transfer§(\"\");",
                "new CountDownLatch(1).await§();",
                "new CountDownLatch(1).await§(1, TimeUnit.SECONDS);",
                "new CyclicBarrier(1).await§();",
                "new Phaser().arriveAndAwaitAdvance§();",
                "new Phaser().awaitAdvance§(1);",
                "new Phaser().awaitAdvanceInterruptibly§(1);",
                "new Exchanger<String>().exchange§(\"\");",
                "new Semaphore(1).acquireUninterruptibly§(1);",
                "new Semaphore(1).tryAcquire§(1, TimeUnit.SECONDS);",
                "new Semaphore(1).tryAcquire§(1, 1, TimeUnit.SECONDS);",
                "new ReentrantLock().lockInterruptibly§();",
                "new ReentrantReadWriteLock().readLock().lock§();",
                "new ReentrantLock().tryLock§(1, TimeUnit.SECONDS);",
                "new ReentrantLock().newCondition().await§();",
                "new ReentrantLock().newCondition().awaitNanos§(1);",
                "new ReentrantLock().newCondition().awaitUntil§(null);",
                "new ReentrantLock().newCondition().awaitUninterruptibly§();",
                "((Process) null).waitFor§();",
                "System.in.read§();",
                "new FileInputStream(\"f\").readAllBytes§();",
                "new BufferedInputStream(System.in).readNBytes§(1);",
                "System.in.transferTo§(System.out);",
                "System.in.skip§(1);",
                "new InputStreamReader(System.in).read§();",
                "new FileReader(\"f\").transferTo§(new StringWriter());",
                "new BufferedReader(new StringReader(\"\")).readLine§();",
                "new LineNumberReader(new StringReader(\"\")).lines§();",
                "System.console().readLine§();",
                "System.console().readPassword§();",
                "Object o = §new java.net.Socket(\"host\", 80);",
                "Object o = §new java.net.Socket((java.net.InetAddress) null, 80) { };",
                "((java.net.Socket) null).connect§(null);",
                "((java.net.ServerSocket) null).accept§();",
                "((java.net.MulticastSocket) null).receive§(null);",
                "((java.nio.channels.Selector) null).select§(1);",
                "java.net.InetAddress.getByName§(\"h\");",
                "java.net.Inet4Address.getAllByName§(\"h\");",
                "java.net.InetAddress.getLocalHost§();",
                "((java.net.URL) null).openStream§();",
                "((java.net.URL) null).getContent§();",
                "((java.net.HttpURLConnection) null).connect§();",
                "((java.net.URLConnection) null).getInputStream§();",
                "((java.net.http.HttpClient) null).send§(null, null);",
                "java.nio.file.Files.exists§(null);",
                "java.nio.file.Files.readString§(null);",
                "java.sql.DriverManager.getConnection§(\"u\");",
                "((javax.sql.DataSource) null).getConnection§();",
                "((java.sql.Connection) null).commit§();",
                "((java.sql.Connection) null).rollback§();",
                "((java.sql.Connection) null).close§();",
                "((java.sql.Statement) null).executeQuery§(\"\");",
                "((java.sql.PreparedStatement) null).executeQuery§();",
                "((java.sql.CallableStatement) null).execute§();",
                "((java.sql.Statement) null).executeBatch§();",
                "((java.sql.ResultSet) null).next§();",
            })
    void eachOfTheList_isReported_alsoOnSubtypes(String statement) {
        code(statement).about("BlockingCall").reportsOnly("BlockingCall");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new LinkedBlockingDeque<String>().poll();",
                "new LinkedBlockingDeque<String>().offer(\"\"); new LinkedBlockingDeque<String>().offerFirst(\"\");",
                "new ReentrantLock().tryLock(); new ReentrantLock().unlock();",
                "new Semaphore(1).tryAcquire(); new Semaphore(1).tryAcquire(1); new Semaphore(1).release();",
                "new CompletableFuture<String>().getNow(\"\"); new CompletableFuture<String>().isDone();",
                "((java.net.http.HttpClient) null).sendAsync(null, null);",
                "((java.nio.channels.Selector) null).selectNow();",
                "((Promise<String>) null).result();",
                "new HashMap<String, String>().get(\"\"); Optional.of(1).get(); ((Supplier<String>) null).get();",
                "String.join(\"\", List.of()); List.of(1).get(0); new ArrayList<String>().iterator();",
                "new ByteArrayInputStream(new byte[0]).read(); new StringReader(\"\").read();",
                "new CharArrayReader(new char[0]).transferTo(new StringWriter());",
                "new java.net.Socket(); new java.net.Socket(java.net.Proxy.NO_PROXY);",
                "await(Asyncio.toThread(() -> { Thread.sleep(1); return System.in.read(); }));",
                "Runnable r = new Runnable() { public void run() { LockSupport.park(); } };",
                "class Local { void m() throws Exception { Thread.sleep(1); } }",
                "System.console().reader(); new BufferedReader(new StringReader(\"\")).ready();",
                "await(Asyncio.sleep(Duration.ofMillis(1)));",
                "Asyncio.run(() -> read());",
                "Thread.yield(); Thread.currentThread().interrupt(); notify(); lock.notifyAll();",
            })
    void whatDoesNotBlock_isNot(String statement) {
        code(statement).about("BlockingCall").isClean();
    }

    @Test
    void plainAndGeneratorCode_areNot() {
        Checked.members("""
                void m() throws Exception { Thread.sleep(1); }
                @Yields Generator<Integer> g() { LockSupport.park(); return Generator.end(); }
                static { LockSupport.park(); }
                Object field = java.nio.file.Files.exists(null);
                """).isClean();
    }

    @Test
    void asyncLambdas_anonymousClasses_andAsyncGenerators_are() {
        Checked.members("""
                AsyncSupplier<String> s = () -> { Thread.sleep§(1); return read(); };
                Object o = new AsyncSupplier<String>() { public Coroutine<String> get() { LockSupport.park§(); return read(); } };
                @Async AsyncGenerator<Integer> g() { LockSupport.park§(); return AsyncGenerator.end(); }
                """).reportsOnly("BlockingCall", "BlockingCall", "BlockingCall");
    }

    @Test
    void callsWithoutReceiver_andImportedOnes_areReported() {
        Checked.raw("""
                import static java.lang.Thread.sleep;
                import static java.nio.file.Files.delete;
                import dev.fermata.*;
                class Worker extends Thread {
                    @Async Coroutine<Void> go() throws Exception {
                        join§();
                        this.join§(1);
                        super.join§();
                        sleep§(1);
                        delete§(null);
                        wait§();
                        return Coroutine.done();
                    }
                }
                """)
                .about("BlockingCall")
                .reportsOnly(
                        "BlockingCall", "BlockingCall", "BlockingCall", "BlockingCall", "BlockingCall", "BlockingCall");
    }

    @Test
    void methodsOfSubtypes_thatOnlyShareTheName_areNot() {
        Checked.members("""
                static class Shelf extends LinkedBlockingQueue<String> {
                    static final long serialVersionUID = 1;
                    String take(int at, int of) { return ""; }
                }
                static class Nap extends Thread { static void sleep(String how) { } void join(String a, String b) { } }
                @Async Coroutine<Void> go(Shelf shelf, Nap nap) throws Exception {
                    shelf.take(1, 2);
                    nap.join("", "");
                    shelf.take§();
                    return done();
                }
                """).about("BlockingCall").reportsOnly("BlockingCall");
    }

    @Test
    void typeVariables_areTheirBounds() {
        Checked.members("""
                @Async <F extends Future<String>, Q extends Object & BlockingQueue<F>> Coroutine<Void> go(Q q, F f) throws Exception {
                    q.take§().get§();
                    f.get§();
                    return done();
                }
                """).about("BlockingCall").reportsOnly("BlockingCall", "BlockingCall", "BlockingCall");
    }

    private static final String STORE = """
            class Store { void save() { } void size() { } static class Inner { void load() { } } }
            class Child extends Store { }
            class Subject {
                @Async Coroutine<Void> go(Store s, Child c, Store.Inner i, CompletableFuture<String> f) throws Exception {
            """;

    private static void edited(String blocking, String statements, String... ids) {
        Checked.file(STORE + statements + "\nreturn Coroutine.done();\n}\n}\n", "-Afermata.blocking=" + blocking)
                .about("BlockingCall")
                .reportsOnly(ids);
    }

    @Test
    void option_addsMethodsAndTypes() {
        edited("demo.Store#save", "s.save§(); c.save§(); s.size();", "BlockingCall", "BlockingCall");
        edited("demo.Store#*", "s.save§(); c.size§(); i.load();", "BlockingCall", "BlockingCall");
        edited("demo.Store.Inner#load", "i.load§(); s.save();", "BlockingCall");
        Checked.file(STORE + "s.save§(); return Coroutine.done(); } }\n", "-Afermata.blocking=demo.Store#save")
                .about("BlockingCall")
                .warns(text("Store.save()", THREAD));
    }

    @Test
    void option_takesMethodsAndTypesOff() {
        edited("!java.lang.Thread#sleep", "Thread.sleep(1); Thread.currentThread().join§();", "BlockingCall");
        edited(
                "!java.nio.file.Files#exists",
                "java.nio.file.Files.exists(null); java.nio.file.Files.size§(null);",
                "BlockingCall");
        edited("!java.nio.file.Files#*", "java.nio.file.Files.exists(null);");
        edited("!java.util.concurrent.Future#*", "f.join(); f.get();");
    }

    @Test
    void option_itsLastEntryForACall_counts() {
        edited("demo.Store#*,!demo.Store#size", "s.save§(); s.size();", "BlockingCall");
        edited("!demo.Store#*,demo.Child#save", "s.save(); c.save§(); c.size();", "BlockingCall");
    }

    @Test
    void option_typesThatAreNotOnThePath_areIgnored() {
        edited("com.acme.Missing#run,!com.acme.Other#*", "s.save(); Thread.sleep§(1);", "BlockingCall");
    }

    @Test
    void suppression_works() {
        Checked.members("""
                @SuppressWarnings("BlockingCall") @Async Coroutine<Void> a() throws Exception { Thread.sleep(1); return done(); }
                @Async Coroutine<Void> b() throws Exception { @SuppressWarnings("fermata") String s = new CompletableFuture<String>().join(); return done(); }
                """).about("BlockingCall").isClean();
    }
}
