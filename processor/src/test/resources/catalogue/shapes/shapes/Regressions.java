package shapes;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.AsyncFunction;
import dev.fermata.Coroutine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import shapes.kit.Mishap;
import shapes.kit.Shape;
import shapes.kit.Tape;

/** What broke other tools, told anew. The number is that of their issue. */
final class Regressions {
    private record Order(String id, int amount) {
        boolean isLarge() {
            return amount > 10;
        }
    }

    @Shape
    @Async
    static Coroutine<Integer> elementTypeOfAnArray_eaAsync42(Tape tape) {
        Order[] orders = {new Order("a", 5), new Order("b", 50)};
        int n = 0;
        for (Order order : orders) {
            boolean stocked = await(tape.value(order.id.length() == 1));
            if (stocked && order.isLarge()) {
                n += order.amount() + await(tape.value(order.amount));
            }
        }
        return result(n);
    }

    @Shape
    @Async
    static Coroutine<Void> endlessLoopWithOneAwait_eaAsync10(Tape tape) {
        int[] budget = {4};
        try {
            for (; ; ) {
                await(spend(tape, budget));
            }
        } catch (ArithmeticException e) {
            tape.log("broke");
        }
        return done();
    }

    @Async
    private static Coroutine<Integer> spend(Tape tape, int[] budget) {
        int n = await(tape.value(--budget[0]));
        return result(12 / n);
    }

    @Shape
    @Async
    static Coroutine<Long> nullLocalThenPrimitive_eaAsync6(Tape tape) {
        Object o = null;
        if (await(tape.value(o == null))) {
            long l = 4;
            o = await(tape.value(l));
            int i = 7;
            l += await(tape.value(i)) + i;
            return result(l + (Long) o);
        }
        double d = 1;
        return result((long) (d + await(tape.value(d))));
    }

    @Async
    private static Coroutine<String> stages(CompletionStage<String> first, CompletionStage<? extends Number> second) {
        return result(await(first) + await(second).intValue());
    }

    @Shape
    @Async
    static Coroutine<String> stagesAsParameters_eaAsync1(Tape tape) {
        return result(await(stages(tape.stage("s"), tape.stage(2.5))));
    }

    @Shape
    @Async
    static Coroutine<Integer> instanceOfItsOwnClass_tascalate20(Tape tape) {
        Regressions r = new Regressions(await(tape.value(3)));
        return result(r.n + new Regressions(r.n).n);
    }

    private final int n;

    private Regressions(int n) {
        this.n = n;
    }

    @Shape
    @Async
    static Coroutine<Integer> assignmentToAVariableInsideTry_jasync7(Tape tape) {
        int n = 0;
        String text;
        try {
            text = await(tape.value("x"));
            n = text.length();
        } catch (Mishap e) {
            n = await(tape.value(-1));
            text = e.getMessage();
        }
        Integer copy = n;
        for (; ; ) {
            n++;
            if (n > 3) {
                break;
            }
        }
        return result(copy * 10 + n + text.length() + await(tape.value(1)));
    }

    @Shape
    @Async
    static Coroutine<String> interfaceTypesAfterABranch_offbynull84(Tape tape) {
        Map<String, Integer> map;
        if (await(tape.value(1)) > 0) {
            map = new HashMap<>();
        } else {
            map = new LinkedHashMap<>();
        }
        List<Integer> list = await(tape.value(true)) ? new ArrayList<>() : Arrays.asList(1, 2);
        await(tape.value("pause"));
        map.put("k", await(tape.value(1)));
        list.add(map.get("k"));
        return result(map.toString() + list);
    }

    @Shape
    @Async
    static Coroutine<String> newStringOfAnAwait_kilim16(Tape tape) {
        return result(
                new String(await(tape.value(new char[] {'o', 'k'}))) + new String(new char[] {await(tape.value('!'))}));
    }

    @Shape
    @Async
    static Coroutine<String> localsAfterAFailedAwait_kilim49(Tape tape) {
        int round = 0;
        String phase = "none";
        List<String> log = new ArrayList<>();
        while (round < 3) {
            round++;
            try {
                phase = "prepare" + round;
                int n = await(tape.value(round));
                phase = "commit" + n;
                if (n == 2) {
                    throw new Mishap("own");
                }
                phase = await(tape.value("done" + n));
            } catch (Mishap e) {
                log.add(round + phase + e.getMessage());
                phase += await(tape.value("!"));
            }
        }
        return result(phase + log);
    }

