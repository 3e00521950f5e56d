package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncIterable;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.suspend;

class LongNames {
    private final Object theVeryLongNameOfTheMonitorThatGuardsEveryAccountOfTheCustomersOfTheBankOfEngland = new Object();

    String thisIsAMethodWithAVeryLongNameThatSomebodyWroteInACodeGeneratorForADatabaseSchemaOfManyTables(
            Coroutine<String> step) {
        return await(step); // error AwaitOutsideAsync
    }

    @Async
    AsyncGenerator<Integer> all(AsyncIterable<Integer> source, AsyncCloseable resource) {
        synchronized (theVeryLongNameOfTheMonitorThatGuardsEveryAccountOfTheCustomersOfTheBankOfEngland) {
            AsyncGenerator.yield(1); // error AwaitInSynchronized
            for (int each : source) { // error AwaitInSynchronized
                System.out.println(each);
            }
            try (resource) { // error AwaitInSynchronized
                System.out.println(source);
            }
            suspend(source); // error AwaitInSynchronized
        }
        return AsyncGenerator.end();
    }
}
