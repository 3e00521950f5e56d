package dev.fermata.machine;

import static dev.fermata.machine.ScriptedFrame.awaiting;
import static dev.fermata.machine.ScriptedFrame.frame;
import static dev.fermata.machine.ScriptedFrame.pausing;
import static dev.fermata.machine.ScriptedFrame.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

final class StitchedTraceTest {
    private final Machine machine = new Machine();

    @Test
    void aFailureAfterAResumeHasTheAwaitingFunctionsLeafFirst() {
        Throwable thrown = failAfterResume(awaiting("root", awaiting("middle", leafThatMakesItsFailure())));

        assertThat(awaitingPlaces(thrown)).containsExactly(place("middle", 10), place("root", 10));
    }

    @Test
    void theAwaitingFunctionsStandBetweenTheLeafAndItsDriver() {
        Throwable thrown = failAfterResume(awaiting("root", leafThatMakesItsFailure()));

        List<String> methods = Arrays.stream(thrown.getStackTrace())
                .map(StackTraceElement::getMethodName)
                .toList();
        assertThat(methods.indexOf("root")).isGreaterThan(0).isLessThan(methods.indexOf("failAfterResume"));
        assertThat(methods.indexOf("step")).isLessThan(methods.indexOf("root"));
    }

    @Test
    void aFailureKeepsItsIdentity() {
        IOException failure = new IOException("late");

        assertThat(failAfterResume(awaiting("root", pauseThenThrow(failure)))).isSameAs(failure);
    }

    @Test
    void aFailureBeforeAnySuspensionHasNothingAdded() {
        Frame leaf = frame("leaf", (running, state, self) -> {
            throw new IOException("early");
        });

        Throwable thrown = catchThrowable(() -> machine.resume(awaiting("root", leaf), null, null));

        assertThat(awaitingPlaces(thrown)).isEmpty();
    }

    @Test
    void theFailureThatWrapsAnotherHasTheCallersAboveIt() {
        Frame middle = frame("middle", (running, state, self) -> {
            if (state == 0) {
                Machine.await(leafThatMakesItsFailure(), running);
                return running.suspend(self, 1);
            }
            try {
                return running.resumed();
            } catch (Exception cause) {
                throw new IllegalStateException(cause);
            }
        });

        Throwable thrown = failAfterResume(awaiting("root", middle));

        assertThat(awaitingPlaces(thrown)).containsExactly(place("root", 10));
        assertThat(awaitingPlaces(thrown.getCause())).containsExactly(place("middle", 10), place("root", 10));
    }

    @Test
    void aCauseThatWasCaughtInTheSameBodyHasItsCallersToo() {
        Throwable thrown = failAfterResume(awaiting("root", wrapping((cause, whole) -> whole.initCause(cause))));

        assertThat(awaitingPlaces(thrown)).containsExactly(place("root", 10));
        assertThat(awaitingPlaces(thrown.getCause())).containsExactly(place("root", 10));
    }

    @Test
    void aSuppressedFailureHasItsCallersToo() {
        Throwable thrown =
                failAfterResume(awaiting("root", wrapping((suppressed, whole) -> whole.addSuppressed(suppressed))));

        assertThat(awaitingPlaces(thrown.getSuppressed()[0])).containsExactly(place("root", 10));
    }

    @Test
    void failuresThatHangOnEachOtherInARingHaveTheirCallersOnce() {
        Throwable thrown = failAfterResume(awaiting("root", wrapping((other, whole) -> {
            whole.addSuppressed(other);
            other.addSuppressed(whole);
        })));

        assertThat(awaitingPlaces(thrown)).containsExactly(place("root", 10));
        assertThat(awaitingPlaces(thrown.getSuppressed()[0])).containsExactly(place("root", 10));
    }

    @Test
    void framesThatEachWrapWhatTheOneBelowThrewLookAtNoFailureAgain() {
        int[] asked = {0};
        Frame chain = frame("leaf", (running, state, self) -> {
            if (state == 0) {
                return running.suspend(self, 1);
            }
            throw new Asked(null, asked);
        });
        for (int level = 0; level < 20; level++) {
            Frame callee = chain;
            chain = frame("level" + level, (running, state, self) -> {
                if (state == 0) {
                    Machine.await(callee, running);
                    return running.suspend(self, 1);
                }
                try {
                    return running.resumed();
                } catch (Exception cause) {
                    throw new Asked(cause, asked);
                }
            });
        }

        Throwable thrown = failAfterResume(awaiting("root", chain));

        assertThat(asked[0]).as("how often a trace was asked for").isEqualTo(21);
        assertThat(awaitingPlaces(thrown)).containsExactly(place("root", 10));
        assertThat(awaitingPlaces(thrown.getCause())).containsExactly(place("level19", 10), place("root", 10));
    }