    @Shape
    @Async
    static Coroutine<Integer> argumentsAreEvaluatedOnce_quasar104(Tape tape) {
        int[] calls = {0};
        int n = add(calls[0]++, await(tape.value(10)), calls[0]++)
                + add(await(tape.value(20)), calls[0]++, await(tape.value(30)));
        return result(n * 10 + calls[0]);
    }

    private static int add(int a, int b, int c) {
        return a * 100 + b * 10 + c;
    }

    @Shape
    @Async
    static Coroutine<String> listThrowablePairInOneSlot_kotlin(Tape tape) {
        String s = "";
        try {
            try {
                List<Integer> list = List.of(await(tape.value(1)));
                s += list;
            } catch (Mishap first) {
                s += first.getMessage() + await(tape.value("x"));
            }
            {
                Map.Entry<String, Integer> pair = Map.entry("k", await(tape.value(2)));
                s += await(tape.value("p")) + pair;
            }
        } catch (RuntimeException second) {
            Throwable kept = second;
            s += await(tape.value("y")) + kept.getMessage();
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<Boolean> ternaryOfTwoBooleansAfterAwait_kotlin(Tape tape) {
        boolean a = true;
        boolean b = false;
        int pause = await(tape.value(1));
        boolean c = pause > 0 ? a : b;
        byte flags = (byte) (c ? 1 : 0);
        await(tape.value("pause"));
        flags |= (byte) (a ? 2 : 4);
        return result(c && flags == 3 && (b ? a : await(tape.value(true))));
    }

    @Shape
    @Async
    static Coroutine<Void> emptyTryWithUnusedVariable_kotlin(Tape tape) {
        int n = await(tape.value(1));
        try {
        } catch (RuntimeException unused) {
            tape.log("never");
        }
        try {
            tape.log(n);
        } catch (Mishap unused) {
        }
        await(tape.value("pause"));
        return done();
    }

    @Shape
    @Async
    static Coroutine<Integer> calleeNeverReturns_kotlin(Tape tape) {
        int n = await(tape.value(1));
        if (n > 0) {
            await(fails(tape));
            while (true) {
                tape.log("not reached");
            }
        }
        return result(n);
    }

    @Async
    private static Coroutine<Void> fails(Tape tape) {
        await(tape.value("about to fail"));
        throw new IllegalStateException("no way back");
    }

    @Shape
    @Async
    static Coroutine<String> deadFloatThenSlotReuse_kotlin(Tape tape) {
        String s = "";
        {
            float dead = 1.5f;
            s += dead;
        }
        try {
            long l = await(tape.value(1L));
            s += l;
        } catch (Exception e) {
            boolean b = await(tape.value(true));
            s += b;
        } finally {
            char c = 'c';
            s += await(tape.value(c));
            s += c;
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<Integer> unassignedVariableSharesASlot_kotlin(Tape tape) {
        int sum = 0;
        for (int i = 0; i < 3; i++) {
            String maybe;
            if (i % 2 == 0) {
                maybe = await(tape.value("even"));
                sum += maybe.length();
            } else {
                long other = await(tape.value(10L));
                sum += (int) other;
            }
            await(tape.value("pause"));
        }
        return result(sum);
    }

    @Shape
    @Async
    static Coroutine<String> outcomesThatLookLikeMachinery_kotlin(Tape tape) {
        Object future = await(tape.<Object>value(
                java.util.concurrent.CompletableFuture.completedFuture("x").isDone()));
        Throwable thrown = await(tape.<Throwable>value(new Mishap("a value")));
        Class<?> type = await(tape.value(Coroutine.class));
        return result(future + thrown.getMessage() + type.getSimpleName());
    }

    @Shape
    @Async
    static Coroutine<Integer> sameLambdaAwaitedTwice_kotlin(Tape tape) throws Exception {
        int[] cell = {0};
        AsyncFunction<Integer, Integer> add = n -> {
            cell[0] += n;
            await(tape.value(n));
            cell[0] *= 2;
            return result(cell[0]);
        };
        return result(await(add.apply(1)) * 100 + await(add.apply(await(add.apply(2)))));
    }
}
