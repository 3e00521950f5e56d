package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Shop {
    @Async
    Coroutine<String> sell(Coroutine<String> goods) {
        record Bill(String text) {
            static Bill of(Coroutine<String> of) {
                return new Bill(await(of)); // error AwaitOutsideAsync
            }
        }
        Bill bill = Bill.of(goods);
        await(Asyncio.sleep(Duration.ZERO));
        return result(bill.text());
    }
}
