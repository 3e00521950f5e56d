package dev.fermata.asyncio;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** A ready queue that lets a test say which of those that are ready runs next: any order that a loop could have. */
final class PermutedQueue extends ReadyQueue {
    private final List<Object> ready = new ArrayList<>();
    private final IntUnaryOperator choice;
    private int left;

    PermutedQueue(IntUnaryOperator choice) {
        this.choice = choice;
    }

    @Override
    void add(Object taskOrHandle) {
        ready.add(taskOrHandle);
    }

    @Override
    void begin() {
        left = ready.size();
    }

    /** Also one that became ready in this turn: then the turn is cut short for another one. */
    @Override
    @Nullable
    Object next() {
        if (left == 0) {
            return null;
        }
        left--;
        return ready.remove(choice.applyAsInt(ready.size()));
    }

    @Override
    int size() {
        return ready.size();
    }

    @Override
    void clear() {
        ready.clear();
        left = 0;
    }
}
