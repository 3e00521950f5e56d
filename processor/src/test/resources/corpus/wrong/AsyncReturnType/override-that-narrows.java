package corpus;

import dev.fermata.Async;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

import static dev.fermata.Coroutine.await;

class Account {
    Object balance() {
        return 0;
    }
}

class Savings extends Account {
    @Async
    @Override
    Integer balance() { // error AsyncReturnType
        return await(Asyncio.sleep(Duration.ZERO, 1));
    }
}
