package shapes;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.List;
import shapes.kit.Shape;
import shapes.kit.Tape;

/** Switches, old and new, on all that Java 17 can switch on. */
final class Switches {
    private enum Suit {
        CLUBS,
        HEARTS,
        SPADES
    }

    private sealed interface Figure permits Square, Disc {}

    private record Square(int side) implements Figure {}

    private record Disc(int radius) implements Figure {}

    @Shape
    @Async
    static Coroutine<String> oldOnInt(Tape tape) {
        String all = "";
        for (int n = 0; n < 4; n++) {
            switch (await(tape.value(n))) {
                case 0:
                    all += await(tape.value("zero"));
                    break;
                case 2:
                    all += "two" + await(tape.value(2));
                    break;
                default:
                    all += await(tape.value("other")) + n;
            }
            all += ";";
        }
        return result(all);
    }

    @Shape
    @Async
    @SuppressWarnings("fallthrough")
    static Coroutine<Integer> fallThrough(Tape tape) {
        int n = 0;
        for (int i = 0; i < 4; i++) {
            switch (i) {
                case 0:
                    n += await(tape.value(1));
                case 1:
                    n += await(tape.value(10));
                    tape.log("fell", n);
                case 2:
                    n += 100;
                    break;
                default:
                    n += await(tape.value(1000));
            }
        }
        return result(n);
    }

    @Shape
    @Async
    @SuppressWarnings("fallthrough")
    static Coroutine<String> defaultInTheMiddle(Tape tape) {
        StringBuilder s = new StringBuilder();
        for (int i : new int[] {5, 1, 9, 1000}) {
            switch (i) {
                case 1:
                    s.append(await(tape.value("one ")));
                    break;
                default:
                    s.append("default ").append(await(tape.value(i)));
                case 9:
                    s.append(await(tape.value(" nine ")));
            }
        }
        return result(s.toString());
    }

