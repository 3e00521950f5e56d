package corpus;

import dev.fermata.AsyncIterable;
import dev.fermata.AsyncIterator;

final class Ticker implements AsyncIterable<Long> {
    @Override
    public AsyncIterator<Long> iterator() {
        throw new UnsupportedOperationException();
    }
}

class Users {
    long sum(Ticker ticker) {
        long sum = 0;
        for (var tick : ticker) sum += tick; // error AsyncIterationOutsideAsync
        return sum;
    }

    <S extends AsyncIterable<String>> boolean any(S source) {
        for (String each : source) { // error AsyncIterationOutsideAsync
            return !each.isEmpty();
        }
        return source.iterator().hasNext(); // error AsyncIterationOutsideAsync
    }
}
