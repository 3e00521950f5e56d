package dev.fermata.processor.check;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LockAcrossAwaitCheckTest {
    /** BlockingCall, which sees {@code lock()}, is off here. */
    private static Checked code(String statements) {
        return Checked.file("""
                class Subject {
                    static Coroutine<String> read() { return result("x"); }
                    static Coroutine<Integer> size(Object... of) { return result(of.length); }
                    static AsyncIterable<String> lines() { return null; }
                    final ReentrantLock l = new ReentrantLock();
                    final Lock m = new ReentrantLock();
                    final ReadWriteLock rw = new ReentrantReadWriteLock();
                    final Map<String, Lock> locks = new HashMap<>();
                    Subject next;
                    void work() { }
                    void risky() throws IOException { }
                    void take(Object... o) { }
                    void releaseAll() { l.unlock(); }
                    enum Two { ONE, OTHER }
                    @Async Coroutine<Void> go(boolean b, boolean c, int i, Two two) throws Exception {
                """ + statements + "\nreturn done();\n}\n}\n", "-Afermata.check.BlockingCall=off");
    }

    private static String text(String what, String lock, String noun) {
        return "[LockAcrossAwait] " + what + " while '" + lock
                + "' is held; the thread that holds it serves other coroutines meanwhile\n  Unlock before the " + noun
                + ", or use AsyncLock.";
    }

    @Test
    void await_isReportedAtTheCall() {
        code("String n; l.lock(); try { n = await§(read()); } finally { l.unlock(); }")
                .reports(
                        "[LockAcrossAwait] await() while 'l' is held; the thread that holds it serves other coroutines meanwhile\n"
                                + "  Unlock before the await, or use AsyncLock.");
    }

    @Test
    void locks_areNamedAsTheyStandInTheSource_theLastOneFirst() {
        code("""
                this.l.lock(); await§(read()); l.unlock();
                rw.readLock().lock(); suspend§(1); this.rw.readLock().unlock();
                next.l.lock(); try { l.lock(); await§(read()); l.unlock(); await§(read()); } finally { next.l.unlock(); }
                Lock local = locks.get("k"); local.lock(); await§(read()); local.unlock();
                """)
                .reports(
                        text("await()", "this.l", "await"),
                        text("suspend()", "rw.readLock()", "suspend"),
                        text("await()", "l", "await"),
                        text("await()", "next.l", "await"),
                        text("await()", "local", "await"));
    }

    @Test
    void implicitSuspensions_areReportedAtTheirStatement() {
        code("""
                l.lock();
                §for (String s : lines()) work();
                AsyncIterator<String> it = lines().iterator();
                if (it.hasNext§()) work();
                §try (AsyncGenerator<String> g = null) { work(); }
                l.unlock();
                """)
                .reports(
                        text("for over AsyncIterable", "l", "loop"),
                        text("hasNext()", "l", "call"),
                        text("aclose() of a resource", "l", "try"));
    }

    @Test
    void yieldsOfAsyncGenerators_areReported() {
        Checked.file("""
                class Subject {
                    final Lock l = new ReentrantLock();
                    @Async AsyncGenerator<Integer> go() {
                        if (l.tryLock()) { AsyncGenerator.yield§(1); l.unlock(); }
                        return AsyncGenerator.end();
                    }
                    AsyncSupplier<Void> s = () -> { if (l.tryLock()) { await§(done()); l.unlock(); } return done(); };
                }
                """).reports(text("AsyncGenerator.yield()", "l", "yield"), text("await()", "l", "await"));
    }

    @Test
    void yieldsOfGenerators_areReported() {
        Checked.members("""
                final Lock l = new ReentrantLock();
                @Yields Generator<Integer> go(Generator<Integer> more) {
                    l.lock();
                    try { Generator.yield§(1); Generator.yieldFrom§(more); } finally { l.unlock(); }
                    Generator.yield(2);
                    return Generator.end();
                }
                """).reports(yielded("Generator.yield()"), yielded("Generator.yieldFrom()"));
    }

    private static String yielded(String what) {
        return "[LockAcrossAwait] " + what
                + " while 'l' is held; it stays held until the consumer asks for more, if it does\n"
                + "  Unlock before the yield.";
    }

    @EnabledForJreRange(min = JRE.JAVA_21)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "l.lock(); switch (o) { case String s when await§(size()) > 0 -> work(); default -> work(); } l.unlock();",
                "switch (o) { case String s when l.tryLock() -> { await§(read()); l.unlock(); } default -> await(read()); }",
                "l.lock(); switch (o) { case String s when b && c: await§(read()); default: l.unlock(); }",
                "l.lock(); int n = switch (o) { case String s when await§(size()) > 0 -> 1; case null, default -> await§(size()); }; l.unlock();",
                "switch (o) { case String s when !l.tryLock() -> work(); case String s -> { await§(read()); l.unlock(); } default -> work(); }",
            })
    void guards_areConditionsOfTheirArms(String statements) {
        guarded(statements)
                .reportsOnly(Collections.nCopies(statements.split("§").length - 1, "LockAcrossAwait")
                        .toArray(String[]::new));
    }

    @EnabledForJreRange(min = JRE.JAVA_21)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "switch (o) { case String s when await(size()) > 0 -> work(); default -> { l.lock(); l.unlock(); } }",
                "switch (o) { case String s when l.tryLock() -> l.unlock(); default -> await(read()); } await(read());",
                "l.lock(); switch (o) { case String s when b -> l.unlock(); case null, default -> l.unlock(); } await(read());",
            })
    void guards_whereItIsNotHeld_areNot(String statements) {
        guarded(statements).isClean();
    }

    private static Checked guarded(String statements) {
        return code(statements.replace("(o)", "((Object) two)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "l.lockInterruptibly(); await§(read()); l.unlock();",
                "if (l.tryLock()) { try { await§(read()); } finally { l.unlock(); } }",
                "if (l.tryLock(1, TimeUnit.SECONDS)) { await§(read()); l.unlock(); }",
                "if ((b && l.tryLock())) { await§(read()); l.unlock(); }",
                "if (!l.tryLock()) return done(); await§(read()); l.unlock();",
                "while (!l.tryLock()) { await(read()); } await§(read()); l.unlock();",
                "l.lock(); if (b) l.unlock(); await§(read());",
                "l.lock(); if (b) { l.unlock(); return done(); } await§(read()); l.unlock();",
                "if (b) l.lock(); await§(read());",
                "l.lock(); try { work(); } finally { if (b) l.unlock(); } await§(read());",
                "l.lock(); try { work(); } catch (IllegalStateException e) { await§(read()); } finally { l.unlock(); }",
                "l.lock(); try { risky(); } catch (IOException e) { await§(read()); } finally { l.unlock(); }",
                "l.lock(); try { work(); } finally { await§(read()); l.unlock(); }",
                "for (int k = 0; k < i; k++) { await§(read()); l.lock(); }",
                "l.lock(); for (int k = 0; k < i; k++) { await§(read()); } l.unlock();",
                "l.lock(); while (true) { await§(read()); if (b) break; } l.unlock();",
                "l.lock(); do { if (b) continue; await§(read()); } while (c); l.unlock();",
                "l.lock(); switch (i) { case 1: l.unlock(); break; case 2: work(); default: await§(read()); l.unlock(); }",
                "l.lock(); int k = switch (i) { case 1 -> await§(size()); default -> { l.unlock(); yield await(size()); } };",
                "switch (i) { case 1: l.lock(); case 2: await§(read()); l.unlock(); }",
                "l.lock(); switch (i) { case 1 -> { l.unlock(); switch (i) { default -> work(); } l.lock(); } default -> await§(read()); } l.unlock();",
                "l.lock(); m.lock(); m.unlock(); await§(read()); l.unlock();",
                "l.lock(); m.unlock(); await§(read()); l.unlock();",
                "rw.writeLock().lock(); rw.readLock().unlock(); await§(read()); rw.writeLock().unlock();",
                "rw.writeLock().lock(); rw.readLock().lock(); rw.writeLock().unlock(); await§(read()); rw.readLock().unlock();",
                "l.lock(); synchronized (this) { work(); } await§(read()); l.unlock();",
                "l.lock(); Runnable r = () -> { l.lock(); try { work(); } finally { l.unlock(); } }; await§(read()); l.unlock();",
                "l.lock(); if (l.isHeldByCurrentThread()) { await§(read()); l.unlock(); }",
                "l.lock(); here: { if (b) break here; l.unlock(); return done(); } await§(read()); l.unlock();",
                "l.lock(); try { if (b) throw new IOException(); } catch (IOException e) { await§(read()); } finally { l.unlock(); }",
                "l.lock(); take(await§(read())); l.unlock();",
                "l.lock(); boolean x = b && await§(size()) > 0; l.unlock();",
            })
    void pathsOnWhichItIsHeld_areReported(String statements) {
        code(statements).about("LockAcrossAwait").reportsOnly("LockAcrossAwait");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (l.tryLock()) try { i++; } finally { l.unlock(); } await(read());",
                "l.lock(); next.l.unlock(); await(read());",
                "l.lock(); try { work(); } finally { l.unlock(); } await(read());",
                "String s = await(read()); l.lock(); l.unlock();",
                "l.lock(); if (b) { l.unlock(); } else { l.unlock(); } await(read());",
                "l.lock(); try { if (b) return done(); work(); } finally { l.unlock(); } await(read());",
                "l.lock(); try { risky(); } catch (IOException e) { work(); } finally { l.unlock(); } await(read());",
                "for (;;) { l.lock(); try { if (b) continue; if (c) break; } finally { l.unlock(); } await(read()); } await(read());",
                "l.lock(); while (b) { l.unlock(); await(read()); l.lock(); } l.unlock(); await(read());",
                "while (true) { l.lock(); if (b) { l.unlock(); await(read()); continue; } l.unlock(); break; } await(read());",
                "if (!l.tryLock()) { await(read()); return done(); } l.unlock();",
                "while (!l.tryLock()) { await(read()); } l.unlock(); await(read());",
                "if (l.tryLock()) { l.unlock(); } else { await(read()); } await(read());",
                "if (b || l.tryLock()) { work(); } else { await(read()); }",
                "l.lock(); switch (i) { case 1: l.unlock(); break; default: l.unlock(); } await(read());",
                "l.lock(); switch (two) { case ONE -> l.unlock(); case OTHER -> l.unlock(); } await(read());",
                "l.lock(); int k = switch (i) { case 1 -> { l.unlock(); yield 1; } default -> { l.unlock(); yield 2; } }; await(read());",
                "l.lock(); try { try { work(); } finally { work(); } } finally { l.unlock(); } await(read());",
                "try { l.lock(); work(); l.unlock(); risky(); } catch (IOException e) { await(read()); }",
                "try { l.lock(); work(); l.unlock(); work(); } catch (RuntimeException e) { await(read()); }",
                "l.lock(); try { work(); l.unlock(); } catch (Throwable t) { l.unlock(); throw t; } await(read());",
                "l.lock(); try { work(); l.unlock(); } catch (Exception e) { l.unlock(); } finally { await(read()); }",
            })
    void afterUnlockOnEveryPath_isNot(String statements) {
        code(statements).about("LockAcrossAwait").isClean();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // the same condition twice
                "if (b) l.lock(); try { work(); } finally { if (b) l.unlock(); } await(read());",
                "boolean held = false; if (b) { l.lock(); held = true; } if (!held) { await(read()); } else { l.unlock(); }",
                "if (b) l.lock(); if (b) { l.unlock(); return done(); } await(read());",
                "boolean held = l.tryLock(); if (held) { l.unlock(); } await(read());",
                "boolean held = true; l.lock(); try { if (b) { l.unlock(); held = false; } } finally { if (held) l.unlock(); } await(read());",
                "l.lock(); if (l.isHeldByCurrentThread()) l.unlock(); await(read());",
                "if (b) l.lock(); int k = b ? 0 : await(size()); if (b) l.unlock();",
                // another name
                "Lock other = l; l.lock(); other.unlock(); await(read());",
                "Lock other = l; other.lock(); l.unlock(); await(read());",
                "Lock a = locks.get(\"\"); a.lock(); locks.get(\"\").unlock(); await(read());",
                // unlocked elsewhere
                "l.lock(); take(l); await(read());",
                "l.lock(); releaseAll(); await(read());",
                "l.lock(); try (AutoCloseable held = l::unlock) { work(); } await(read());",
                "Runnable undo = () -> l.unlock(); l.lock(); undo.run(); await(read());",
                "l.lock(); List.of(l).forEach(Lock::unlock); await(read());",
                "for (Lock a : locks.values()) a.lock(); for (Lock a : locks.values()) a.unlock(); await(read());",
                // not tracked
                "locks.get(\"\").lock(); await(read()); locks.get(\"\").unlock();",
                "Lock a = m; a.lock(); a = new ReentrantLock(); await(read());",
                "new StampedLock().writeLock(); await(read());",
                "Semaphore s = new Semaphore(1); s.acquire(); await(read()); s.release();",
                "dev.fermata.asyncio.sync.AsyncLock a = null; await(a.acquire()); await(read()); a.release();",
                "await(new dev.fermata.asyncio.sync.AsyncLock().with(() -> read()));",
            })
    void whatCannotBeKnown_isNot(String statements) {
        code(statements).isClean();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "l.lock(); AsyncSupplier<String> s = () -> result(await(read())); l.unlock();",
                "Runnable r = () -> { l.lock(); work(); }; r.run(); await(read());",
                "await(Asyncio.toThread(() -> { l.lock(); try { return 1; } finally { l.unlock(); } }));",
                "l.lock(); Object o = new Object() { @Async Coroutine<Void> m() { await(read()); return done(); } }; l.unlock();",
            })
    void otherContexts_areNot(String statements) {
        code(statements).about("LockAcrossAwait").isClean();
    }

    @Test
    void plainCode_isNotLookedAt() {
        Checked.members("final Lock l = null; void m() { l.lock(); for (String s : List.of(\"\")) { } l.unlock(); }\n")
                .isClean();
    }

    @Test
    void loopsNestedTooDeep_areGivenUp() {
        code("for (;;) { if (b) break;\n".repeat(20) + "await(read()); l.lock();" + "}".repeat(20))
                .isClean();
    }

    @Test
    void suppression_works() {
        Checked.members("""
                final Lock l = null;
                @SuppressWarnings("LockAcrossAwait") @Async Coroutine<Void> a() { if (l.tryLock()) { await(read()); l.unlock(); } return done(); }
                """).isClean();
    }
}
