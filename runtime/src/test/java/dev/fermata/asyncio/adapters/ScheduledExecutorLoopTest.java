package dev.fermata.asyncio.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.asyncio.EventLoop;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ScheduledExecutorLoopTest extends HostedLoopContract {
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();

    @Override
    EventLoop newLoop() {
        return ScheduledExecutorLoop.on(executor);
    }

    @Override
    Executor host() {
        return executor;
    }

    @Override
    @AfterEach
    void close() {
        super.close();
        assertThat(executor.isShutdown()).isFalse(); // the host is not the loop's to end
        executor.shutdown();
    }

    @Test
    void anExecutorWithSeveralThreads_isRefused() {
        ScheduledExecutorService several = Executors.newScheduledThreadPool(4);
        assertThatThrownBy(() -> ScheduledExecutorLoop.on(several))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a loop needs an executor with one thread, this one has 4; "
                        + "use Executors.newSingleThreadScheduledExecutor()");
        several.shutdown();
    }

    @Test
    void anExecutorThatHasBeenShutDown_isRefused() {
        ScheduledExecutorService ended = Executors.newSingleThreadScheduledExecutor();
        ended.shutdown();
        assertThatThrownBy(() -> ScheduledExecutorLoop.on(ended)).isInstanceOf(RejectedExecutionException.class);
    }
}
