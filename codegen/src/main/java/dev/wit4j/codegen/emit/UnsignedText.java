package dev.wit4j.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.wit4j.codegen.model.ValueType;
import dev.wit4j.parser.model.PrimitiveType;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The text of a record that holds a {@code u64}: that of every record, but for the sign that Java would see in it. */
final class UnsignedText {
    private static final ValueType U64 = new ValueType.Primitive(PrimitiveType.U64);

    private UnsignedText() {}

    /** Gives a record a {@code toString} of its own if it needs one. */
    static void addTo(TypeSpec.Builder record, String simpleName, Map<String, ValueType> components) {
        if (!components.containsValue(U64)) {
            return;
        }
        var texts = new LinkedHashMap<String, CodeBlock>();
        components.forEach((name, type) -> texts.put(
                name,
                type.equals(U64)
                        ? CodeBlock.of("$T.toUnsignedString($N)", Long.class, name)
                        : CodeBlock.of("$N", name)));
        CodeBlock.Builder text = CodeBlock.builder();
        String separator = simpleName + "[";
        for (Map.Entry<String, CodeBlock> component : texts.entrySet()) {
            text.add("$S + $L + ", separator + component.getKey() + "=", component.getValue());
            separator = ", ";
        }
        record.addMethod(MethodSpec.methodBuilder("toString")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("return $L$S", text.build(), "]")
                .build());
    }
}
