package corpus;

import dev.fermata.AsyncIterator;
import java.util.ArrayList;
import java.util.List;

class Cursor<T> {
    private final AsyncIterator<T> rows;
    private final boolean empty;

    Cursor(AsyncIterator<T> rows) {
        this.rows = rows;
        this.empty = !rows.hasNext(); // error AsyncIterationOutsideAsync
    }

    List<T> all() {
        List<T> all = new ArrayList<>();
        while (!empty && rows.hasNext()) { // error AsyncIterationOutsideAsync
            all.add(rows.next()); // error AsyncIterationOutsideAsync
        }
        return all;
    }
}
