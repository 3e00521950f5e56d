package corpus;

import dev.fermata.AsyncIterable;
import dev.fermata.AsyncIterator;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

class Pass {
    private AsyncIterable<String> kept;

    AsyncIterable<String> keep(AsyncIterable<String> source) {
        kept = source;
        AsyncIterator<String> iterator = source.iterator();
        Objects.requireNonNull(iterator);
        return kept;
    }

    int plain(Generator<String> words, List<Coroutine<Integer>> all, Iterator<String> rest) {
        int n = all.size();
        for (String word : words) {
            n += word.length();
        }
        for (Coroutine<Integer> each : all) {
            each.close();
        }
        return rest.hasNext() ? n : -n;
    }
}
