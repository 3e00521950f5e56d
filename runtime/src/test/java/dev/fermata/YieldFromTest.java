package dev.fermata;

import static dev.fermata.ScriptedGenerator.delegating;
import static dev.fermata.ScriptedGenerator.generator;
import static dev.fermata.ScriptedGenerator.yielding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

final class YieldFromTest {
    private final List<Object> log = new ArrayList<>();

    /** Statement 47; CPython: test_yield_from.test_value_attribute_of_StopIteration_exception. */
    @Test
    void theElementsOfTheInnerAreTheOuters_andItsReturnValueIsThatOfTheExpression() {
        Generator<String> outer = delegating(yielding(log, List.of("a", "b")));

        assertThat(outer.next()).isEqualTo("a");
        assertThat(outer.next()).isEqualTo("b");
        assertThat(outer.hasNext()).isFalse();
        assertThat(outer.returned()).isEqualTo("end");
    }

    @Test
    void theInnerKnowsWhatItReturned() {
        Generator<String> inner = yielding(log, List.of("a"));

        delegating(inner).forEachRemaining(it -> {});

        assertThat(inner.returned()).isEqualTo("end");
        assertThat(inner.hasNext()).isFalse();
    }

    /** Statement 47; CPython: test_yield_from.test_delegation_of_send. */
    @Test
    void whatIsSentGoesToTheInnermost() {
        Generator<String> outer = delegating(delegating(yielding(log, List.of("a", "b", "c"))));
        outer.next();

        outer.send("x");
        outer.next();

        assertThat(log).containsExactly("x", "null");
    }

    /** Statement 47; CPython: test_yield_from.test_delegating_throw. */
    @Test
    void whatIsRaisedGoesToTheInnermost_thenToThoseThatDelegate() {
        Generator<String> outer = delegating(log, "outer", yielding(log, List.of("a", "b")));
        outer.next();
        IOException failure = new IOException("broken");

        assertThat(catchThrowable(() -> outer.raise(failure))).isSameAs(failure);
        assertThat(log).containsExactly(failure, "outer " + failure);
    }

    @Test
    void anInnerThatCatchesWhatIsRaisedGoesOn() {
        Generator<String> inner = generator((machine, state, self) -> {
            Object given = state == 0
                    ? "first"
                    : "caught " + catchThrowable(machine::resumed).getMessage();
            machine.yield(given);
            return machine.suspend(self, 1);
        });
        Generator<String> outer = delegating(inner);
        outer.next();

        assertThat(outer.raise(new IOException("broken"))).isEqualTo("caught broken");
    }

    @Test
    void anInnerThatWasConsumedInPartGoesOnWhereItWas() {
        Generator<String> inner = yielding(log, List.of("a", "b", "c"));
        inner.next();
        Generator<String> outer = delegating(inner);

        assertThat(outer.next()).isEqualTo("b");
        assertThat(outer.send("x")).isEqualTo("c");
        assertThat(log).containsExactly("null", "x");
    }

    @Test
    void anInnerThatDelegatesItself_andWasConsumedInPart_goesOnWhereItWas() {
        Generator<String> innermost = yielding(log, List.of("a", "b", "c"));
        Generator<String> inner = delegating(log, "inner", innermost);
        inner.next();
        Generator<String> outer = delegating(log, "outer", inner);

        assertThat(outer.next()).isEqualTo("b");
        assertThat(outer.send("x")).isEqualTo("c");
        assertThat(outer.hasNext()).isFalse();
        assertThat(outer.returned()).isEqualTo("end");
        assertThat(inner.returned()).isEqualTo("end");
        assertThat(log).containsExactly("null", "x", "null", "end", "inner end", "outer end");
    }

    @Test
    void anElementThatTheInnerHoldsComesFirst() {
        Generator<String> inner = yielding(log, List.of("a", "b"));
        assertThat(inner.hasNext()).isTrue();
        Generator<String> outer = delegating(inner);

        assertThat(outer.next()).isEqualTo("a");
        assertThat(outer.send("x")).isEqualTo("b");
        assertThat(log).containsExactly("x");
    }

    @Test
    void anElementThatADelegatingInnerHoldsComesFirst() {
        Generator<String> inner = delegating(log, "inner", yielding(log, List.of("a", "b")));
        assertThat(inner.hasNext()).isTrue();
        Generator<String> outer = delegating(inner);

        assertThat(outer.next()).isEqualTo("a");
        assertThat(outer.send("x")).isEqualTo("b");
        assertThat(outer.hasNext()).isFalse();
        assertThat(log).containsExactly("x", "null", "end", "inner end");
    }

    @Test
    void closingAfterAHeldElementClosesTheInner() {
        Generator<String> inner = yielding(log, List.of("a", "b"));
        inner.hasNext();
        Generator<String> outer = delegating(log, "outer", inner);
        outer.next();

        outer.close();

        assertThat(log).hasSize(2);
        assertThat(log.get(0)).isInstanceOf(GeneratorExit.class);
        assertThat(log.get(1).toString()).startsWith("outer ");
    }

