package dev.wit4j.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.wit4j.codegen.model.TypeModel.VariantCase;
import dev.wit4j.codegen.model.TypeModel.VariantModel;
import dev.wit4j.codegen.model.ValueType;
import java.util.List;
import java.util.Optional;

/** The codec of a variant. */
final class VariantCodecEmitter {
    private static final CodeBlock PAYLOAD = CodeBlock.of("one.$N()", VariantEmitter.PAYLOAD);

    private final EventCode events;

    VariantCodecEmitter(CodecExpressions codecs) {
        this.events = new EventCode(codecs);
    }

    TypeSpec emit(VariantModel model, String name) {
        ClassName value = Core.className(model.name());
        TypeSpec.Builder codec = CodecClass.builder(name, value, Core.TYPE_INFO.nestedClass("Variant"), info(model))
                .addMethod(write(model, value))
                .addMethod(read(model, value));
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

    private MethodSpec write(VariantModel model, ClassName value) {
        MethodSpec.Builder method = CodecClass.write(value);
        for (int i = 0; i < model.cases().size(); i++) {
            VariantCase one = model.cases().get(i);
            ClassName caseName = Core.className(one.name());
            String instance = one.payload().isPresent() ? "if (value instanceof $T one)" : "if (value instanceof $T)";
            if (i == 0) {
                method.beginControlFlow(instance, caseName);
            } else {
                method.nextControlFlow("else " + instance, caseName);
            }
            method.addStatement("out.beginCase(TYPE, $L)", i);
            one.payload().ifPresent(payload -> method.addStatement(events.write(payload, PAYLOAD)));
        }
        return method.endControlFlow().addStatement("out.endCase()").build();
    }

    private MethodSpec read(VariantModel model, ClassName value) {
        CodeBlock.Builder cases = CodeBlock.builder().add("$T value = switch (index) {\n$>", value);
        for (int i = 0; i < model.cases().size(); i++) {
            VariantCase one = model.cases().get(i);
            CodeBlock payload = one.payload().map(events::read).orElse(CodeBlock.of(""));
            cases.add("case $L -> new $T($L);\n", i, Core.className(one.name()), payload);
        }
        cases.add("default -> throw new $T($S + index);\n$<};\n", IllegalStateException.class, "no case of TYPE: ");
        return CodecClass.read(value)
                .addStatement("int index = in.beginCase(TYPE)")
                .addCode(cases.build())
                .addStatement("in.endCase()")
                .addStatement("return value")
                .build();
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
