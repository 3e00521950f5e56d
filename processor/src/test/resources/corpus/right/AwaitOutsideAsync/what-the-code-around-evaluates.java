package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Task;
import java.util.List;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Around {
    @Async
    Coroutine<Integer> run(Task<Integer> size, Task<List<String>> names) {
        Thread worker = new Thread(await(names).get(0)) {
            @Override
            public void run() {
                System.out.println(getName());
            }
        };
        worker.start();
        int[] cells = new int[await(size)];
        String[][] grid = {{await(names).get(1)}, {}};
        switch (await(size)) {
            case 1:
                return result(cells.length);
            default:
                return result(grid.length + await(size));
        }
    }
}
