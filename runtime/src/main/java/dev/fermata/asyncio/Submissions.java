package dev.fermata.asyncio;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What other threads have given to a loop and wait for. They would wait for ever if it were closed and told nobody. */
final class Submissions {
    private final Set<LoopDependent> open = ConcurrentHashMap.newKeySet();

    /** Any thread. */
    void add(LoopDependent submission) {
        open.add(submission);
    }

    /** Any thread. */
    void remove(LoopDependent submission) {
        open.remove(submission);
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** Called when the loop says that it is closed: who adds one later, looks. */
    void loopClosed() {
        for (LoopDependent submission : open) {
            submission.loopClosed();
        }
    }
}
