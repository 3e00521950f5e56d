package dev.fermata.processor.bridge;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeVariableName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The Javadoc of counterparts: a link to the original and its first sentence. The rest is a click away, and in one place. */
final class Docs {
    /** Up to the first full stop before a blank, or the first paragraph or tag. */
    private static final Pattern SUMMARY =
            Pattern.compile("\\s*(.*?(?:\\.(?=\\s|$)|(?=\\n\\s*(?:@|<p>|\\n))|$))", Pattern.DOTALL);

    /** Tags and markup name things by the imports of the original; a backslash may begin an escape anew. */
    private static final Pattern NOT_PLAIN = Pattern.compile("[{}<>&@\\\\]|\\*/");

    private final Elements elements;
    private final Types types;
    private final BridgedType type;

    Docs(Elements elements, Types types, BridgedType type) {
        this.elements = elements;
        this.types = types;
        this.type = type;
    }

    /** Returns a link to a method of the type. */
    CodeBlock link(ExecutableElement method) {
        CodeBlock.Builder link = CodeBlock.builder().add("{@link $T#$L(", type.rawName(), method.getSimpleName());
        List<? extends VariableElement> parameters = method.getParameters();
        for (int i = 0; i < parameters.size(); i++) {
            boolean variable = method.isVarArgs() && i == parameters.size() - 1;
            TypeMirror erased = types.erasure(parameters.get(i).asType());
            link.add(i == 0 ? "" : ", ");
            if (variable && erased instanceof ArrayType array) {
                link.add("$T...", array.getComponentType());
            } else {
                link.add("$T", erased);
            }
        }
        return link.add(")}").build();
    }

    /** Returns the first sentence of a comment, if it means the same elsewhere. */
    static Optional<String> summary(String comment) {
        Matcher first = SUMMARY.matcher(comment.strip());
        String summary = first.lookingAt() ? first.group(1).strip().replaceAll("\\s+", " ") : "";
        return summary.isEmpty() || NOT_PLAIN.matcher(summary).find() ? Optional.empty() : Optional.of(summary);
    }

    /**
     * Returns the comment of a counterpart.
     *
     * @param what says what it does with the original
     * @param returned what it returns, or nothing
     * @param loop the name of its parameter for the loop, if it has one
     * @param thrown whether it throws what the original throws
     */
    CodeBlock of(
            BridgedFunction function,
            CodeBlock what,
            Optional<String> returned,
            Optional<String> loop,
            boolean thrown) {
        CodeBlock.Builder doc = CodeBlock.builder().add(what).add("\n");
        Optional.ofNullable(elements.getDocComment(function.method()))
                .flatMap(Docs::summary)
                .ifPresent(summary -> doc.add("\n<p>$L\n", summary));
        CodeBlock tags = tags(function, returned, loop, thrown);
        return (tags.isEmpty() ? doc : doc.add("\n").add(tags)).build();
    }

    private static CodeBlock tags(
            BridgedFunction function, Optional<String> returned, Optional<String> loop, boolean thrown) {
        CodeBlock.Builder tags = CodeBlock.builder();
        for (TypeVariableName variable : function.variables()) {
            tags.add("@param <$L> as there\n", variable.name());
        }
        loop.ifPresent(name -> tags.add("@param $L the loop, which runs in another thread\n", name));
        for (VariableElement parameter : function.method().getParameters()) {
            tags.add("@param $L as there\n", parameter.getSimpleName());
        }
        returned.ifPresent(text -> tags.add("@return $L\n", text));
        if (thrown) {
            for (TypeMirror exception : function.method().getThrownTypes()) {
                tags.add("@throws $T as there\n", function.names().of(exception).withoutAnnotations());
            }
        }
        if (Copied.isDeprecated(function.method())) {
            tags.add("@deprecated as there\n");
        }
        return tags.build();
    }
}
