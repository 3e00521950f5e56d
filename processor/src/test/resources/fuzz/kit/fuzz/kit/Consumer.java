package fuzz.kit;

import dev.fermata.Generator;
import shapes.kit.CheckedMishap;
import shapes.kit.FatalMishap;
import shapes.kit.Mishap;

/** Drives generators in one of several ways, by their whole interface, and then sees that they are closed. */
public final class Consumer {
    private static final int MOST = 25;

    private Consumer() {}

    /** Drives one to its end, or nearly so. */
    public static Object drive(Generator<?> generator, int how, int k) {
        Tape tape = Tape.current();
        try {
            switch (how & 7) {
                case 0 -> forEach(tape, generator);
                case 1 -> sending(tape, generator);
                case 2 -> closing(tape, generator, k & 7);
                case 3 -> raising(tape, generator, (k & 3) + 2);
                case 4 -> raisingOnce(tape, generator, k & 7);
                case 5 -> generator.raise(new Mishap("fresh"));
                case 6 -> tape.log("held", generator.hasNext(), generator.hasNext(), generator.send("early"));
                default -> generator.send("early");
            }
        } catch (Throwable thrown) {
            tape.log("consumer caught", thrown);
        }
        close(tape, generator);
        tape.log("returned", generator.returned());
        return generator.returned();
    }

    private static void forEach(Tape tape, Generator<?> generator) {
        int n = 0;
        for (Object each : generator) {
            tape.log("each", tape.risky(each));
            if (n++ > MOST) {
                break;
            }
        }
        tape.log("more", n > MOST || generator.hasNext());
    }

    private static void sending(Tape tape, Generator<?> generator) {
        tape.log("first", generator.send(null));
        for (int n = 0; n < MOST; n++) {
            tape.log("sent", generator.send(n % 3 == 0 ? null : n % 3 == 1 ? (Object) n : "s" + n));
        }
    }

    private static void closing(Tape tape, Generator<?> generator, int after) {
        for (int n = 0; n < after && generator.hasNext(); n++) {
            tape.log("next", generator.next());
        }
        generator.close();
    }

    private static void raising(Tape tape, Generator<?> generator, int every) {
        tape.log("first", generator.next());
        for (int n = 1; n < MOST; n++) {
            tape.log("went on", n % every == 0 ? generator.raise(failure(n)) : generator.send(n));
        }
    }

    private static void raisingOnce(Tape tape, Generator<?> generator, int at) {
        for (int n = 0; n < MOST && generator.hasNext(); n++) {
            tape.log("next", generator.next());
            if (n == at) {
                tape.log("raised", generator.raise(new IllegalStateException("k")));
            }
        }
    }

    private static Throwable failure(int n) {
        return n % 3 == 0 ? new CheckedMishap("r" + n) : n % 3 == 1 ? new FatalMishap("r" + n) : new Mishap("r" + n);
    }

    /** One that yields while it is being closed is asked again, and not for ever. */
    private static void close(Tape tape, Generator<?> generator) {
        for (int n = 0; n < 4; n++) {
            try {
                generator.close();
                return;
            } catch (Throwable thrown) {
                tape.log("close", thrown);
            }
        }
    }
}
