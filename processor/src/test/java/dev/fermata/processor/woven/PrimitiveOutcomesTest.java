package dev.fermata.processor.woven;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;
import static dev.fermata.Coroutine.suspend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.Coroutine.Step;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.processor.transform.analysis.AbiNames;
import java.io.IOException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Outcomes that bodies hand over without their boxes; among them the one that says of others that they have suspended. */
final class PrimitiveOutcomesTest {
    private static final int MARK = AbiNames.MARK;
    private static final int ODD_FLOAT = 0x7fc01234;
    private static final long ODD_DOUBLE = 0xfff8000000001234L;

    private final List<Object> log = new ArrayList<>();

    private static final class Pause {
        private Pause() {}
    }

    @Async
    private static Coroutine<Boolean> ofBoolean(boolean x, boolean waits) {
        if (waits) {
            suspend(new Pause());
        }
        return result(x);
    }

    @Async
    private static Coroutine<Byte> ofByte(int x, boolean waits) {
        if (waits) {
            suspend(new Pause());
        }
        return result((byte) x);
    }

    @Async
    private static Coroutine<Short> ofShort(int x, boolean waits) {
        if (waits) {
            suspend(new Pause());
        }
        return result((short) x);
    }

    @Async
    private static Coroutine<Character> ofChar(int x, boolean waits) {
        if (waits) {
            suspend(new Pause());
        }
        return result((char) x);
    }

    @Async
    private static Coroutine<Integer> ofInt(int x, boolean waits) {
        if (waits) {
            suspend(new Pause());
        }
        return result(x);
    }

    @Async
    private static Coroutine<Long> ofLong(long x, boolean waits) {
        if (waits) {
            suspend(new Pause());
        }
        return result(x);
    }

    @Async
    private static Coroutine<Float> ofFloat(float x, boolean waits) {
        if (waits) {
            suspend(new Pause());
        }
        return result(x);
    }

    @Async
    private static Coroutine<Double> ofDouble(double x, boolean waits) {
        if (waits) {
            suspend(new Pause());
        }
        return result(x);
    }