    @Test
    void anInnerThatHasEndedGivesNothingButItsReturnValue() {
        Generator<String> inner = yielding(log, List.of("a"));
        inner.forEachRemaining(it -> {});
        Generator<String> outer = delegating(inner);

        assertThat(outer.hasNext()).isFalse();
        assertThat(outer.returned()).isEqualTo("end");
    }

    @Test
    void aGeneratorCannotDelegateToItself() {
        List<Generator<Object>> self = new ArrayList<>();
        self.add(generator((machine, state, frame) -> Delegations.step(machine, state, frame, self.get(0))));

        assertThatThrownBy(() -> self.get(0).next())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("generator already executing");
    }

    @Test
    void aGeneratorCannotDelegateToOneThatDelegatesToIt() {
        List<Generator<Object>> outer = new ArrayList<>();
        Generator<Object> inner = generator((machine, state, frame) -> {
            if (state == 0) {
                machine.yield("first");
                return machine.suspend(frame, 1);
            }
            machine.resumed();
            return Delegations.step(machine, 0, frame, outer.get(0));
        });
        outer.add(delegating(inner));
        outer.get(0).next();

        assertThatThrownBy(() -> outer.get(0).next())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("generator already executing");
    }

    @Test
    void oneInTheMiddleOfARunningChainIsExecuting() {
        List<Generator<Object>> middle = new ArrayList<>();
        Generator<Object> inner = generator((machine, state, frame) -> {
            if (state == 0) {
                machine.yield("first");
                return machine.suspend(frame, 1);
            }
            machine.resumed();
            return middle.get(0).next();
        });
        middle.add(delegating(inner));
        Generator<Object> outer = delegating(middle.get(0));
        outer.next();

        assertThatThrownBy(outer::next)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("generator already executing");
    }

