package dev.fermata.asyncio.adapters;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.asyncio.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultEventExecutor;
import io.netty.util.concurrent.OrderedEventExecutor;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On a real one of Netty's, with a selector. */
final class NettyLoopTest extends HostedLoopContract {
    private static MultiThreadIoEventLoopGroup group;
    private final OrderedEventExecutor netty = group.next();

    @BeforeAll
    static void start() {
        group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    }

    @AfterAll
    static void end() {
        group.shutdownGracefully(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
    }

    @Override
    EventLoop newLoop() {
        return NettyLoop.on(netty);
    }

    @Override
    Executor host() {
        return netty;
    }

    @Test
    void anExecutorThatHasEnded_isRefused() {
        DefaultEventExecutor ended = new DefaultEventExecutor();
        ended.shutdownGracefully(0, 0, TimeUnit.SECONDS).syncUninterruptibly();

        assertThatThrownBy(() -> NettyLoop.on(ended)).isInstanceOf(RejectedExecutionException.class);
    }
}
