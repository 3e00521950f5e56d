package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

interface Shape {
    @Async Coroutine<Double> area();
    @Async default Coroutine<Double> twice() { double a = await(area()); return result(2 * a); }
    @Async static <S extends Shape> Coroutine<S> larger(S a, S b) { return result(await(a.area()) > await(b.area()) ? a : b); }
    @Async private Coroutine<String> label() { return result("""
        area of %s: %s
        """.formatted(this, await(area()))); }
    record Square(double side) implements Shape {
        public Square { if (side < 0) throw new IllegalArgumentException(); }
        @Override @Async public Coroutine<Double> area() { return result(side * side); }
    }
    enum Unit implements Shape {
        ONE(1) { @Override @Async public Coroutine<Double> twice() { return result(2.0); } },
        ZERO(0);
        final double d;
        Unit(double d) { this.d = d; }
        public Coroutine<Double> area() { return result(d); }
        final AsyncSupplier<Double> later = () -> result(await(area()));
    }
    @Async static Coroutine<Double> sum(Shape... all) {
        double sum = 0;
        for (var s : all) sum += await(s.area());
        return result(sum);
    }
}
