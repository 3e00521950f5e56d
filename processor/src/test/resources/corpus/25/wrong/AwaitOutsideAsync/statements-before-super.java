package corpus;

import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;

class Base {
    Base(String name) {}
}

class Derived extends Base {
    private final int size;

    Derived(Coroutine<String> name) {
        String text = await(name); // error AwaitOutsideAsync
        if (text.isEmpty()) {
            throw new IllegalArgumentException(await(name)); // error AwaitOutsideAsync
        }
        size = text.length();
        Runnable later = () -> System.out.println(await(name)); // error AwaitOutsideAsync
        super(text + later);
        System.out.println(await(name) + size); // error AwaitOutsideAsync
    }

    Derived(Coroutine<Coroutine<String>> name, int unused) {
        var inner = await(name); // error AwaitOutsideAsync
        this(inner);
    }
}
