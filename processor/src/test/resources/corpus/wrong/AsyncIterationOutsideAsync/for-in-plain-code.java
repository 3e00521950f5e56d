package corpus;

import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncIterable;

interface Log {
    AsyncIterable<String> lines();

    AsyncGenerator<Integer> sizes();
}

class Dump {
    void dump(Log log) {
        for (String line : log.lines()) { // error AsyncIterationOutsideAsync
            System.out.println(line);
        }
        Runnable later = () -> {
            for (int size : log.sizes()) { // error AsyncIterationOutsideAsync
                System.out.println(size);
            }
        };
        later.run();
    }
}
