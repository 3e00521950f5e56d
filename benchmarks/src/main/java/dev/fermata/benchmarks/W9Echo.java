package dev.fermata.benchmarks;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.EventLoop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * A server on loopback that sends back what it gets, until it is killed. There are no streams yet: it is written on a loop
 * that waits in a {@link SelectorIdle}, as anybody can write one. The argument names the column.
 */
public final class W9Echo {
    private W9Echo() {}

    /**
     * Prints {@code PORT n} and serves.
     *
     * @param args one, ignored
     * @throws IOException if there is no network
     */
    public static void main(String[] args) throws IOException {
        SelectorIdle idle = new SelectorIdle();
        try (EventLoop loop = EventLoop.create(idle);
                ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
            System.out.println("PORT " + ((InetSocketAddress) server.getLocalAddress()).getPort());
            System.out.flush();
            loop.runUntilComplete(accept(idle, server));
        }
    }

    /** What fails in the task of one client is reported by the loop, and the others are served on. */
    @SuppressWarnings("DroppedTask")
    @Async
    private static Coroutine<Void> accept(SelectorIdle idle, ServerSocketChannel server) throws IOException {
        SelectorIdle.Ready ready = idle.register(server, SelectionKey.OP_ACCEPT);
        while (server.isOpen()) {
            await(ready.next(SelectionKey.OP_ACCEPT));
            SocketChannel client = server.accept();
            if (client != null) {
                Asyncio.createTask(serve(idle, client));
            }
        }
        return done();
    }

    @Async
    private static Coroutine<Void> serve(SelectorIdle idle, SocketChannel client) throws IOException {
        try (client) {
            client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            SelectorIdle.Ready ready = idle.register(client, SelectionKey.OP_READ);
            ByteBuffer buffer = ByteBuffer.allocateDirect(4096);
            while (true) {
                await(ready.next(SelectionKey.OP_READ));
                if (client.read(buffer) < 0) {
                    return done();
                }
                buffer.flip();
                client.write(buffer);
                while (buffer.hasRemaining()) {
                    await(ready.next(SelectionKey.OP_WRITE));
                    client.write(buffer);
                }
                buffer.clear();
            }
        }
    }
}
