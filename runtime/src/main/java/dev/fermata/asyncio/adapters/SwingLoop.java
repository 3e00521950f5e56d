package dev.fermata.asyncio.adapters;

import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.LoopHost;
import java.awt.EventQueue;
import java.util.concurrent.TimeUnit;
import javax.swing.Timer;

/**
 * A loop in the event dispatch thread of AWT and Swing: coroutines that read and change components between their awaits, and
 * never block the interface. Needs the module {@code java.desktop}.
 */
public final class SwingLoop {
    private SwingLoop() {}

    /**
     * Makes a loop that runs in turns of the event dispatch thread, see {@link EventLoop#hostedBy}. Any thread. One for a
     * program is enough: listeners find it with {@link EventLoop#running}.
     *
     * <p>A step that opens a modal dialog keeps the tasks of the loop waiting until that is closed, though the interface goes
     * on; show it with {@link EventQueue#invokeLater} and await a promise instead.
     *
     * @return a new loop
     */
    public static EventLoop create() {
        return EventLoop.hostedBy(new Host());
    }

    private static final class Host implements LoopHost {
        @Override
        public void execute(Runnable turn) {
            EventQueue.invokeLater(turn);
        }

        /** Swing counts milliseconds; rounded up, as a turn before its time would only ask again. */
        @Override
        public Runnable schedule(Runnable turn, long nanos) {
            long millis = TimeUnit.NANOSECONDS.toMillis(nanos - 1) + 1;
            Timer timer = new Timer((int) Math.min(millis, Integer.MAX_VALUE), event -> turn.run());
            timer.setRepeats(false);
            timer.start();
            return timer::stop;
        }

        @Override
        public boolean isHostThread() {
            return EventQueue.isDispatchThread();
        }

        @Override
        public String toString() {
            return "the event dispatch thread";
        }
    }
}
