package dev.fermata.demo;

import java.io.IOException;

/** Runs the programs of the founding article, in its order, and the crawler. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException {
        title("HelloWorld: async def hello_world");
        HelloWorld.main(args);
        title("TypeOfHelloWorld: type(hello_world)");
        TypeOfHelloWorld.main(args);
        title("IsCoroutineFunction: inspect.iscoroutinefunction(hello_world)");
        IsCoroutineFunction.main(args);
        title("TypeOfCoroutine: type(coro), inspect.iscoroutine(coro), inspect.iscoroutinefunction(coro)");
        TypeOfCoroutine.main(args);
        title("GetNumber: the same of generators");
        GetNumber.main(args);
        title("Crawler: gather over java.net.http");
        Crawler.main(args);
    }

    private static void title(String title) {
        System.out.println("\n# " + title);
    }
}
