package dev.fermata.processor.realcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.transform.Outcome;
import dev.fermata.processor.transform.Rejection;
import dev.fermata.processor.transform.TransformOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Damaged class files: whatever was done to them, the transform says what came of them and does not fail itself. */
final class MutationTest {
    private static final int MUTATIONS = Integer.getInteger("realcode.mutations", 3_000);
    private static final int LARGEST = 12_000;

    /** Class files that hold suspension points and much else, as the transform gets them. */
    private static List<byte[]> good = List.of();

    private final Engine engine = Engine.of(TransformOptions.DEFAULTS);

    @BeforeAll
    static void instrument() {
        good = new ArrayList<>();
        for (Source source : Source.small()) {
            source.corpus().every(3).classes().values().forEach(it -> {
                Instrumenter instrumenter = new Instrumenter(it, Choice.calls(2, 0));
                if (!instrumenter.functions().isEmpty() && it.length < LARGEST) {
                    good.add(instrumenter.instrument(instrumenter.functions()));
                }
            });
        }
    }

    @Test
    void mutatedClassFilesGiveAnOutcome() {
        Random random = new Random(20);
        List<Rejection> rejections = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (int round = 0; round < MUTATIONS; round++) {
            byte[] bad = mutate(good.get(round % good.size()), random);
            try {
                if (engine.transform(bad) instanceof Outcome.Rejected it) {
                    rejections.addAll(it.rejections());
                }
            } catch (RuntimeException | Error thrown) {
                faults.add("mutation " + round + ": " + thrown + " at "
                        + Arrays.stream(thrown.getStackTrace()).limit(6).toList());
            }
        }

        assertThat(faults).isEmpty();
        assertThat(rejections).hasSizeGreaterThan(MUTATIONS / 20);
        assertThat(rejections.stream().map(Rejection::reason).filter(it -> !isClear(it)))
                .isEmpty();
    }

    @Test
    void typeThatIsNoneIsRejected() {
        ClassNode node = new ClassNode();
        new ClassReader(good.get(0)).accept(node, 0);
        MethodNode function = node.methods.get(node.methods.size() - 1);
        function.instructions.insert(new InsnNode(Opcodes.POP));
        function.instructions.insert(new FieldInsnNode(Opcodes.GETSTATIC, node.name, "field", "(I)V"));
        function.maxStack++;
        ClassWriter writer = new ClassWriter(0);
        node.accept(writer);

        Outcome outcome = engine.transform(writer.toByteArray());

        assertThat(((Outcome.Rejected) outcome).rejections())
                .allSatisfy(it -> assertThat(it.reason()).startsWith("is a class file that cannot be understood ("));
    }

    @Test
    void truncatedClassFilesAreRejected() {
        for (byte[] each : good) {
            for (int length = 0; length < each.length; length += 1 + each.length / 40) {
                assertThat(engine.transform(Arrays.copyOf(each, length))).isInstanceOf(Outcome.Rejected.class);
            }
        }
    }

    @Test
    void whatDoesNotStartAsAClassFileIsCalledNone() {
        byte[] bad = good.get(0).clone();
        bad[3] ^= 1;

        Outcome outcome = engine.transform(bad);

        assertThat(((Outcome.Rejected) outcome).rejections())
                .extracting(Rejection::reason)
                .containsExactly("is not a class file; compile it again");
    }

    /** Whether a text is what can be said of a method or class, in one line. */
    private static boolean isClear(String reason) {
        return reason.matches("(is|has|holds|calls|returns|uses|was) \\S.*") && !reason.endsWith(": null");
    }

    private static byte[] mutate(byte[] good, Random random) {
        byte[] bad = good.clone();
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            int at = random.nextInt(bad.length);
            switch (random.nextInt(5)) {
                case 0 -> bad[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bad[at] = (byte) random.nextInt(256);
                case 2 -> bad[at] = HexFormat.of().parseHex("00ff7f80")[random.nextInt(4)];
                case 3 -> {
                    int length = Math.min(1 + random.nextInt(8), bad.length - at);
                    System.arraycopy(bad, random.nextInt(bad.length - length), bad, at, length);
                }
                default -> {
                    int length = Math.min(1 + random.nextInt(3), bad.length - at - 1);
                    System.arraycopy(bad, at + length, bad, at, bad.length - at - length);
                }
            }
        }
        return bad;
    }
}
