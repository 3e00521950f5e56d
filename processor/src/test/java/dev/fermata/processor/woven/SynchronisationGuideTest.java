package dev.fermata.processor.woven;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Task;
import dev.fermata.asyncio.sync.AsyncBarrier;
import dev.fermata.asyncio.sync.AsyncCondition;
import dev.fermata.asyncio.sync.AsyncEvent;
import dev.fermata.asyncio.sync.AsyncLock;
import dev.fermata.asyncio.sync.AsyncQueue;
import dev.fermata.asyncio.sync.AsyncSemaphore;
import dev.fermata.asyncio.sync.BoundedAsyncSemaphore;
import dev.fermata.asyncio.sync.BrokenBarrierException;
import dev.fermata.asyncio.sync.Hold;
import dev.fermata.asyncio.sync.QueueShutDownException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The programs of docs/guide/synchronisation.md, which are to be found here letter by letter, spaces aside. */
final class SynchronisationGuideTest {
    private static final List<Object> LOG = new ArrayList<>();

    private static List<Object> logOf(Coroutine<?> program) {
        LOG.clear();
        Asyncio.run(program);
        return List.copyOf(LOG);
    }

    static final class Account {
        private final AsyncLock lock = new AsyncLock();
        private int balance = 100;

        Coroutine<Boolean> withdraw(int amount) {
            return lock.with(() -> {
                int seen = balance;
                await(Asyncio.sleep(
                        Duration.ZERO)); // asks the bank; without the lock, others would see the same balance
                if (seen < amount) {
                    return result(false);
                }
                balance = seen - amount;
                return result(true);
            });
        }
    }

    @Async
    static Coroutine<Void> locks() {
        Account account = new Account();
        LOG.addAll(await(Asyncio.gather(account.withdraw(70), account.withdraw(70))));
        LOG.add(account.balance);
        return done();
    }

    @Test
    void aLock_keepsOthersOut() {
        assertThat(logOf(locks())).containsExactly(true, false, 30);
    }

    @Async
    static Coroutine<Void> resources() {
        AsyncLock lock = new AsyncLock();
        try (Hold held = await(lock.hold())) {
            LOG.add(lock.isLocked() + " " + (held != null));
        }
        LOG.add(lock.isLocked());
        return done();
    }

    @Test
    void aLock_isAResource() {
        assertThat(logOf(resources())).containsExactly("true true", false);
    }

    @Async
    static Coroutine<Void> events() {
        AsyncEvent open = new AsyncEvent();
        Task<Void> guest = Asyncio.createTask(enters(open));
        await(Asyncio.sleep(Duration.ofMillis(1)));
        LOG.add("the door opens");
        open.set();
        await(guest);
        return done();
    }

    @Async
    static Coroutine<Void> enters(AsyncEvent open) {
        await(open.waitFor());
        LOG.add("a guest enters");
        return done();
    }

    @Test
    void anEvent_isWaitedFor() {
        assertThat(logOf(events())).containsExactly("the door opens", "a guest enters");
    }

    static final class Mailbox {
        private final AsyncCondition condition = new AsyncCondition();
        private final Deque<String> letters = new ArrayDeque<>();

        Coroutine<String> take(String from) {
            return condition.with(() -> {
                await(condition.waitFor(() -> letters.stream().anyMatch(it -> it.startsWith(from))));
                String letter = letters.stream()
                        .filter(it -> it.startsWith(from))
                        .findFirst()
                        .orElseThrow();
                letters.remove(letter);
                return result(letter);
            });
        }

        Coroutine<Void> post(String letter) {
            return condition.with(() -> {
                letters.add(letter);
                condition.notifyEvery();
                return done();
            });
        }
    }

    @Async
    static Coroutine<Void> conditions() {
        Mailbox mailbox = new Mailbox();
        Task<String> anna = Asyncio.createTask(mailbox.take("Anna"));
        await(mailbox.post("Bert: hello"));
        await(mailbox.post("Anna: hello"));
        LOG.add(await(anna));
        LOG.addAll(mailbox.letters);
        return done();
    }

    @Test
    void aCondition_isWaitedForUntilSomethingIsSo() {
        assertThat(logOf(conditions())).containsExactly("Anna: hello", "Bert: hello");
    }

    static final class Site {
        private final AsyncSemaphore connections = new AsyncSemaphore(2);
        private int open;

