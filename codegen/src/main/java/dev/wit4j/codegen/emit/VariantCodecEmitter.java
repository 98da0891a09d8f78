package dev.wit4j.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.wit4j.codegen.model.TypeModel.VariantCase;
import dev.wit4j.codegen.model.TypeModel.VariantModel;
import dev.wit4j.codegen.model.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The codec of a variant. */
final class VariantCodecEmitter {
    private static final CodeBlock PAYLOAD = CodeBlock.of("one.$N()", VariantEmitter.PAYLOAD);

    /** About as many cases as a method can have that is still compiled at run time. */
    private static final int MOST_IN_METHOD = 100;

    private final EventCode events;

    VariantCodecEmitter(CodecExpressions codecs) {
        this.events = new EventCode(codecs);
    }

    TypeSpec emit(VariantModel model, String name) {
        ClassName value = Core.className(model.name());
        TypeSpec.Builder codec = CodecClass.builder(name, value, Core.TYPE_INFO.nestedClass("Variant"), info(model));
        addWrite(codec, model, value);
        addRead(codec, model, value);
        if (model.holdsHandles()) {
            codec.addMethod(CodecClass.hasHandles()).addMethod(mapHandles(model, value));
        }
        return codec.build();
    }

    private CodeBlock info(VariantModel model) {
        ClassName caseInfo = Core.TYPE_INFO.nestedClass("Case");
        List<CodeBlock> cases = model.cases().stream()
                .map(one -> one.payload()
                        .map(payload -> CodeBlock.of(
                                "new $T($S, $T.of($L))",
                                caseInfo,
                                one.witName(),
                                Optional.class,
                                events.typeInfo(payload)))
                        .orElseGet(
                                () -> CodeBlock.of("new $T($S, $T.empty())", caseInfo, one.witName(), Optional.class)))
                .toList();
        return CodeBlock.of("new $T($S, $L)", Core.TYPE_INFO.nestedClass("Variant"), model.witName(), Lists.of(cases));
    }

    /** Adds the methods that write; the cases of a large variant are spread over several, for the compilers' sake. */
    private void addWrite(TypeSpec.Builder codec, VariantModel model, ClassName value) {
        if (model.cases().size() <= MOST_IN_METHOD) {
            MethodSpec.Builder method = CodecClass.write(value);
            writeCases(method, model, 0, model.cases().size(), "");
            codec.addMethod(
                    method.endControlFlow().addStatement("out.endCase()").build());
            return;
        }
        var parts = new ArrayList<CodeBlock>();
        for (int from = 0; from < model.cases().size(); from += MOST_IN_METHOD) {
            int to = Math.min(from + MOST_IN_METHOD, model.cases().size());
            MethodSpec.Builder part = MethodSpec.methodBuilder("writeFrom" + from)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .returns(TypeName.BOOLEAN)
                    .addParameter(Core.VALUE_WRITER, "out")
                    .addParameter(value, "value");
            writeCases(part, model, from, to, "return true");
            codec.addMethod(part.endControlFlow().addStatement("return false").build());
            parts.add(CodeBlock.of("writeFrom$L(out, value)", from));
        }
        codec.addMethod(CodecClass.write(value)
                .beginControlFlow("if (!($L))", CodeBlock.join(parts, " || "))
                .addStatement("throw new $T($S + value)", IllegalStateException.class, "no case: ")
                .endControlFlow()
                .addStatement("out.endCase()")
                .build());
    }

    private void writeCases(MethodSpec.Builder method, VariantModel model, int from, int to, String end) {
        for (int i = from; i < to; i++) {
            VariantCase one = model.cases().get(i);
            ClassName caseName = Core.className(one.name());
            String instance = one.payload().isPresent() ? "if (value instanceof $T one)" : "if (value instanceof $T)";
            if (i == from) {
                method.beginControlFlow(instance, caseName);
            } else {
                method.nextControlFlow("else " + instance, caseName);
            }
            method.addStatement("out.beginCase(TYPE, $L)", i);
            one.payload().ifPresent(payload -> method.addStatement(events.write(payload, PAYLOAD)));
            if (!end.isEmpty()) {
                method.addStatement(end);
            }
        }
    }

    /** Adds the methods that read, spread likewise. */
    private void addRead(TypeSpec.Builder codec, VariantModel model, ClassName value) {
        MethodSpec.Builder method = CodecClass.read(value).addStatement("int index = in.beginCase(TYPE)");
        if (model.cases().size() <= MOST_IN_METHOD) {
            method.addCode(readCases(
                    CodeBlock.of("$T value = ", value), model, 0, model.cases().size()));
        } else {
            CodeBlock.Builder parts =
                    CodeBlock.builder().add("$T value = switch (index / $L) {\n$>", value, MOST_IN_METHOD);
            for (int from = 0; from < model.cases().size(); from += MOST_IN_METHOD) {
                int to = Math.min(from + MOST_IN_METHOD, model.cases().size());
                codec.addMethod(MethodSpec.methodBuilder("readFrom" + from)
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                        .returns(value)
                        .addParameter(Core.VALUE_READER, "in")
                        .addParameter(TypeName.INT, "index")
                        .addCode(readCases(CodeBlock.of("return "), model, from, to))
                        .build());
                parts.add("case $L -> readFrom$L(in, index);\n", from / MOST_IN_METHOD, from);
            }
            method.addCode(parts.add(noCase()).build());
        }
        codec.addMethod(
                method.addStatement("in.endCase()").addStatement("return value").build());
    }

    private CodeBlock readCases(CodeBlock begin, VariantModel model, int from, int to) {
        CodeBlock.Builder cases = CodeBlock.builder().add("$Lswitch (index) {\n$>", begin);
        for (int i = from; i < to; i++) {
            VariantCase one = model.cases().get(i);
            CodeBlock payload = one.payload().map(events::read).orElse(CodeBlock.of(""));
            cases.add("case $L -> new $T($L);\n", i, Core.className(one.name()), payload);
        }
        return cases.add(noCase()).build();
    }

    private static CodeBlock noCase() {
        return CodeBlock.of("default -> throw new $T($S + index);\n$<};\n", IllegalStateException.class, "no case ");
    }

    private MethodSpec mapHandles(VariantModel model, ClassName value) {
        MethodSpec.Builder method = CodecClass.mapHandles(value);
        for (VariantCase one : model.cases()) {
            if (one.payload().filter(ValueType::holdsHandles).isPresent()) {
                ClassName caseName = Core.className(one.name());
                method.beginControlFlow("if (value instanceof $T one)", caseName)
                        .addStatement(
                                "return new $T($L)",
                                caseName,
                                events.map(one.payload().get(), PAYLOAD))
                        .endControlFlow();
            }
        }
        return method.addStatement("return value").build();
    }
}
