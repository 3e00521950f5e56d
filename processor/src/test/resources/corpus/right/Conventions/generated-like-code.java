package corpus;

@java.lang.SuppressWarnings({"unused", "rawtypes"})
final class Stub_$Proxy<T extends java.lang.Object> implements dev.fermata.AsyncFunction<java.util.List<? extends T>, T[]> {
    private final dev.fermata.Coroutine<? extends java.util.List<T>> $delegate;
    private java.lang.Object[] $state = new java.lang.Object[]{};

    Stub_$Proxy(final dev.fermata.Coroutine<? extends java.util.List<T>> $delegate) {
        super();
        this.$delegate = ($delegate);
    }

    @java.lang.Override @dev.fermata.Async
    public final dev.fermata.Coroutine<T[]> apply(final java.util.List<? extends T> $0) throws java.lang.Exception {
        final java.util.List<T> $1 = dev.fermata.Coroutine.<java.util.List<T>>await(this.$delegate);
        ;;
        { { this.$state = $1.toArray(); } }
        @java.lang.SuppressWarnings("unchecked") final T[] $2 = (T[]) (java.lang.Object[]) this.$state;
        return dev.fermata.Coroutine.<T[]>result($2);
    }
}
