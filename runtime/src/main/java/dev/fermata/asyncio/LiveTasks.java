package dev.fermata.asyncio;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The tasks of a group that have not ended, in the order in which they were made. One that ends is only counted, and stays in
 * the list until as many have ended as have not: a hash set, the alternative, costs more than all else that a group does for
 * a task. So the results of at most that many are kept a while longer.
 */
final class LiveTasks {
    /** So many that have ended are always kept, or a group of few tasks would close its gaps for each. */
    private static final int FEW = 8;

    private final List<Task<?>> tasks = new ArrayList<>();
    private int live;

    void add(Task<?> task) {
        tasks.add(task);
        live++;
    }

    /** One has ended: it is done. */
    void ended() {
        live--;
        if (live == 0) {
            tasks.clear();
        } else if (tasks.size() - live > Math.max(live, FEW)) {
            tasks.removeIf(Task::isDone);
        }
    }

    /** Takes out what will not run and so not end. */
    void removeIf(Predicate<Task<?>> refused) {
        int before = tasks.size();
        tasks.removeIf(refused);
        live -= before - tasks.size();
    }

    boolean isEmpty() {
        return live == 0;
    }

    int size() {
        return live;
    }

    /** How many are in the list, those included that have ended. */
    int kept() {
        return tasks.size();
    }

    /** Those that are not done, as they are now. */
    List<Task<?>> snapshot() {
        List<Task<?>> pending = new ArrayList<>(live);
        for (Task<?> task : tasks) {
            if (!task.isDone()) {
                pending.add(task);
            }
        }
        return pending;
    }
}
