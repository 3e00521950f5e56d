package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.result;

abstract class Base {
    abstract Coroutine<String> name();

    @Async
    abstract Coroutine<String> other();

    @Async
    Coroutine<String> delegated() {
        return name();
    }

    @Async
    Coroutine<String> refused() {
        throw new UnsupportedOperationException();
    }

    @Async
    Coroutine<String> mixed(boolean plain) {
        return plain ? result("x") : name();
    }
}

class Child extends Base implements AsyncSupplier<Integer> {
    @Async
    @Override
    Coroutine<String> name() {
        return result("child");
    }

    @Async
    @Override
    Coroutine<String> other() {
        return result("other");
    }

    @Async
    @Override
    public Coroutine<Integer> get() {
        return result(1);
    }
}

class Lambdas {
    final AsyncSupplier<Integer> lambda = () -> result(1);
    final AsyncSupplier<Integer> anonymous = new AsyncSupplier<>() {
        @Async
        @Override
        public Coroutine<Integer> get() {
            return result(2);
        }
    };

    @Async
    AsyncGenerator<Integer> none() {
        return AsyncGenerator.end();
    }

    Coroutine<Integer> plain() {
        return result(3);
    }
}
