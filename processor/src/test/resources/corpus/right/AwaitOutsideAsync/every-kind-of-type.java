package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

interface Shape {
    Coroutine<Double> raw();

    @Async
    default Coroutine<Double> area() {
        return result(await(raw()) * factor());
    }

    @Async
    static Coroutine<Double> sum(Shape... shapes) {
        double sum = 0;
        for (Shape shape : shapes) {
            sum += await(shape.raw());
        }
        return result(sum);
    }

    @Async
    private Coroutine<Double> half() {
        return result(await(raw()) / 2);
    }

    double factor();
}

record Square(double side, Coroutine<Double> raw) implements Shape {
    @Async
    Coroutine<Double> twice() {
        return result(await(raw) * 2);
    }

    @Override
    public double factor() {
        return side;
    }
}

enum Unit {
    METRE {
        @Async
        @Override
        Coroutine<Integer> of(Coroutine<Integer> value) {
            return result(await(value));
        }
    },
    MILE {
        @Async
        @Override
        Coroutine<Integer> of(Coroutine<Integer> value) {
            return result(1609 * await(value));
        }
    };

    abstract Coroutine<Integer> of(Coroutine<Integer> value);
}
