package dev.fermata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** PEP 654; CPython: test_exception_group. */
final class ExceptionGroupTest {
    private final IOException io = new IOException("io");
    private final FileNotFoundException file = new FileNotFoundException("file");
    private final IllegalStateException state = new IllegalStateException("state");
    private final ExceptionGroup inner = new ExceptionGroup("inner", List.of(file, state));
    private final ExceptionGroup outer = new ExceptionGroup("outer", List.of(io, inner));

    @Test
    void exceptions_areInOrder_andSuppressedToo() {
        assertThat(outer.exceptions()).containsExactly(io, inner);
        assertThat(outer.getSuppressed()).containsExactly(io, inner);
        assertThat(outer).hasNoCause();
    }

    @Test
    void exceptions_areACopyThatNobodyChanges() {
        List<Throwable> given = new ArrayList<>(List.of(io));
        ExceptionGroup group = new ExceptionGroup("copy", given);
        given.clear();
        assertThat(group.exceptions()).containsExactly(io);
        assertThatThrownBy(() -> group.exceptions().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void message_tellsHowMany() {
        assertThat(outer).hasMessage("outer (2 sub-exceptions)");
        assertThat(new ExceptionGroup("one", List.of(io))).hasMessage("one (1 sub-exception)");
    }

    @Test
    void none_isRefused() {
        assertThatThrownBy(() -> new ExceptionGroup("none", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a group of no exceptions; give it at least one");
    }

    @Test
    void subgroup_keepsTheNesting() {
        ExceptionGroup part = outer.subgroup(IOException.class);
        assertThat(part).hasMessage("outer (2 sub-exceptions)");
        assertThat(part.exceptions().get(0)).isSameAs(io);
        assertThat(part.exceptions().get(1))
                .isInstanceOfSatisfying(
                        ExceptionGroup.class, it -> assertThat(it.exceptions()).containsExactly(file));
    }

    @Test
    void subgroup_ofWhatIsNotThere_isNull() {
        assertThat(outer.subgroup(ArithmeticException.class)).isNull();
    }

    @Test
    void subgroup_ofAll_isTheGroupItself() {
        assertThat(outer.subgroup(RuntimeException.class)).isSameAs(outer);
        assertThat(outer.subgroup(it -> it == inner).exceptions()).containsExactly(inner);
    }

    @Test
    void split_dividesWithoutALoss() {
        ExceptionGroup.Split parts = outer.split(IllegalStateException.class);
        assertThat(parts.match().exceptions())
                .singleElement()
                .isInstanceOfSatisfying(
                        ExceptionGroup.class, it -> assertThat(it.exceptions()).containsExactly(state));
        assertThat(parts.rest().exceptions()).hasSize(2).first().isSameAs(io);
        assertThat(((ExceptionGroup) parts.rest().exceptions().get(1)).exceptions())
                .containsExactly(file);
    }

    @Test
    void split_ofNothing_givesTheGroupAsTheRest() {
        assertThat(outer.split(ArithmeticException.class)).isEqualTo(new ExceptionGroup.Split(null, outer));
    }

    @Test
    void split_ofAll_hasNoRest() {
        ExceptionGroup.Split parts = outer.split(it -> !(it instanceof ExceptionGroup));
        assertThat(parts.rest()).isNull();
        assertThat(parts.match().exceptions()).hasSize(2);
    }

    @Test
    void parts_keepTraceAndCause() {
        outer.initCause(new RuntimeException("cause"));
        ExceptionGroup part = outer.subgroup(IOException.class);
        assertThat(part.getStackTrace()).isEqualTo(outer.getStackTrace());
        assertThat(part).hasCause(outer.getCause());
    }

    @Test
    void itIsSerializable() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(outer);
        Object copy = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        assertThat(((ExceptionGroup) copy).exceptions().get(0)).hasMessage("io");
    }

    /** CPython: test_except_star.TestExceptStarSplitSemantics.test_multiple_matches_named. */
    @Test
    void handle_givesEachClauseOfWhatThoseBeforeHaveLeft() {
        List<Object> log = new ArrayList<>();
        outer.handle(
                        FileNotFoundException.class,
                        part -> log.add(part.exceptions().toString()))
                .handle(IOException.class, part -> log.add(part.exceptions()))
                .handle(IOException.class, part -> log.add("again"))
                .handle(IllegalStateException.class, part -> log.add("state"))
                .orThrow();
        assertThat(log).hasSize(3).last().isEqualTo("state");
        assertThat(log.get(1)).isEqualTo(List.of(io));
    }

    /** CPython: test_except_star.TestExceptStarSplitSemantics.test_plain_exception_not_matched. */
    @Test
    void handle_leavesWhatNoClauseTakes() {
        ExceptionGroup.Handling handling = outer.handle(IOException.class, part -> {});
        assertThat(handling.rest().exceptions()).singleElement().isInstanceOf(ExceptionGroup.class);
        assertThatThrownBy(handling::orThrow).isSameAs(handling.rest());
    }

    /** CPython: test_except_star.TestExceptStarRaise.test_raise_handle_all_raise_one_named. */
    @Test
    void handle_groupsWhatHandlersThrow_withTheRest_andGoesOn() {
        IllegalArgumentException failure = new IllegalArgumentException();
        List<Object> log = new ArrayList<>();
        ExceptionGroup group = new ExceptionGroup("three", List.of(io, state, new ArithmeticException()));
        ExceptionGroup.Handling handling = group.handle(IOException.class, part -> {
                    throw failure;
                })
                .handle(IllegalStateException.class, part -> log.add("next"));
        assertThat(log).containsExactly("next");
        assertThatThrownBy(handling::orThrow)
                .isInstanceOfSatisfying(
                        ExceptionGroup.class,
                        it -> assertThat(it.exceptions()).containsExactly(failure, handling.rest()));
    }

    @Test
    void handle_letsAnErrorThrough() {
        AssertionError error = new AssertionError();
        assertThatThrownBy(() -> outer.handle(IOException.class, part -> {
                    throw error;
                }))
                .isSameAs(error);
    }
}
