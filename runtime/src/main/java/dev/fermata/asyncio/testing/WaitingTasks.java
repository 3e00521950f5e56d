package dev.fermata.asyncio.testing;

import dev.fermata.asyncio.EventLoop;

/** Who waits, and where: for the failures of runs that wait for ever. */
final class WaitingTasks {
    private WaitingTasks() {}

    /** The tasks of the running loop, each on lines of its own, with what they are suspended in. */
    static String listed() {
        StringBuilder text = new StringBuilder();
        EventLoop.running().allTasks().forEach(task -> {
            text.append("\n  ").append(task);
            task.stack().forEach(place -> text.append("\n    at ").append(place));
        });
        return text.toString();
    }
}
