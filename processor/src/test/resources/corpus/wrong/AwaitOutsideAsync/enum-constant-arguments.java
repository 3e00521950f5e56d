package corpus;

import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

enum Planet {
    EARTH(await(mass("earth"))), // error AwaitOutsideAsync
    MARS(1.0) {
        @Override
        double mass() {
            return await(mass("mars")); // error AwaitOutsideAsync
        }
    };

    private final double mass;

    Planet(double mass) {
        this.mass = mass;
    }

    double mass() {
        return mass;
    }

    static Coroutine<Double> mass(String name) {
        return result(2.0);
    }
}
