package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncIterable;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.TaskGroup;
import dev.fermata.asyncio.sync.AsyncLock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

class ChatServer {
    interface Client extends AsyncCloseable {
        String name();

        AsyncIterable<String> lines();

        Coroutine<Void> send(String line);
    }

    private final Map<String, Client> clients = new LinkedHashMap<>();
    private final AsyncLock lock = new AsyncLock();
    private int served;

    @Async
    Coroutine<Void> serve(AsyncIterable<Client> arrivals) {
        return TaskGroup.run(group -> {
            for (Client client : arrivals) {
                group.start(() -> talk(client));
            }
            return done();
        });
    }

    @Async
    private Coroutine<Void> talk(Client client) {
        await(lock.with(() -> {
            clients.put(client.name(), client);
            await(client.send("hello"));
            return done();
        }));
        try (client) {
            for (String line : client.lines()) {
                await(broadcast(client, line));
            }
        } catch (IllegalStateException e) {
            System.out.println(client.name() + ": " + e.getMessage());
        } finally {
            clients.remove(client.name());
            served++;
        }
        return done();
    }

    @Async
    private Coroutine<Integer> broadcast(Client from, String line) {
        List<Coroutine<Void>> sends = new ArrayList<>();
        for (Client each : clients.values()) {
            if (each != from) {
                sends.add(Asyncio.waitFor(each.send(line), Duration.ofSeconds(2)));
            }
        }
        return result(await(Asyncio.gather(sends)).size());
    }

    static void main(String[] arguments) {
        ChatServer server = new ChatServer();
        Asyncio.run(() -> {
            await(Asyncio.sleep(Duration.ofMillis(1)));
            return server.serve(null);
        });
    }
}
