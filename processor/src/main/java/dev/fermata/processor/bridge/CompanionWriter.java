package dev.fermata.processor.bridge;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.fermata.processor.bridge.BridgeOutcome.Companion;
import dev.fermata.processor.bridge.BridgedFunction.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/** Writes one companion of a type. */
final class CompanionWriter {
    private static final String GENERATED = "javax.annotation.processing.Generated";

    /**
     * Whatever the original was warned of, its author has seen to there. Of our own checks none is silenced: what they would
     * find here would be a mistake of ours.
     */
    private static final List<String> SILENCED =
            List.of("deprecation", "exports", "overloads", "rawtypes", "removal", "unchecked", "varargs");

    private final BridgedType type;
    private final Style style;
    private final Docs docs;
    private final Copied copied;
    private final Elements elements;

    CompanionWriter(BridgedType type, Style style, Docs docs, Copied copied, Elements elements) {
        this.type = type;
        this.style = style;
        this.docs = docs;
        this.copied = copied;
        this.elements = elements;
    }

    /** Returns it, or nothing if there is nothing to be in it. */
    Optional<Companion> write() {
        List<BridgedFunction> functions = type.functions().stream()
                .filter(function -> style.covers(function.kind()))
                .toList();
        if (functions.isEmpty()) {
            return Optional.empty();
        }
        ClassName name = type.companion(style.suffix());
        TypeSpec.Builder companion = TypeSpec.classBuilder(name)
                .addJavadoc(style.describe(type))
                .addModifiers(Modifier.FINAL)
                .addTypeVariables(type.variables())
                .addAnnotations(generated())
                .addAnnotation(silenced())
                .addAnnotations(copied.ofType(type.element()));
        for (TypeVariableName variable : type.variables()) {
            companion.addJavadoc("\n@param <$L> as there", variable.name());
        }
        if (Copied.isDeprecated(type.element())) {
            companion.addJavadoc("\n@deprecated as there");
        }
        if (type.isPublic()) {
            companion.addModifiers(Modifier.PUBLIC);
        }
        addInstance(companion, functions);
        functions.forEach(function -> addCounterparts(companion, function));
        String source = JavaFile.builder(name.packageName(), companion.build())
                .indent("    ")
                .build()
                .toString();
        return Optional.of(new Companion(name.canonicalName(), source));
    }

    /** The annotation is in a module that not every module reads. */
    private List<AnnotationSpec> generated() {
        return elements.getTypeElement(elements.getModuleOf(type.element()), GENERATED) == null
                ? List.of()
                : List.of(AnnotationSpec.builder(ClassName.bestGuess(GENERATED))
                        .addMember("value", "$S", "dev.fermata.processor")
                        .build());
    }

    private static AnnotationSpec silenced() {
        AnnotationSpec.Builder annotation = AnnotationSpec.builder(SuppressWarnings.class);
        SILENCED.forEach(category -> annotation.addMember("value", "$S", category));
        return annotation.build();
    }

    private void addInstance(TypeSpec.Builder companion, List<BridgedFunction> functions) {
        if (functions.stream().allMatch(BridgedFunction::isStatic)) {
            companion.addMethod(MethodSpec.constructorBuilder()
                    .addModifiers(Modifier.PRIVATE)
                    .build());
            return;
        }
        companion.addField(type.name(), Style.TARGET, Modifier.PRIVATE, Modifier.FINAL);
        companion.addField(style.field());
        style.constructors(type, type.isPublic()).forEach(companion::addMethod);
    }

    private void addCounterparts(TypeSpec.Builder companion, BridgedFunction function) {
        Kind kind = function.kind();
        if (!function.isStatic()) {
            companion.addMethod(counterpart(
                    function,
                    Optional.empty(),
                    style.call(kind, original(function, CodeBlock.of("this.$L", Style.TARGET)))));
            return;
        }
        CodeBlock original = original(function, CodeBlock.of("$T", type.rawName()));
        if (style.doesWithoutLoop()) {
            companion.addMethod(counterpart(function, Optional.empty(), style.callWithoutLoop(kind, original)));
        }
        String loop = freeName(function);
        companion.addMethod(counterpart(function, Optional.of(loop), style.callOn(loop, kind, original)));
    }

    private MethodSpec counterpart(BridgedFunction function, Optional<String> loop, CodeBlock call) {
        Kind kind = function.kind();
        TypeName returned = style.returns(function);
        MethodSpec.Builder method = MethodSpec.methodBuilder(function.name())
                .addJavadoc(docs.of(
                        function,
                        style.describe(kind, docs.link(function.method())),
                        Optional.of(style.describeReturned(kind)).filter(text -> !text.isEmpty()),
                        loop,
                        style.isDirect()))
                .addAnnotations(copied.ofMethod(function.method(), style.isDirect() && kind == Kind.COROUTINE))
                .addTypeVariables(function.variables())
                .returns(returned)
                .varargs(function.method().isVarArgs());
        if (function.method().getModifiers().contains(Modifier.PUBLIC)) {
            method.addModifiers(Modifier.PUBLIC);
        }
        if (function.isStatic()) {
            method.addModifiers(Modifier.STATIC);
        }
        if (Copied.hasSafeVarargs(function.method())) {
            method.addAnnotation(SafeVarargs.class);
            method.addModifiers(function.isStatic() ? List.of() : List.of(Modifier.FINAL));
        }
        loop.ifPresent(name -> method.addParameter(Style.EVENT_LOOP, name));
        for (VariableElement parameter : function.method().getParameters()) {
            method.addParameter(ParameterSpec.builder(
                            function.names().of(parameter.asType()),
                            parameter.getSimpleName().toString())
                    .addAnnotations(copied.ofParameter(parameter))
                    .build());
        }
        if (style.isDirect()) {
            function.method()
                    .getThrownTypes()
                    .forEach(thrown -> method.addException(function.names().of(thrown)));
        }
        return method.addStatement(returned.equals(TypeName.VOID) ? "$L" : "return $L", call)
                .build();
    }

    /** The lambda that calls the original. */
    private static CodeBlock original(BridgedFunction function, CodeBlock receiver) {
        List<CodeBlock> arguments = new ArrayList<>();
        function.method().getParameters().forEach(it -> arguments.add(CodeBlock.of("$L", it.getSimpleName())));
        CodeBlock typeArguments = function.variables().isEmpty()
                ? CodeBlock.of("")
                : function.variables().stream()
                        .map(variable -> CodeBlock.of("$L", variable.name()))
                        .collect(CodeBlock.joining(", ", "<", ">"));
        return CodeBlock.of(
                "() -> $L.$L$L($L)",
                receiver,
                typeArguments,
                function.name(),
                arguments.stream().collect(CodeBlock.joining(", ")));
    }

    private static String freeName(BridgedFunction function) {
        List<String> taken = function.method().getParameters().stream()
                .map(parameter -> parameter.getSimpleName().toString())
                .toList();
        String name = "loop";
        for (int number = 2; taken.contains(name); number++) {
            name = "loop" + number;
        }
        return name;
    }
}
