package dev.fermata.processor.twins;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Context;
import dev.fermata.asyncio.ContextVar;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Promise;
import dev.fermata.asyncio.Task;
import dev.fermata.asyncio.TaskOptions;
import dev.fermata.asyncio.Token;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

/** The twins of {@code contexts.py}. */
@SuppressWarnings({"fermata", "try"})
final class Contexts extends Twins {
    private static final ContextVar<String> VAR = ContextVar.of("var", "default");
    private static final ContextVar<String> BARE = ContextVar.of("bare");

    Contexts(Consumer<String> log) {
        super(log);
    }

    @Override
    String module() {
        return "contexts";
    }

    void variablesHaveDefaults() {
        log(VAR.get(), BARE.getOrDefault("other"));
        try {
            BARE.get();
        } catch (NoSuchElementException thrown) {
            log(thrown);
        }
    }

    void variablesAreResetByTokens() {
        Token<String> first = VAR.set("one");
        Token<String> second = VAR.set("two");
        log(VAR.get());
        VAR.reset(second);
        log(VAR.get());
        VAR.reset(first);
        log(VAR.get());
    }

    void tokensAreUsedOnce() {
        Token<String> token = VAR.set("one");
        VAR.reset(token);
        try {
            VAR.reset(token);
        } catch (IllegalStateException thrown) {
            log(thrown);
        }
    }

    void tokensOfOtherContextsAreRefused() {
        Token<String> token = Context.copy().run(() -> VAR.set("one"));
        try {
            VAR.reset(token);
        } catch (IllegalArgumentException thrown) {
            log(thrown);
        }
    }

    void copiesAreApart() {
        Context context = Context.copy();
        context.run(() -> VAR.set("inside"));
        log(VAR.get(), context.run(VAR::get));
    }

    void theyCannotBeEnteredTwice() {
        Context context = Context.copy();
        context.run(() -> {
            try {
                context.run(() -> log("never"));
            } catch (IllegalStateException thrown) {
                log(thrown);
            }
        });
    }

    @Async
    private Coroutine<Void> setting() {
        log("sees", VAR.get());
        VAR.set("task");
        log("has", VAR.get());
        return done();
    }

    @Async
    Coroutine<Void> tasksHaveACopyOfTheirCreators() {
        VAR.set("main");
        Task<Void> task = Asyncio.createTask(setting());
        VAR.set("later");
        await(task);
        log("main has", VAR.get());
        return done();
    }

    @Async
    private Coroutine<Void> settingInside() {
        VAR.set("set inside");
        return done();
    }

    @Async
    Coroutine<Void> directAwaitsShareIt() {
        await(settingInside());
        log(VAR.get());
        return done();
    }

    @Async
    private Coroutine<Void> keeping(String value) {
        VAR.set(value);
        await(ticks(2));
        log(value, VAR.get());
        return done();
    }

    @Async
    Coroutine<Void> tasksKeepTheirsAcrossAwaits() {
        await(Asyncio.gather(keeping("a"), keeping("b")));
        return done();
    }

    @Async
    Coroutine<Void> callbacksRunInThatInWhichTheyWereAdded() {
        VAR.set("one");
        EventLoop.running().callSoon(() -> log("soon", VAR.get()));
        EventLoop.running().callLater(Duration.ZERO, () -> log("later", VAR.get()));
        VAR.set("two");
        await(ticks(2));
        return done();
    }

    @Async
    Coroutine<Void> callbacksOfFuturesToo() {
        Promise<Object> future = EventLoop.running().createPromise();
        VAR.set("one");
        future.addDoneCallback(it -> log(VAR.get()));
        VAR.set("two");
        future.setResult(null);
        await(ticks(1));
        return done();
    }

    @Async
    private Coroutine<Void> given() {
        log(VAR.get());
        VAR.set("set by the task");
        return done();
    }

    @Async
    Coroutine<Void> tasksMayBeGivenOne() {
        Context context = Context.copy();
        context.run(() -> VAR.set("given"));
        await(Asyncio.createTask(given(), TaskOptions.defaults().withContext(context)));
        log(context.get(VAR), VAR.get());
        return done();
    }
}