        Coroutine<Integer> fetch() {
            return connections.with(() -> {
                open++;
                await(Asyncio.sleep(Duration.ofMillis(1)));
                return result(open--);
            });
        }
    }

    @Async
    static Coroutine<Void> semaphores() {
        Site site = new Site();
        LOG.addAll(await(Asyncio.gather(site.fetch(), site.fetch(), site.fetch(), site.fetch())));
        return done();
    }

    @Test
    void aSemaphore_letsSoManyIn() {
        assertThat(logOf(semaphores())).allMatch(it -> (int) it <= 2).contains(2);
    }

    @Async
    static Coroutine<Void> boundedSemaphores() {
        AsyncSemaphore desk = new BoundedAsyncSemaphore(1);
        await(desk.acquire());
        desk.release();
        try {
            desk.release();
        } catch (IllegalStateException e) {
            LOG.add(e.getMessage());
        }
        return done();
    }

    @Test
    void aBoundedSemaphore_isNotReleasedTooOften() {
        assertThat(logOf(boundedSemaphores())).containsExactly("BoundedAsyncSemaphore released too many times");
    }

    @Async
    static Coroutine<Void> runs(String name, AsyncBarrier start) {
        LOG.add(name + " is ready");
        int number = await(start.waitFor());
        LOG.add(name + " runs as number " + number);
        return done();
    }

    @Async
    static Coroutine<Void> barriers() {
        AsyncBarrier start = new AsyncBarrier(2);
        await(Asyncio.gather(runs("Ada", start), runs("Bo", start)));
        return done();
    }

    @Test
    void aBarrier_isPassedTogether() {
        assertThat(logOf(barriers()))
                .containsExactly("Ada is ready", "Bo is ready", "Bo runs as number 1", "Ada runs as number 0");
    }

    @Async
    static Coroutine<Void> abortedBarriers() {
        AsyncBarrier start = new AsyncBarrier(2);
        Task<Integer> ada = Asyncio.createTask(start.waitFor());
        await(Asyncio.sleep(Duration.ZERO));
        await(start.abort());
        try {
            await(ada);
        } catch (BrokenBarrierException e) {
            LOG.add(e.getMessage());
        }
        return done();
    }

    @Test
    void anAbortedBarrier_isBroken() {
        assertThat(logOf(abortedBarriers())).containsExactly("Abort or reset of barrier");
    }

    @Async
    static Coroutine<Void> works(AsyncQueue<String> jobs) {
        try {
            while (true) {
                LOG.add(await(jobs.get()) + " is done");
                jobs.taskDone();
            }
        } catch (QueueShutDownException e) {
            return done(); // there will be no more
        }
    }

    @Async
    static Coroutine<Void> queues() {
        AsyncQueue<String> jobs = new AsyncQueue<>(10);
        Task<Void> worker = Asyncio.createTask(works(jobs));
        for (String job : List.of("sweep", "wash", "dry")) {
            await(jobs.put(job)); // waits while there are ten
        }
        jobs.shutdown(false);
        await(jobs.join());
        await(worker);
        return done();
    }

    @Test
    void aQueue_bringsWorkToWorkers() {
        assertThat(logOf(queues())).containsExactly("sweep is done", "wash is done", "dry is done");
    }

    @Async
    static Coroutine<Void> orders() {
        AsyncQueue<String> last = AsyncQueue.lifo(0);
        AsyncQueue<String> least = AsyncQueue.priority(0, Comparator.comparing(String::length));
        for (String word : List.of("ccc", "a", "bb")) {
            last.putNow(word);
            least.putNow(word);
        }
        LOG.add(await(last.get()) + " " + await(least.get()));
        return done();
    }

    @Test
    void aQueue_hasOneOfThreeOrders() {
        assertThat(logOf(orders())).containsExactly("bb a");
    }

    @Test
    void theGuide_showsThesePrograms() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("docs/guide"))) {
            root = root.getParent();
        }
        String guide = Files.readString(root.resolve("docs/guide/synchronisation.md"));
        String source = packed(Files.readString(root.resolve("processor/src/test/java/"
                + SynchronisationGuideTest.class.getName().replace('.', '/') + ".java")));
        Matcher program = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(guide);
        int programs = 0;
        for (; program.find(); programs++) {
            assertThat(source).contains(packed(program.group(1)));
        }
        assertThat(programs).isEqualTo(10);
    }

    private static String packed(String source) {
        return source.replaceAll("\\s", "");
    }
}
