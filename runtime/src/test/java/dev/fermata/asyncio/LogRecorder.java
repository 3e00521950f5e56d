package dev.fermata.asyncio;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Takes what the loops log, in place of the console. */
final class LogRecorder extends Handler implements AutoCloseable {
    private final Logger logger = Logger.getLogger("dev.fermata.asyncio");
    private final boolean parents = logger.getUseParentHandlers();
    private final List<LogRecord> records = new ArrayList<>();

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

    int size() {
        return records.size();
    }

    @Override
    public void publish(LogRecord record) {
        records.add(record);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(parents);
    }
}