    @Test
    void oneThatIsDelegatedToCannotBeUsedItself() {
        Generator<String> inner = yielding(log, List.of("a", "b"));
        Generator<String> outer = delegating(inner);
        outer.next();
        String message = "another generator delegates to this one; take the elements from that";

        assertThatThrownBy(inner::next)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> inner.send(null)).hasMessage(message);
        assertThatThrownBy(() -> inner.raise(new IOException())).hasMessage(message);
        assertThatThrownBy(inner::close).hasMessage(message);
        assertThatThrownBy(() -> delegating(inner).next()).hasMessage(message);
        assertThat(outer.next()).isEqualTo("b");
    }

    /** Statement 47; CPython: test_yield_from.test_delegating_close. */
    @Test
    void closingEndsTheInnermostFirst() {
        Generator<String> outer = delegating(log, "outer", delegating(log, "middle", yielding(log, List.of("a", "b"))));
        outer.next();

        outer.close();

        assertThat(log.get(0)).isInstanceOf(GeneratorExit.class);
        assertThat(log.subList(1, 3).toString())
                .startsWith("[middle dev.fermata.GeneratorExit")
                .contains(", outer ");
        assertThat(outer.toString()).endsWith(", closed");
    }

    @Test
    void anInnerThatSwallowsGeneratorExitDoesNotLetTheOuterGoOn() {
        Generator<String> swallowing = swallowing();
        Generator<String> outer = delegating(log, "outer", swallowing);
        outer.next();

        outer.close();

        assertThat(log).hasSize(2);
        assertThat(log.get(0)).isEqualTo("swallowed");
        assertThat(log.get(1).toString()).startsWith("outer dev.fermata.GeneratorExit");
        assertThat(swallowing.returned()).isEqualTo("value");
    }

    /** Statement 48; CPython: test_yield_from.test_throwing_GeneratorExit_into_subgen_that_returns. */
    @Test
    void generatorExitThatIsRaisedClosesTheInner_andTheOuterMayYieldAgain() {
        Generator<String> swallowing = swallowing();
        Generator<String> outer = generator((machine, state, self) -> {
            if (state == 0) {
                return Delegations.step(machine, 0, self, swallowing);
            }
            log.add(catchThrowable(machine::resumed));
            machine.yield("outer goes on");
            return machine.suspend(self, 2);
        });
        outer.next();
        GeneratorExit exit = new GeneratorExit();

        assertThat(outer.raise(exit)).isEqualTo("outer goes on");
        assertThat(log).containsExactly("swallowed", exit);
        assertThat(swallowing.hasNext()).isFalse();
    }

    /** Statement 48; CPython: test_yield_from.test_throwing_GeneratorExit_into_subgenerator_that_yields. */
    @Test
    void anInnerThatYieldsWhileItIsClosedIgnoredGeneratorExit_whichTheOuterIsTold() {
        Generator<String> stubborn = generator((machine, state, self) -> {
            if (state > 0) {
                catchThrowable(machine::resumed);
            }
            machine.yield("element " + state);
            return machine.suspend(self, state + 1);
        });
        Generator<String> outer = delegating(log, "outer", stubborn);
        outer.next();

        assertThatThrownBy(outer::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("generator ignored GeneratorExit");
        assertThat(log.toString())
                .isEqualTo("[outer java.lang.IllegalStateException: generator ignored GeneratorExit]");
        assertThat(stubborn.next()).isEqualTo("element 2");
    }

    /** Statement 48; CPython: test_yield_from.test_throwing_GeneratorExit_into_subgen_that_raises. */
    @Test
    void whatTheInnerThrowsWhileItIsClosedIsThrownInTheOuter() {
        IOException failure = new IOException("clean-up failed");
        Generator<String> inner = generator((machine, state, self) -> {
            if (state == 0) {
                machine.yield("first");
                return machine.suspend(self, 1);
            }
            throw failure;
        });
        Generator<String> outer = delegating(log, "outer", inner);
        outer.next();

        assertThat(catchThrowable(outer::close)).isSameAs(failure);
        assertThat(log).containsExactly("outer " + failure);
    }

    @Test
    void noSuchElementExceptionThatLeavesTheInnerBodyBecomesAnIllegalStateException() {
        NoSuchElementException thrown = new NoSuchElementException("mistaken");
        Generator<String> outer = delegating(log, "outer", generator((machine, state, self) -> {
            throw thrown;
        }));

        assertThatThrownBy(outer::next)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("generator raised NoSuchElementException")
                .hasCause(thrown);
        assertThat(log.toString()).startsWith("[outer java.lang.IllegalStateException");
    }

    @Test
    void noSuchElementExceptionThatIsRaisedInTheInnerBecomesAnIllegalStateException() {
        NoSuchElementException thrown = new NoSuchElementException("mistaken");
        Generator<String> outer = delegating(yielding(log, List.of("a", "b")));
        outer.next();

        assertThatThrownBy(() -> outer.raise(thrown))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("generator raised NoSuchElementException")
                .hasCause(thrown);
    }

    @Test
    void anyIterableGivesItsElements_andNoReturnValue() {
        Generator<String> outer = delegating(List.of("a", "b"));

        assertThat(outer.next()).isEqualTo("a");
        assertThat(outer.send(null)).isEqualTo("b");
        assertThat(outer.hasNext()).isFalse();
        assertThat(outer.returned()).isNull();
    }

    @Test
    void anIterableWhoseIteratorIsAGeneratorIsDelegatedToLikeOne() {
        Generator<String> inner = yielding(log, List.of("a", "b"));
        Iterable<String> iterable = () -> inner;
        Generator<String> outer = delegating(iterable);
        outer.next();

        assertThat(outer.send("x")).isEqualTo("b");
        assertThat(log).containsExactly("x");
    }

    @Test
    void aValueCannotBeSentToAnIterator() {
        Iterable<String> named = () -> new Letters(log);
        Generator<String> outer = delegating(log, "outer", named);
        outer.next();

        assertThatThrownBy(() -> outer.send("x"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("can't send non-null value to dev.fermata.YieldFromTest$Letters,"
                        + " which is delegated to and is not a generator");
        assertThat(log).hasSize(1);
    }

    @Test
    void whatIsRaisedAtAnIteratorIsThrownInTheOuter() {
        Generator<String> outer = delegating(log, "outer", List.of("a", "b"));
        outer.next();
        NoSuchElementException failure = new NoSuchElementException("outer's own affair");

        assertThatThrownBy(() -> outer.raise(failure)).hasCause(failure);
        assertThat(log).containsExactly("outer " + failure);
    }

    @Test
    void anIteratorThatCanBeClosedIsClosedBeforeTheOuter() {
        Iterable<String> letters = () -> new Letters(log);
        Generator<String> outer = delegating(log, "outer", letters);
        outer.next();

        outer.close();

        assertThat(log).hasSize(2);
        assertThat(log.get(0)).isEqualTo("letters closed");
        assertThat(log.get(1).toString()).startsWith("outer dev.fermata.GeneratorExit");
    }

    @Test
    void nullIsNothingToYieldFrom() {
        assertThatThrownBy(() -> delegating(null).next())
                .isInstanceOf(NullPointerException.class)
                .hasMessage("null instead of what to yield from");
        Iterable<String> broken = () -> null;
        assertThatThrownBy(() -> delegating(broken).next())
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("gave null; there is nothing to yield from");
    }

    @Test
    void anAsyncIteratorCannotBeYieldedFrom() {
        AsyncIterable<String> waits = () -> () -> Coroutine.result("x");

        assertThatThrownBy(() -> delegating(waits).next())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("which may have to wait;"
                        + " write a for loop in an @Async method that returns AsyncGenerator");
    }

    private Generator<String> swallowing() {
        return generator((machine, state, self) -> {
            if (state == 0) {
                machine.yield("first");
                return machine.suspend(self, 1);
            }
            catchThrowable(machine::resumed);
            log.add("swallowed");
            return "value";
        });
    }

    /** An endless iterator that can be closed. */
    private record Letters(List<Object> log) implements Iterator<String>, AutoCloseable {
        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public String next() {
            return "letter";
        }

        @Override
        public void close() {
            log.add("letters closed");
        }
    }
}