    @Test
    void aFailureThatNobodyWithASourceAwaitsIsNotAskedForItsTrace() {
        int[] asked = {0};
        Frame leaf = frame("leaf", (running, state, self) -> {
            if (state == 0) {
                return running.suspend(self, 1);
            }
            throw new Asked(null, asked);
        });

        failAfterResume(new Frame() {
            @Override
            protected Object step(Machine running, int state) {
                if (state == 1) {
                    return running.resumed();
                }
                Machine.await(leaf, running);
                return running.suspend(this, 1);
            }
        });

        assertThat(asked[0]).isZero();
    }

    /** Counts how often it is asked for its trace. */
    private static final class Asked extends Exception {
        private static final long serialVersionUID = 1;

        private final transient int[] count;

        Asked(Throwable cause, int[] count) {
            super(cause);
            this.count = count;
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            count[0]++;
            return super.getStackTrace();
        }
    }

    @Test
    void aCauseFromElsewhereIsLeftAlone() {
        IOException cause = new IOException("elsewhere");
        StackTraceElement[] before = cause.getStackTrace();

        failAfterResume(awaiting("root", pauseThenThrow(new IllegalStateException(cause))));

        assertThat(cause.getStackTrace()).isEqualTo(before);
    }

    @Test
    void aFailureWhoseClassThrowsWhenAskedIsThrownAsItIs() {
        IOException thrown = new IOException("rude") {
            private static final long serialVersionUID = 1;

            @Override
            public Throwable getCause() {
                throw new UnsupportedOperationException();
            }
        };

        assertThat(failAfterResume(awaiting("root", pauseThenThrow(thrown)))).isSameAs(thrown);
    }

    @Test
    void whatWasThrownElsewhereHasWhoAwaitsItBelow() {
        IOException thrown = new IOException("elsewhere");
        int before = thrown.getStackTrace().length;
        machine.resume(awaiting("root", pausing(null)), null, null);

        Machine.awaited(thrown, machine.leaf(), true);

        List<StackTraceElement> added =
                Arrays.asList(thrown.getStackTrace()).subList(before, thrown.getStackTrace().length);
        assertThat(added.subList(1, 3)).containsExactly(place("pausing", 10), place("root", 10));
        assertThat(added.get(0)).hasToString("dev.fermata.machine.Machine.awaited(by what follows)");
    }

    @Test
    void whatWasThrownElsewhereDoesNotGrowForEver() {
        IOException thrown = new IOException("elsewhere");
        for (int round = 0; round < 3; round++) {
            machine.resume(awaiting("root", pausing(null)), null, null);
            Machine.awaited(thrown, machine.leaf(), false); // the same places
        }
        assertThat(awaitingPlaces(thrown)).hasSize(2);
        machine.resume(awaiting("other", pausing(null)), null, null);
        Machine.awaited(thrown, machine.leaf(), true);
        assertThat(awaitingPlaces(thrown)).hasSize(2);
        for (int level = 0; level < 2000; level++) {
            machine.resume(awaiting("level" + level, pausing(null)), null, null);
            Machine.awaited(thrown, machine.leaf(), false);
        }
        assertThat(thrown.getStackTrace()).hasSizeLessThanOrEqualTo(Machine.TRACE_LIMIT);
    }

    @Test
    void whatIsRaisedFromOutsideKeepsTheTraceOfWhereItWasThrown() {
        IOException raised = new IOException("outside");
        StackTraceElement[] before = raised.getStackTrace();
        machine.resume(awaiting("root", pausing(null)), null, null);

        catchThrowable(() -> machine.resume(machine.leaf(), null, raised));

        assertThat(raised.getStackTrace()).isEqualTo(before);
    }

    @Test
    void whatIsRaisedAfterItFailedAnotherChainKeepsItsTrace() {
        Throwable ofAnother = failAfterResume(leafThatMakesItsFailure());
        StackTraceElement[] before = ofAnother.getStackTrace();
        machine.resume(awaiting("root", pausing(null)), null, null);

        catchThrowable(() -> machine.resume(machine.leaf(), null, ofAnother));

        assertThat(ofAnother.getStackTrace()).isEqualTo(before);
    }

    @Test
    void aFailureWithoutATraceIsLeftAlone() {
        IOException bare = new IOException("bare");
        bare.setStackTrace(new StackTraceElement[0]);

        failAfterResume(awaiting("root", pauseThenThrow(bare)));

        assertThat(bare.getStackTrace()).isEmpty();
    }

    @Test
    void aFailureThatIsThrownAgainAfterAnotherAwaitHasItsCallersOnce() {
        Frame root = awaiting("root", cleaningUp(leafThatMakesItsFailure()));
        machine.resume(root, null, null);
        machine.resume(machine.leaf(), null, null); // the leaf fails, the clean-up suspends

        Throwable thrown = catchThrowable(() -> machine.resume(machine.leaf(), null, null));

        assertThat(thrown).isInstanceOf(IOException.class);
        assertThat(awaitingPlaces(thrown)).containsExactly(place("cleaning", 10), place("root", 10));
    }

