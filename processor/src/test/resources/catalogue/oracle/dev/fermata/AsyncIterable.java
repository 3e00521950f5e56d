package dev.fermata;

/** As the real one. */
public interface AsyncIterable<T> extends Iterable<T> {
    @Override
    AsyncIterator<T> iterator();
}
