package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Context variables outside of loops: statement 67 of the asyncio semantics. */
final class ContextTest {
    private final ContextVar<Object> plain = ContextVar.of("plain");
    private final ContextVar<Object> defaulted = ContextVar.of("defaulted", "default");

    // ---- variables

    /** Statement 67; CPython: test_context.ContextTest.test_context_getset_1. */
    @Test
    void a_variable_has_the_value_that_was_set_until_it_is_reset() {
        Context.empty().run(() -> {
            Token<Object> first = plain.set(42);
            assertThat(plain.get()).isEqualTo(42);
            Token<Object> second = plain.set("spam");
            assertThat(plain.get()).isEqualTo("spam");

            plain.reset(second);
            assertThat(plain.get()).isEqualTo(42);
            plain.reset(first);
            assertThat(plain.getOrDefault("none")).isEqualTo("none");
        });
    }

    /** Statement 67; CPython: test_context.ContextTest.test_context_getset_1. */
    @Test
    void a_variable_without_a_value_says_what_to_do() {
        assertThatThrownBy(plain::get)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("ContextVar plain has no value in this context; set() one, or give it a default: "
                        + "ContextVar.of(name, value)");
    }

    /** Statement 67; CPython: test_context.ContextTest.test_context_getset_3. */
    @Test
    void a_default_is_no_value_of_the_context() {
        Context context = Context.empty();
        context.run(() -> {
            assertThat(defaulted.get()).isEqualTo("default");
            assertThat(defaulted.getOrDefault("other")).isEqualTo("default");
            assertThat(context.contains(defaulted)).isFalse();
            assertThat(context.get(defaulted)).isNull();

            Token<Object> token = defaulted.set(1);
            assertThat(context.variables()).containsExactly(defaulted);
            defaulted.reset(token);
            assertThat(context.variables()).isEmpty();
        });
    }

    @Test
    void null_is_a_value() {
        Context.empty().run(() -> {
            defaulted.set(null);
            assertThat(defaulted.get()).isNull();
        });
    }

    @Test
    void each_thread_has_a_context_of_its_own() throws InterruptedException {
        AtomicReference<Object> seen = new AtomicReference<>();
        Thread other = new Thread(() -> {
            seen.set(plain.getOrDefault("none"));
            plain.set("other");
        });
        try (Token<Object> token = plain.set("here")) {
            other.start();
            other.join();
            assertThat(seen).hasValue("none");
            assertThat(plain.get()).isEqualTo("here");
            assertThat(token.variable()).isSameAs(plain);
        }
        assertThat(plain.getOrDefault("none")).isEqualTo("none");
    }

    // ---- tokens

    /** Statement 67; CPython: test_context.ContextTest.test_context_getset_1. */
    @Test
    void a_token_knows_the_old_value() {
        Context.empty().run(() -> {
            Token<Object> first = plain.set(42);
            Token<Object> second = plain.set("spam");

            assertThat(second.oldValue()).isEqualTo(42);
            assertThat(first.hasOldValue()).isFalse();
            assertThatThrownBy(first::oldValue)
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessage("ContextVar plain had no value in its context before it was set");
        });
    }

    /** Statement 67; CPython: test_context.ContextTest.test_context_getset_1. */
    @Test
    void a_token_resets_once() {
        Context.empty().run(() -> {
            Token<Object> token = plain.set(1);
            plain.reset(token);

            assertThatThrownBy(() -> plain.reset(token))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Token of ContextVar plain, used has already been used once");
            assertThatThrownBy(token::close).isInstanceOf(IllegalStateException.class);
        });
    }

    /** Statement 67; CPython: test_context.ContextTest.test_context_getset_2. */
    @Test
    void a_token_resets_its_own_variable_only() {
        Context.empty().run(() -> {
            Token<Object> token = plain.set(1);

            assertThatThrownBy(() -> defaulted.reset(token))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Token of ContextVar plain was created by a different ContextVar than ContextVar"
                            + " defaulted");
            plain.reset(token); // the wrong try has not used it up
        });
    }

    /** Statement 67; CPython: test_context.ContextTest.test_context_getset_4. */
    @Test
    void a_token_resets_in_its_own_context_only() {
        Token<Object> token = Context.empty().run(() -> plain.set(1));

        assertThatThrownBy(() -> plain.reset(token))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Token of ContextVar plain was created in a different Context; reset it in the task that has"
                                + " set the variable");
    }

    // ---- contexts

    /** Statement 67; CPython: test_context.ContextTest.test_context_run_4. */
    @Test
    void what_a_run_sets_stays_in_its_context() {
        Context one = Context.empty();
        Context two = Context.empty();

        Context copied = one.run(() -> {
            plain.set("spam");
            two.run(() -> assertThat(plain.getOrDefault("none")).isEqualTo("none"));
            assertThat(plain.get()).isEqualTo("spam");
            return Context.copy();
        });

        assertThat(one.get(plain)).isEqualTo("spam");
        assertThat(copied.get(plain)).isEqualTo("spam");
        assertThat(two.variables()).isEmpty();
        assertThat(plain.getOrDefault("none")).isEqualTo("none");
    }

    /** Statement 67; CPython: test_context.ContextTest.test_context_run_3 and test_context_run_5. */
    @Test
    void what_a_run_throws_is_thrown_as_it_is_and_the_context_is_left() {
        IOException thrown = new IOException();
        Context context = Context.empty();

        assertThatThrownBy(() -> context.run(() -> {
                    plain.set("spam");
                    throw thrown;
                }))
                .isSameAs(thrown);

        assertThat(plain.getOrDefault("none")).isEqualTo("none");
        assertThat(context.<Object>run(plain::get)).isEqualTo("spam");
    }

    /** Statement 67; CPython: test_context.ContextTest.test_context_run_7. */
    @Test
    void a_context_cannot_be_entered_twice() {
        Context context = Context.empty();
        context.run(() -> {
            plain.set(1);
            assertThatThrownBy(() -> context.run(() -> {}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("cannot enter context: Context(plain) is already entered; run in a copy of it:"
                            + " Context.copyOf(context)");
            Context.empty()
                    .run(() ->
                            assertThatThrownBy(() -> context.run(() -> {})).isInstanceOf(IllegalStateException.class));
            assertThat(plain.get()).isEqualTo(1);
        });
        context.run(() -> {}); // left again
    }

    @Test
    void a_context_cannot_be_entered_in_two_threads() throws InterruptedException {
        Context context = Context.empty();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread other = new Thread(() -> {
            try {
                context.run(() -> {});
            } catch (Throwable refused) {
                thrown.set(refused);
            }
        });
        context.run(() -> {
            other.start();
            other.join();
            return null;
        });

        assertThat(thrown.get())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(
                        "is already entered in thread " + Thread.currentThread().getName());
    }

    /** Statement 67; CPython: test_context.ContextTest.test_context_copy_1. */
    @Test
    void a_copy_keeps_what_was_there() {
        Context context = Context.empty();
        context.run(() -> {
            plain.set(10);
            Context copy = Context.copyOf(context);
            plain.set(20);
            assertThat(copy.get(plain)).isEqualTo(10);
            assertThat(Context.copy().get(plain)).isEqualTo(20);
        });
    }
}