    @Test
    void aFailureWhoseCallersWereOnItsOwnStackHasThemOnce() {
        Frame failing = frame("failing", (running, state, self) -> {
            throw new IOException("early");
        });
        machine.resume(new Root(cleaningUp(failing)), null, null); // fails at once, the clean-up suspends

        Throwable thrown = catchThrowable(() -> machine.resume(machine.leaf(), null, null));

        assertThat(awaitingPlaces(thrown)).isEmpty();
        assertThat(thrown.getStackTrace())
                .filteredOn(it -> it.getClassName().equals(Root.class.getName()))
                .hasSize(1);
    }

    @Test
    void aFailureOfAChainThatABodyDrivesHasTheCallersOfThatBodyBelowIt() {
        Frame body = frame("body", (running, state, self) -> {
            if (state == 0) {
                return running.suspend(self, 1);
            }
            Frame failing = frame("failing", (inner, start, own) -> {
                throw new IOException("inner");
            });
            return new Machine().resume(new Root(failing), null, null);
        });

        Throwable thrown = failAfterResume(awaiting("root", body));

        List<String> methods = Arrays.stream(thrown.getStackTrace())
                .map(StackTraceElement::getMethodName)
                .toList();
        assertThat(awaitingPlaces(thrown)).containsExactly(place("root", 10));
        assertThat(methods.indexOf("root")).isGreaterThan(methods.indexOf("resume"));
        assertThat(methods.indexOf("root")).isLessThan(methods.lastIndexOf("resume"));
    }

    @Test
    void aFailureThatIsThrownInEveryChainDoesNotGrow() {
        IOException constant = new IOException("constant");
        failAfterResume(awaiting("root", pauseThenThrow(constant)));
        int length = constant.getStackTrace().length;

        for (int i = 0; i < 5; i++) {
            failAfterResume(awaiting("root", pauseThenThrow(constant)));
        }

        assertThat(constant.getStackTrace()).hasSize(length);
    }

    @Test
    void theTraceOfADeepChainHasEveryLevel() {
        Throwable thrown = failAfterResume(ScriptedFrame.nest(500, leafThatMakesItsFailure()));

        assertThat(awaitingPlaces(thrown))
                .hasSize(500)
                .startsWith(place("level0", 10))
                .endsWith(place("level499", 10));
    }

    @Test
    void aSuspendedChainTellsItsPlacesLeafFirst() {
        machine.resume(awaiting("root", awaiting("middle", pausing(null))), null, null);

        assertThat(Machine.places(machine.leaf()))
                .containsExactly(place("pausing", 10), place("middle", 10), place("root", 10));
    }

    private Throwable failAfterResume(Frame root) {
        machine.resume(root, null, null);
        return catchThrowable(() -> machine.resume(machine.leaf(), null, null));
    }

    /** Only the places of scripted frames are of this class. */
    private static List<StackTraceElement> awaitingPlaces(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(it -> it.getClassName().equals("demo.Shop"))
                .toList();
    }

    private static Frame leafThatMakesItsFailure() {
        return frame("leaf", (running, state, self) -> {
            if (state == 0) {
                return running.suspend(self, 1);
            }
            throw new IOException("late");
        });
    }

    /** Pauses, then throws something that has another failure of the same body attached. */
    private static Frame wrapping(BiConsumer<Throwable, Throwable> attach) {
        return frame("leaf", (running, state, self) -> {
            if (state == 0) {
                return running.suspend(self, 1);
            }
            Exception whole = new IllegalStateException("whole");
            try {
                throw new IOException("part");
            } catch (IOException part) {
                attach.accept(part, whole);
            }
            throw whole;
        });
    }

    private static Frame pauseThenThrow(Throwable failure) {
        return frame("leaf", (running, state, self) -> {
            if (state == 0) {
                return running.suspend(self, 1);
            }
            throw failure;
        });
    }

    /** try { await(body) } catch (Exception e) { await(cleanUp); throw e; }. */
    private static Frame cleaningUp(Frame body) {
        Exception[] pending = new Exception[1];
        return frame("cleaning", (running, state, self) -> {
            if (state == 2) {
                running.resumed();
                throw pending[0];
            }
            try {
                if (state == 0) {
                    Machine.await(body, running);
                    return running.suspend(self, 1);
                }
                return running.resumed();
            } catch (Exception caught) {
                pending[0] = caught;
                Machine.await(pausing("cleaning up"), running);
                return running.suspend(self, 2);
            }
        });
    }

    /** A frame of a class of its own, as all generated ones are. */
    private static final class Root extends Frame {
        private final Frame callee;

        Root(Frame callee) {
            this.callee = callee;
        }

        @Override
        protected Object step(Machine machine, int state) {
            if (state == 1) {
                return machine.resumed();
            }
            Object outcome = Machine.await(callee, machine);
            return outcome == Machine.SUSPENDED ? machine.suspend(this, 1) : outcome;
        }

        @Override
        protected StackTraceElement location(int state) {
            return place("Root", state * 10);
        }
    }
}