    @Async
    private Coroutine<Void> each(boolean waits) {
        log.add(await(ofBoolean(true, waits)));
        boolean no = await(ofBoolean(false, waits));
        log.add(no);
        log.add(await(ofByte(-1, waits)));
        byte small = await(ofByte(Byte.MIN_VALUE, waits));
        log.add(small);
        log.add(await(ofShort(-1, waits)));
        short shorter = await(ofShort(Short.MIN_VALUE, waits));
        log.add(shorter);
        log.add(await(ofChar('x', waits)));
        char letter = await(ofChar(0xffff, waits));
        log.add(letter);
        log.add(await(ofInt(Integer.MAX_VALUE, waits)));
        int number = await(ofInt(-1, waits));
        log.add(number);
        log.add(await(ofLong(Long.MAX_VALUE, waits)));
        long wide = await(ofLong(-1, waits));
        log.add(wide);
        log.add(await(ofFloat(-0f, waits)));
        float real = await(ofFloat(Float.MIN_VALUE, waits));
        log.add(real);
        log.add(await(ofDouble(-0.0, waits)));
        double big = await(ofDouble(Double.MAX_VALUE, waits));
        log.add(big);
        return done();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void valuesOfEachType_arrive(boolean waits) {
        assertThat(drive(each(waits))).isEqualTo(waits ? 16 : 0);

        assertThat(log)
                .containsExactly(
                        true,
                        false,
                        (byte) -1,
                        Byte.MIN_VALUE,
                        (short) -1,
                        Short.MIN_VALUE,
                        'x',
                        '\uffff',
                        Integer.MAX_VALUE,
                        -1,
                        Long.MAX_VALUE,
                        -1L,
                        -0f,
                        Float.MIN_VALUE,
                        -0.0,
                        Double.MAX_VALUE);
    }

    @Async
    private Coroutine<Void> marks(boolean waits) {
        int number = await(ofInt(MARK, waits));
        log.add(number);
        log.add(await(ofInt(MARK, waits)));
        long wide = await(ofLong(MARK, waits));
        log.add(wide);
        log.add(await(ofLong(MARK, waits)));
        float real = await(ofFloat(Float.intBitsToFloat(MARK), waits));
        log.add(Float.floatToRawIntBits(real));
        log.add(Float.floatToRawIntBits(await(ofFloat(Float.intBitsToFloat(MARK), waits))));
        double big = await(ofDouble(Double.longBitsToDouble(MARK), waits));
        log.add(Double.doubleToRawLongBits(big));
        log.add(Double.doubleToRawLongBits(await(ofDouble(Double.longBitsToDouble(MARK), waits))));
        await(ofLong(MARK, waits));
        return done();
    }

    /** If it were taken for a suspension, the body would never go on; and if it were told again from what it is resumed with, for ever. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theMark_isAValueAsAnyOther(boolean waits) {
        assertThat(drive(marks(waits))).isEqualTo(waits ? 9 : 0);

        assertThat(log).containsExactly(MARK, MARK, (long) MARK, (long) MARK, MARK, MARK, (long) MARK, (long) MARK);
    }

    /** An int of the smaller types is none of four bytes, so what is the mark of those is told apart by its bits alone. */
    @Test
    void theMark_isNoValueOfTheSmallerTypes() {
        assertThat((byte) MARK).isNotEqualTo(MARK);
        assertThat((short) MARK).isNotEqualTo(MARK);
        assertThat((char) MARK).isNotEqualTo(MARK);
        assertThat(Float.intBitsToFloat(MARK)).isNaN();
        assertThat(Double.longBitsToDouble(MARK)).isNaN();
    }

    @Async
    private Coroutine<Void> notNumbers(boolean waits) {
        float real = await(ofFloat(Float.intBitsToFloat(ODD_FLOAT), waits));
        log.add(Float.floatToRawIntBits(real));
        log.add(Float.floatToRawIntBits(await(ofFloat(Float.intBitsToFloat(ODD_FLOAT), waits))));
        double big = await(ofDouble(Double.longBitsToDouble(ODD_DOUBLE), waits));
        log.add(Double.doubleToRawLongBits(big));
        log.add(Double.doubleToRawLongBits(await(ofDouble(Double.longBitsToDouble(ODD_DOUBLE), waits))));
        return done();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void notANumber_keepsItsBits(boolean waits) {
        drive(notNumbers(waits));

        assertThat(log).containsExactly(ODD_FLOAT, ODD_FLOAT, ODD_DOUBLE, ODD_DOUBLE);
    }

    @Async
    private static Coroutine<Long> nested(int depth, long value, boolean waits) {
        if (depth == 0) {
            return ofLong(value, waits);
        }
        return result(await(nested(depth - 1, value, waits)));
    }

    @Async
    private static Coroutine<Long> sumOfNested(int depth, long value, boolean waits) {
        long sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += await(nested(depth, value, waits));
        }
        return result(sum);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 199, 200, 201, 1_000})
    void howeverDeep_valuesArriveAtTheTop(int depth) {
        for (long value : new long[] {7, MARK}) {
            assertThat(outcome(sumOfNested(depth, value, false))).isEqualTo(3 * value);
            assertThat(outcome(sumOfNested(depth, value, true))).isEqualTo(3 * value);
        }
    }

    @Async
    private static Coroutine<Boolean> even(int n) {
        if (n == 0) {
            suspend(new Pause());
            return result(true);
        }
        return odd(n - 1);
    }

    @Async
    private static Coroutine<Boolean> odd(int n) {
        if (n == 0) {
            return result(false);
        }
        return even(n - 1);
    }

    @Async
    private static Coroutine<String> parities(int... numbers) {
        StringBuilder all = new StringBuilder();
        for (int n : numbers) {
            all.append(await(even(n)) ? 'e' : 'o');
        }
        return result(all.toString());
    }

    @Test
    void whatFunctionsReturnThatReturnEachOther_arrives() {
        assertThat(outcome(parities(0, 1, 2, 501, 1000, 100_001))).isEqualTo("eoeoeo");
    }

    @Async
    private static Coroutine<? extends Number> either(int n, boolean waits) {
        if (n == 0) {
            return ofInt(MARK, waits);
        }
        if (n == 1) {
            return ofDouble(Double.longBitsToDouble(MARK), waits);
        }
        return result(null);
    }

