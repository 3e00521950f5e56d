package dev.fermata.asyncio;

import dev.fermata.machine.FrameProbe;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What nobody else takes: it goes to the exception handler, and what that refuses, to the log. */
final class ErrorReports {

    private final BaseEventLoop loop;

    /** Made when something has failed: each program's start would pay for the class. */
    private @Nullable Failures failures;

    private @Nullable ExceptionHandler handler;

    ErrorReports(BaseEventLoop loop) {
        this.loop = loop;
    }

    void setHandler(@Nullable ExceptionHandler handler) {
        this.handler = handler;
    }

    @Nullable
    ExceptionHandler handler() {
        return handler;
    }

    /** Notes a failure that somebody may still retrieve. */
    void failed(Promise<?> promise) {
        if (failures == null) {
            failures = new Failures();
        }
        failures.add(promise);
    }

    /** Reports those that nobody has retrieved, but for those that callbacks were told of. */
    void reportFailures() {
        report(failures == null ? List.of() : failures.take());
    }

    /** Reports those that nobody has retrieved and now will not. */
    void reportAllFailures() {
        report(failures == null ? List.of() : failures.takeAll());
    }

    private void report(List<Promise<?>> unseen) {
        for (Promise<?> failed : unseen) {
            Task<?> task = failed instanceof Task<?> it ? it : null;
            String what = task == null ? "Promise exception was never retrieved" : "Task exception was never retrieved";
            report(new ErrorContext(what, failed.exception(), failed, task, null));
        }
        for (RuntimeException dropped : FrameProbe.takeDropped()) {
            report(new ErrorContext("coroutine was never awaited", dropped, null, null, null));
        }
    }

    /** Reports tasks that will never end. */
    void reportPending(Collection<Task<?>> pending) {
        if (pending.isEmpty()) { // else each program's end would load the classes of an iterator for it
            return;
        }
        for (Task<?> task : pending) {
            report(new ErrorContext("Task was destroyed but it is pending!", null, task, task, null));
        }
    }

    void report(ErrorContext context) {
        ExceptionHandler own = handler;
        if (own == null) {
            log(context);
            return;
        }
        try {
            CurrentContext.runFor(context, () -> own.handle(loop, context));
        } catch (VirtualMachineError fatal) {
            throw fatal;
        } catch (Throwable broken) {
            log(context);
            log(new ErrorContext("The exception handler has failed", broken, null, null, null));
        }
    }

    static void log(ErrorContext context) {
        StringBuilder text = new StringBuilder(context.message());
        if (context.promise() != null) {
            text.append(": ").append(context.promise());
        }
        if (context.task() != null) {
            FrameProbe.origin(context.task().coroutine())
                    .forEach(caller -> text.append("\n\tmade at ").append(caller));
        }
        Log.LOGGER.log(System.Logger.Level.ERROR, text.toString(), context.exception());
    }
}
