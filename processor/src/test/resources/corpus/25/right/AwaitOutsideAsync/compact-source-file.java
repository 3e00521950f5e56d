import module java.base;

import dev.fermata.Async;
import dev.fermata.AsyncIterable;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;

import static dev.fermata.Coroutine.*;

record Line(String text, Coroutine<Integer> weight) {}

@Async
Coroutine<Integer> weigh(List<Line> lines) {
    int sum = 0;
    for (Line line : lines) {
        if (line instanceof Line(var text, var weight) && !text.isEmpty()) {
            sum += await(weight);
        }
    }
    return result(sum);
}

void main() {
    IO.println(Asyncio.run(weigh(List.of(new Line("a", result(1))))));
}
