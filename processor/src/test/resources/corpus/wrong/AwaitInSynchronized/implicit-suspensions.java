package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncIterable;
import dev.fermata.AsyncIterator;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.result;

interface Connection extends AsyncCloseable {
    AsyncIterable<String> rows();
}

class Reports {
    @Async
    Coroutine<Integer> count(Connection connection) {
        int count = 0;
        synchronized (Reports.class) {
            for (String row : connection.rows()) { // error AwaitInSynchronized
                count += row.length();
            }
            try (connection) { // error AwaitInSynchronized
                count++;
            }
            AsyncIterator<String> rows = connection.rows().iterator();
            while (rows.hasNext()) { // error AwaitInSynchronized
                count += rows.next().length(); // error AwaitInSynchronized
            }
        }
        return result(count);
    }
}
