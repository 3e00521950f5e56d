package dev.fermata.processor.transform;

import dev.fermata.processor.transform.analysis.AbiNames;
import dev.fermata.processor.transform.analysis.AsyncFunction;
import dev.fermata.processor.transform.analysis.AsyncFunctions;
import dev.fermata.processor.transform.analysis.CannotRewrite;
import dev.fermata.processor.transform.analysis.FunctionAnalysis;
import dev.fermata.processor.transform.analysis.Intrinsic;
import dev.fermata.processor.transform.emit.HostEmitter;
import dev.fermata.processor.transform.plan.FunctionPlan;
import dev.fermata.processor.transform.plan.FusedCalls;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Rewrites the coroutine and generator functions of one class file. */
public final class Transformer {
    /** Nestmates, which generated classes need to call private bodies, came with Java 11. */
    private static final int OLDEST = Opcodes.V11;

    /** What class files start with (JVMS 4.1). */
    private static final byte[] MAGIC = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE};

    private final byte[] classFile;
    private final ClassReader reader;
    private final ClassNode host;
    private final ClassLookup lookup;
    private final TransformOptions options;
    private final List<Rejection> rejections = new ArrayList<>();

    private Transformer(
            byte[] classFile, ClassReader reader, ClassNode host, ClassLookup lookup, TransformOptions options) {
        this.classFile = classFile;
        this.reader = reader;
        this.host = host;
        this.lookup = lookup;
        this.options = options;
    }

    /**
     * Transforms a class file. Pure: the same arguments give the same bytes.
     *
     * @param classFile the class file as the compiler wrote it
     * @param lookup what is known of other classes
     * @param options how to transform
     * @return what came of it; bad input gives {@link Outcome.Rejected}, never an exception
     */
    public static Outcome transform(byte[] classFile, ClassLookup lookup, TransformOptions options) {
        if (!isClassFile(classFile)) {
            return unreadable("is not a class file; compile it again");
        }
        ClassNode host = new ClassNode();
        ClassReader reader;
        try {
            reader = new ClassReader(classFile);
        } catch (IllegalArgumentException refused) {
            // ASM has no type of its own for versions that it does not know; of other things it says nothing at all.
            return refused.getMessage() == null
                    ? unreadable("is not a class file that can be understood; compile it again")
                    : unreadable("has class file version " + major(classFile)
                            + ", newer than Fermata knows; lower --release or update Fermata");
        } catch (IndexOutOfBoundsException broken) {
            return unreadable("is not a class file that can be understood; compile it again");
        }
        try {
            reader.accept(host, ClassReader.EXPAND_FRAMES);
            return new Transformer(classFile, reader, host, lookup, options).transform();
        } catch (RuntimeException | AssertionError broken) { // ASM's, of types that it takes for impossible
            String name = host.name == null ? "" : host.name;
            return new Outcome.Rejected(List.of(new Rejection(
                    name, "", "", 0, "is a class file that cannot be understood (" + broken + "); compile it again")));
        }
    }

    private static Outcome unreadable(String reason) {
        return new Outcome.Rejected(List.of(new Rejection("", "", "", 0, reason)));
    }

    /** ASM does not look, and would tell what version the rest has. */
    private static boolean isClassFile(byte[] bytes) {
        return bytes.length >= MAGIC.length && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    private static int major(byte[] classFile) {
        return (classFile[6] & 0xff) << 8 | classFile[7] & 0xff;
    }

    private Outcome transform() {
        if (AsyncFunctions.has(host.visibleAnnotations, AbiNames.TRANSFORMED_DESCRIPTOR)) {
            return new Outcome.Unchanged();
        }
        for (MethodNode method : host.methods) {
            Intrinsic.nameDeclaringClass(method, this::isSubclass);
        }
        List<AsyncFunction> functions = AsyncFunctions.of(
                host, lookup::isAsyncInterface, method -> lookup.isAsyncMethod(host.name, method.name, method.desc));
        List<MethodNode> rewritten =
                functions.stream().map(AsyncFunction::method).toList();
        for (MethodNode method : host.methods) {
            CannotRewrite stray = rewritten.contains(method) ? null : AsyncFunctions.stray(method);
            if (stray != null) {
                reject(method, stray);
            }
        }
        if (functions.isEmpty() && rejections.isEmpty()) {
            return new Outcome.Unchanged();
        }
        List<FunctionPlan> plans = plan(functions);
        return rejections.isEmpty() ? emit(plans) : new Outcome.Rejected(rejections);
    }

    /** A class that has no name for others, anonymous or local, is known by its supertypes only, and only here. */
    private boolean isSubclass(String name, String base) {
        return lookup.isSubclass(name, base)
                || name.equals(host.name)
                        && Stream.concat(Stream.of(host.superName), host.interfaces.stream())
                                .anyMatch(it -> it.equals(base) || lookup.isSubclass(it, base));
    }

    private List<FunctionPlan> plan(List<AsyncFunction> functions) {
        ClassNames names = new ClassNames(host);
        List<FunctionAnalysis> analyses = new ArrayList<>();
        Map<String, String> classNames = new HashMap<>();
        for (AsyncFunction function : functions) {
            try {
                if ((host.version & 0xffff) < OLDEST) {
                    throw new CannotRewrite(0, "is in a class file older than Java 11; compile with --release 17");
                }
                analyses.add(FunctionAnalysis.of(host.name, function, this::isSubclass));
                classNames.put(FusedCalls.key(function.method()), names.next(function));
            } catch (CannotRewrite reason) {
                reject(function.method(), reason);
            }
        }
        FusedCalls fused = FusedCalls.of(host, analyses, classNames);
        return analyses.stream()
                .map(it -> FunctionPlan.of(
                        it,
                        Objects.requireNonNull(
                                classNames.get(FusedCalls.key(it.function().method()))),
                        options.keepDeadLocals(),
                        fused))
                .toList();
    }

    private Outcome emit(List<FunctionPlan> plans) {
        Map<String, Function<String, Rejection>> rejections = rejections(plans);
        List<FunctionOutline> outlines = options.outline()
                ? plans.stream().map(plan -> Outlines.of(host, plan)).toList()
                : List.of();
        HostEmitter emitter = new HostEmitter(reader, host);
        plans.forEach(emitter::add);
        byte[] bytes;
        try {
            bytes = emitter.write();
        } catch (MethodTooLargeException large) {
            String reason = "is too large when rewritten (" + large.getCodeSize() + " bytes, limit 65535); split it";
            return rejected(rejections, large.getMethodName() + large.getDescriptor(), reason);
        } catch (ClassTooLargeException large) {
            String reason = "is too large when rewritten (" + large.getConstantPoolCount()
                    + " constants, limit 65535); split it";
            return rejected(rejections, "", reason);
        }
        List<GeneratedClass> extras = new ArrayList<>();
        emitter.generated().forEach((name, generated) -> extras.add(new GeneratedClass(name, generated)));
        if (options.verify()) {
            Verification.Failure failure = Verification.failure(bytes, rejections.keySet());
            if (failure != null) {
                return unverified(rejections, failure);
            }
        }
        String nestHost = host.nestHostClass == null ? host.name : host.nestHostClass;
        return new Outcome.Transformed(host.name, bytes, extras, nestHost, outlines);
    }

    /** Whose fault it is: code that did not verify before is not ours. */
    private Outcome unverified(Map<String, Function<String, Rejection>> rejections, Verification.Failure failure) {
        Rejection ours = rejection(
                rejections,
                failure.method(),
                "was rewritten to code that does not verify; report it: " + failure.message());
        Verification.Failure before = Verification.failure(classFile, Set.of(ours.method() + ours.descriptor()));
        return new Outcome.Rejected(List.of(
                before == null
                        ? ours
                        : rejection(
                                rejections,
                                failure.method(),
                                CannotRewrite.badCode(0, before.message()).reason())));
    }

    /** How to reject the functions, by name and descriptor of their bodies: emission changes the functions themselves. */
    private Map<String, Function<String, Rejection>> rejections(List<FunctionPlan> plans) {
        Map<String, Function<String, Rejection>> rejections = new HashMap<>();
        for (FunctionPlan plan : plans) {
            MethodNode function = plan.analysis().function().method();
            String name = function.name;
            String descriptor = function.desc;
            rejections.put(
                    plan.bodyName() + plan.layout().descriptor(),
                    reason -> new Rejection(
                            host.name, name, descriptor, plan.analysis().firstLine(), reason));
        }
        return rejections;
    }

    private Outcome rejected(Map<String, Function<String, Rejection>> rejections, String body, String reason) {
        return new Outcome.Rejected(List.of(rejection(rejections, body, reason)));
    }

    private Rejection rejection(Map<String, Function<String, Rejection>> rejections, String body, String reason) {
        Function<String, Rejection> ofClass = it -> new Rejection(host.name, "", "", 0, it);
        return rejections.getOrDefault(body, ofClass).apply(reason);
    }

    private void reject(MethodNode method, CannotRewrite reason) {
        rejections.add(new Rejection(host.name, method.name, method.desc, reason.line(), reason.reason()));
    }
}