    @Shape
    @Async
    static Coroutine<String> sparseAndNegative(Tape tape) {
        String s = "";
        for (int key : new int[] {Integer.MIN_VALUE, -1, 0, 1_000_000, Integer.MAX_VALUE, 7}) {
            s += switch (await(tape.value(key))) {
                case Integer.MIN_VALUE -> 'm';
                case -1, 0 -> await(tape.value('z'));
                case 1_000_000 -> (char) (await(tape.value('m')) + 1);
                case Integer.MAX_VALUE -> 'M';
                default -> await(tape.value('?'));
            };
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<String> onString(Tape tape) {
        String s = "";
        // "Aa" and "BB" have the same hash code.
        for (String key : List.of("Aa", "BB", "C", "")) {
            switch (await(tape.value(key))) {
                case "Aa" -> s += await(tape.value(1));
                case "BB" -> {
                    tape.log("in BB");
                    s += await(tape.value(2)) + key;
                }
                case "" -> {}
                default -> s += await(tape.value("default"));
            }
        }
        return result(s);
    }

    @Shape
    @Async
    @SuppressWarnings("fallthrough")
    static Coroutine<String> onEnum(Tape tape) {
        String s = "";
        for (Suit suit : Suit.values()) {
            switch (await(tape.value(suit))) {
                case HEARTS:
                    s += await(tape.value("red "));
                    break;
                case SPADES:
                    s += "dark ";
                default:
                    s += await(tape.value("black "));
            }
            s += switch (suit) {
                case CLUBS -> 1;
                case HEARTS -> await(tape.value(2));
                case SPADES -> {
                    int n = await(tape.value(3));
                    yield n * await(tape.value(10));
                }
            };
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<Integer> onCharByteShort(Tape tape) {
        int n = 0;
        for (char c : "ab-".toCharArray()) {
            switch (await(tape.value(c))) {
                case 'a' -> n += 1;
                case 'b' -> n += await(tape.value(10));
                default -> n += await(tape.value(100));
            }
        }
        byte b = await(tape.value((byte) -1));
        switch (b) {
            case -1 -> n += await(tape.value(1000));
            case 1 -> n = 0;
            default -> {}
        }
        switch ((short) (b + await(tape.value(4)))) {
            case 3 -> n *= await(tape.value(2));
            default -> n = -1;
        }
        return result(n);
    }

    @Shape
    @Async
    static Coroutine<String> onBoxes(Tape tape) {
        Integer boxed = await(tape.value(128));
        Character letter = 'q';
        String s =
                switch (boxed) {
                    case 127 -> "no";
                    case 128 -> await(tape.value("yes"));
                    default -> "never";
                };
        switch (letter) {
            case 'q' -> s += await(tape.value(letter));
            default -> s += "?";
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<String> nullSelector(Tape tape) {
        String key = await(tape.<String>value(null));
        try {
            switch (key) {
                case "a" -> tape.log("a");
                default -> tape.log("default");
            }
            return result("no exception");
        } catch (NullPointerException e) {
            return result(await(tape.value("null")));
        }
    }

    @Shape
    @Async
    static Coroutine<Integer> expressionAmongOperands(Tape tape) {
        int base = 1000;
        int n = base
                + switch (await(tape.value("k"))) {
                            case "k" -> {
                                int inner = 0;
                                for (int i = 0; i < 3; i++) {
                                    inner += await(tape.value(i));
                                }
                                yield inner;
                            }
                            default -> await(tape.value(-1));
                        }
                        * await(tape.value(2))
                + base;
        return result(n);
    }

    @Shape
    @Async
    static Coroutine<String> expressionWithTryInside(Tape tape) {
        String prefix = "p";
        String s = prefix
                + switch (await(tape.value(1))) {
                    case 1 -> {
                        try {
                            yield await(tape.value("tried"));
                        } catch (Exception e) {
                            yield "caught " + await(tape.value(e.getMessage()));
                        } finally {
                            tape.log("finally", await(tape.value("f")));
                        }
                    }
                    default -> throw new IllegalStateException();
                }
                + prefix;
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<String> nestedExpressions(Tape tape) {
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            s.append(
                    switch (i) {
                        case 0 ->
                            switch (await(tape.value("x"))) {
                                case "x" ->
                                    switch (await(tape.value('c'))) {
                                        case 'c' -> await(tape.value("deep"));
                                        default -> "d";
                                    };
                                default -> "e";
                            };
                        case 1 ->
                            await(tape.value(true))
                                    ? switch (i + await(tape.value(1))) {
                                        case 2 -> "two";
                                        default -> "not two";
                                    }
                                    : "never";
                        default -> {
                            switch (await(tape.value(i))) {
                                case 2:
                                    yield "yielded from a statement";
                                default:
                                    break;
                            }
                            yield "broken";
                        }
                    });
        }
        return result(s.toString());
    }

    @Shape
    @Async
    static Coroutine<Long> expressionOfDifferentTypes(Tape tape) {
        long total = 0;
        for (Suit suit : Suit.values()) {
            total += switch (suit) {
                case CLUBS -> 'a';
                case HEARTS -> await(tape.value(1L << 40));
                case SPADES -> await(tape.value((byte) 3));
            };
            double d =
                    switch (suit) {
                        case CLUBS -> await(tape.value(1));
                        case HEARTS -> 2f;
                        case SPADES -> await(tape.value(0.5));
                    };
            total += (long) (d * 10);
        }
        return result(total);
    }

    @Shape
    @Async
    static Coroutine<String> oldFormExpression(Tape tape) {
        String s = "";
        for (int i = 0; i < 4; i++) {
            s += switch (i) {
                case 0:
                case 1:
                    yield await(tape.value(i)) + "low";
                case 2:
                    tape.log("two");
                    yield await(tape.value("two"));
                default:
                    if (await(tape.value(true))) {
                        yield "if";
                    }
                    yield "else";};
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<Integer> returnsFromArms(Tape tape) {
        for (int i = 0; ; i++) {
            switch (await(tape.value(i))) {
                case 0 -> tape.log("go on", await(tape.value(1)));
                case 1 -> {
                    if (await(tape.value(false))) {
                        return result(-1);
                    }
                }
                case 2 -> {
                    return result(await(tape.value(22)));
                }
                default -> throw new IllegalStateException("too far");
            }
        }
    }

    @Shape
    @Async
    static Coroutine<Integer> throwingArms(Tape tape) {
        int n = await(tape.value(3));
        try {
            n += switch (n) {
                case 3 -> throw new IllegalArgumentException("three " + await(tape.value("!")));
                default -> await(tape.value(1));
            };
        } catch (IllegalArgumentException e) {
            tape.log(e);
            n *= await(tape.value(2));
        }
        return result(n);
    }

    @Shape
    @Async
    static Coroutine<Integer> sealedByInstanceOf(Tape tape) {
        int area = 0;
        for (Figure figure : List.of(new Square(3), new Disc(2), new Square(1))) {
            if (figure instanceof Square square) {
                area += square.side() * await(tape.value(square.side()));
            } else if (figure instanceof Disc disc) {
                area += 3 * disc.radius() * await(tape.value(disc.radius()));
            }
        }
        return result(area);
    }

    @Shape
    @Async
    static Coroutine<String> bigTable(Tape tape) {
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < 26; i += 5) {
            char c =
                    switch (await(tape.value(i))) {
                        case 0 -> 'a';
                        case 1 -> 'b';
                        case 2 -> 'c';
                        case 3, 4 -> await(tape.value('d'));
                        case 5 -> await(tape.value('f'));
                        case 6, 7, 8, 9 -> 'g';
                        case 10 -> await(tape.value('k'));
                        case 15 -> {
                            if (s.length() == await(tape.value(3))) {
                                yield 'p';
                            }
                            yield await(tape.value('P'));
                        }
                        case 20 -> 'u';
                        case 24, 25 -> await(tape.value('z'));
                        default -> '-';
                    };
            s.append(c);
        }
        return result(s.toString());
    }
}