    @Async
    private Coroutine<Void> eachOfEither(boolean waits) {
        for (int n = 0; n < 3; n++) {
            log.add(String.valueOf(await(either(n, waits))));
        }
        return done();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aBodyThatKeepsItsBoxes_boxesWhatItReturnsOfOneThatDoesNot(boolean waits) {
        assertThat(drive(eachOfEither(waits))).isEqualTo(waits ? 2 : 0);

        assertThat(log).containsExactly(String.valueOf(MARK), "NaN", "null");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoAwaitsTheCoroutineItself_getsABox(boolean waits) {
        assertThat(outcome(ofLong(MARK, waits))).isEqualTo((long) MARK);
        assertThat(outcome(ofChar('x', waits))).isEqualTo('x');
        assertThat(outcome(nested(300, MARK, waits))).isEqualTo((long) MARK);
    }

    @Async
    private Coroutine<Integer> guarded(int n) throws IOException {
        try {
            int got = await(ofInt(MARK, n == 1));
            if (n == 2) {
                throw new IOException("two");
            }
            return result(got + n);
        } finally {
            log.add(await(ofLong(MARK, n == 0)));
        }
    }

    @Async
    private Coroutine<Integer> guarding() {
        int sum = 0;
        for (int n = 0; n < 3; n++) {
            try {
                sum += await(guarded(n)) - MARK;
            } catch (IOException e) {
                sum += 100 * await(ofInt(5, true));
            }
        }
        return result(sum);
    }

    @Test
    void handlersRun_whateverTheWayOfTheOutcome() {
        assertThat(outcome(guarding())).isEqualTo(501);
        assertThat(log).containsExactly((long) MARK, (long) MARK, (long) MARK);
    }

    @Async
    private Coroutine<Integer> catching() {
        try {
            int got = await(ofInt(1, true), IOException.class);
            log.add(got);
            return result(got);
        } catch (IOException e) {
            log.add(e.getMessage());
            return result(await(ofInt(MARK, false)));
        }
    }

    @Async
    private Coroutine<Integer> aroundCatching() {
        return result(await(catching()) + 1);
    }

    @Test
    void whatIsRaised_isThrownAtTheAwait() {
        Coroutine<Integer> coroutine = aroundCatching();
        coroutine.send(null);

        assertThat(coroutine.raise(new IOException("raised"))).isEqualTo(new Step.Returned<>(MARK + 1));
        assertThat(log).containsExactly("raised");
    }

    @Test
    void aClosedOne_goesOnNowhere() {
        Coroutine<Integer> coroutine = aroundCatching();
        coroutine.send(null);

        coroutine.close();

        assertThat(log).isEmpty();
        assertThatThrownBy(() -> coroutine.send(null)).isInstanceOf(IllegalStateException.class);
    }

    @Async
    private static Coroutine<Long> switching(long value) {
        await(Asyncio.sleep(Duration.ZERO));
        return result(value);
    }

    @Async
    private static Coroutine<Long> sumOfSwitching(int times) {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            sum += await(switching(MARK)) + await(ofLong(MARK, false));
        }
        return result(sum);
    }

    @Test
    void onALoop_tasksThatTakeTurnsDoNotTakeEachOthersOutcomes() {
        assertThat(Asyncio.run(Asyncio.gather(sumOfSwitching(5), sumOfSwitching(7), ofLong(1, false))))
                .isEqualTo(List.of(10L * MARK, 14L * MARK, 1L));
    }

    /** The rest is in PrimitiveBodiesTest: that this class is about such bodies at all. */
    @Test
    void theseBodiesHandOverPrimitives() {
        List<String> primitive = Arrays.stream(PrimitiveOutcomesTest.class.getDeclaredMethods())
                .filter(it ->
                        it.getName().endsWith("$async") && it.getReturnType().isPrimitive())
                .map(Method::getName)
                .toList();

        assertThat(primitive)
                .containsExactlyInAnyOrder(
                        "ofBoolean$async",
                        "ofByte$async",
                        "ofShort$async",
                        "ofChar$async",
                        "ofInt$async",
                        "ofLong$async",
                        "ofFloat$async",
                        "ofDouble$async",
                        "nested$async",
                        "even$async",
                        "odd$async",
                        "catching$async",
                        "switching$async");
    }

    private static Object outcome(Coroutine<?> coroutine) {
        Step<?> step = coroutine.send(null);
        while (step instanceof Step.Suspended<?> suspended) {
            assertThat(suspended.yielded()).isInstanceOf(Pause.class);
            step = coroutine.send(null);
        }
        return ((Step.Returned<?>) step).value();
    }

    /** How often it suspends. */
    private static int drive(Coroutine<?> coroutine) {
        int times = 0;
        while (coroutine.send(null) instanceof Step.Suspended<?>) {
            times++;
        }
        return times;
    }
}
