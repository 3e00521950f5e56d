package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** Collects what a loop reports. */
final class Reports implements ExceptionHandler {
    private List<ErrorContext> contexts = new ArrayList<>();

    @Override
    public void handle(EventLoop loop, ErrorContext context) {
        contexts.add(context);
    }

    /** What was reported since the last call. */
    List<ErrorContext> take() {
        List<ErrorContext> taken = contexts;
        contexts = new ArrayList<>();
        return taken;
    }

    ErrorContext takeOne() {
        List<ErrorContext> taken = take();
        assertThat(taken).hasSize(1);
        return taken.get(0);
    }
}
