package dev.fermata.asyncio.adapters;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.EventLoop;
import java.awt.EventQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Without a screen: the event dispatch thread is the real one all the same. */
final class SwingLoopTest extends HostedLoopContract {
    @BeforeAll
    static void withoutAScreen() {
        System.setProperty("java.awt.headless", "true");
    }

    @Override
    EventLoop newLoop() {
        return SwingLoop.create();
    }

    @Override
    Executor host() {
        return EventQueue::invokeLater;
    }

    @Test
    void made_inTheEventDispatchThread_itIsUsedThereAtOnce() {
        CompletableFuture<Object> result = new CompletableFuture<>();

        EventQueue.invokeLater(() -> {
            EventLoop own = SwingLoop.create();
            own.createTask(steps().turn().then(value -> EventQueue.isDispatchThread()))
                    .addDoneCallback(done -> {
                        result.complete(done.result());
                        own.close();
                    });
        });

        assertThat(result.join()).isEqualTo(true);
    }

    @Test
    void aListener_startsATaskOfTheRunningLoop() {
        CompletableFuture<Object> shown = new CompletableFuture<>();

        EventQueue.invokeLater(() -> Asyncio.createTask(steps().turn().run(() -> shown.complete("shown"))));

        assertThat(shown.join()).isEqualTo("shown");
    }
}
