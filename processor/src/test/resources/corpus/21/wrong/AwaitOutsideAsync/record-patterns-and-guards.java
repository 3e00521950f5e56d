package corpus;

import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;

sealed interface Shape permits Circle, Box {}

record Circle(Coroutine<Double> radius) implements Shape {}

record Box(Coroutine<Double> side, Shape inner) implements Shape {}

class Areas {
    double plain(Shape shape) {
        return switch (shape) {
            case Circle(Coroutine<Double> radius) when await(radius) > 1 -> 3 * await(radius); // error AwaitOutsideAsync; error AwaitOutsideAsync
            case Circle circle -> 0;
            case Box(var side, Circle(var radius)) -> await(side); // error AwaitOutsideAsync
            case Box box -> box.inner() instanceof Box(var side, var inner) && await(side) > 2 ? 1 : 2; // error AwaitOutsideAsync
        };
    }
}
