package dev.fermata.asyncio;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Takes what the loops log, in place of the console. */
final class LogRecorder extends Handler implements AutoCloseable {
    private final Logger logger = Logger.getLogger("dev.fermata.asyncio");
    private final boolean parents = logger.getUseParentHandlers();
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();
    private volatile Runnable onPublish = () -> {};

    LogRecorder() {
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    List<Throwable> thrown() {
        return records.stream().map(LogRecord::getThrown).toList();
    }

    List<String> texts() {
        return records.stream().map(LogRecord::getMessage).toList();
    }

    List<LogRecord> records() {
        return records;
    }

    /** Called for each record, in the thread that logs. */
    void onPublish(Runnable action) {
        onPublish = action;
    }

    int size() {
        return records.size();
    }

    @Override
    public void publish(LogRecord record) {
        records.add(record);
        onPublish.run();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(parents);
    }
}
