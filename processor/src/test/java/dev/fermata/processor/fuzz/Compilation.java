package dev.fermata.processor.fuzz;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Compiles many programs at once, since javac's start is most of what a small one costs; a bad one does not hurt the others. */
final class Compilation {
    private final Kit kit;
    private final Flavour flavour;
    private final boolean newer;
    private final Path folder;
    private final Map<Program, String> refused = new IdentityHashMap<>();

    private Compilation(Kit kit, Flavour flavour, boolean newer, Path folder) {
        this.kit = kit;
        this.flavour = flavour;
        this.newer = newer;
        this.folder = folder;
    }

    /** Compiles to a folder; gives those programs that were refused, and what was said of them. */
    static Map<Program, String> of(List<Program> programs, Kit kit, Flavour flavour, boolean newer, Path folder) {
        Compilation compilation = new Compilation(kit, flavour, newer, folder);
        compilation.compile(programs);
        return compilation.refused;
    }

    private void compile(List<Program> programs) {
        List<Program> left = new ArrayList<>(programs);
        while (!left.isEmpty()) {
            Map<Program, String> errors = errors(left);
            if (errors.isEmpty()) {
                return;
            }
            refused.putAll(errors);
            left.removeAll(errors.keySet());
        }
    }

    /** The programs that javac has errors of. What it says of none in particular is found by compiling each for itself. */
    private Map<Program, String> errors(List<Program> programs) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        Map<Program, String> errors = new IdentityHashMap<>();
        String failure = javac(programs, diagnostics);
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR && diagnostic.getSource() != null) {
                String name = diagnostic.getSource().getName().replaceAll(".*/|\\.java", "");
                programs.stream()
                        .filter(program -> program.name().equals(name))
                        .forEach(program -> errors.putIfAbsent(
                                program,
                                "line " + diagnostic.getLineNumber() + ": " + diagnostic.getMessage(Locale.ROOT)));
            }
        }
        if (failure == null || !errors.isEmpty()) {
            return errors;
        }
        if (programs.size() > 1) {
            programs.forEach(program -> errors.putAll(errors(List.of(program))));
        }
        if (errors.isEmpty()) {
            String company = programs.size() > 1 ? "among others only: " : "";
            errors.put(programs.get(0), company + failure + diagnostics.getDiagnostics());
        }
        return errors;
    }

    /** Runs javac; gives what went wrong, or null. */
    private @Nullable String javac(List<Program> programs, DiagnosticCollector<JavaFileObject> diagnostics) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options = new ArrayList<>(flavour.options(newer));
        options.addAll(kit.side().options(flavour));
        options.addAll(List.of("-d", folder.toString(), "-classpath", kit.classPath()));
        // javac writes there when it crashes, as that of 17 does now and then.
        PrintStream err = System.err;
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            Files.createDirectories(folder);
            JavaCompiler.CompilationTask task = compiler.getTask(
                    said,
                    manager,
                    diagnostics,
                    options,
                    null,
                    programs.stream().map(SourceFile::new).toList());
            if (kit.side() == Side.WOVEN) {
                task.setProcessors(kit.side().processors());
            }
            return task.call() ? null : "javac failed: " + said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException | StackOverflowError e) {
            return "javac crashed: " + e + said;
        } finally {
            System.setErr(err);
        }
    }
}
