package corpus;

import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncIterable;
import dev.fermata.AsyncIterator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

class Sources {
    static final class Both implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("a").iterator();
        }
    }

    int count(Both both, AsyncGenerator<String> generator, Stream<AsyncIterable<String>> streams) {
        int n = 0;
        for (String each : both) {
            n += each.length();
        }
        for (AsyncIterable<String> source : List.of(generator)) {
            n += source.hashCode();
        }
        Iterator<AsyncIterator<String>> iterators =
                streams.map(AsyncIterable::iterator).iterator();
        while (iterators.hasNext()) {
            n += iterators.next().hashCode();
        }
        return n;
    }
}
