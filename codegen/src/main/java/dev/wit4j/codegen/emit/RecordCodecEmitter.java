package dev.wit4j.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.wit4j.codegen.model.TypeModel.Component;
import dev.wit4j.codegen.model.TypeModel.RecordModel;
import java.util.List;

/** The codec of a record. */
final class RecordCodecEmitter {
    private final EventCode events;

    RecordCodecEmitter(CodecExpressions codecs) {
        this.events = new EventCode(codecs);
    }

    TypeSpec emit(RecordModel model, String name) {
        ClassName value = Core.className(model.name());
        boolean isLarge = RecordEmitter.isLarge(model);
        TypeSpec.Builder codec = CodecClass.builder(name, value, Core.TYPE_INFO.nestedClass("Record"), info(model))
                .addMethod(write(model, value))
                .addMethod(isLarge ? readByBuilder(model, value) : read(model, value));
        if (model.holdsHandles()) {
            codec.addMethod(CodecClass.hasHandles())
                    .addMethod(isLarge ? mapHandlesByBuilder(model, value) : mapHandles(model, value));
        }
        return codec.build();
    }

    private CodeBlock info(RecordModel model) {
        List<CodeBlock> fields = model.components().stream()
                .map(component -> CodeBlock.of(
                        "new $T($S, $L)",
                        Core.TYPE_INFO.nestedClass("Field"),
                        component.witName(),
                        events.typeInfo(component.type())))
                .toList();
        return CodeBlock.of("new $T($S, $L)", Core.TYPE_INFO.nestedClass("Record"), model.witName(), Lists.of(fields));
    }

    private MethodSpec write(RecordModel model, ClassName value) {
        MethodSpec.Builder method = CodecClass.write(value).addStatement("out.beginRecord(TYPE)");
        int index = 0;
        for (Component component : model.components()) {
            method.addStatement("out.field($L)", index++);
            method.addStatement(events.write(component.type(), accessor(component)));
        }
        return method.addStatement("out.endRecord()").build();
    }

    private MethodSpec read(RecordModel model, ClassName value) {
        MethodSpec.Builder method = CodecClass.read(value).addStatement("in.beginRecord(TYPE)");
        int index = 0;
        for (Component component : model.components()) {
            method.addStatement("in.field($L)", index++);
            method.addStatement(
                    "$T $N = $L", TypeNames.plain(component.type()), local(component), events.read(component.type()));
        }
        List<CodeBlock> locals = model.components().stream()
                .map(component -> CodeBlock.of("$N", local(component)))
                .toList();
        return method.addStatement("in.endRecord()")
                .addStatement("return new $T($L)", value, CodeBlock.join(locals, ",$W"))
                .build();
    }

    private MethodSpec mapHandles(RecordModel model, ClassName value) {
        List<CodeBlock> mapped = model.components().stream()
                .map(component -> events.map(component.type(), accessor(component)))
                .toList();
        return CodecClass.mapHandles(value)
                .addStatement("return new $T(\n$L)", value, CodeBlock.join(mapped, ",\n"))
                .build();
    }

    private MethodSpec readByBuilder(RecordModel model, ClassName value) {
        MethodSpec.Builder method =
                CodecClass.read(value).addStatement("in.beginRecord(TYPE)").addStatement(builder(value));
        int index = 0;
        for (Component component : model.components()) {
            method.addStatement("in.field($L)", index++);
            method.addStatement("to.$N($L)", component.name(), events.read(component.type()));
        }
        return method.addStatement("in.endRecord()")
                .addStatement("return to.build()")
                .build();
    }

    private MethodSpec mapHandlesByBuilder(RecordModel model, ClassName value) {
        MethodSpec.Builder method = CodecClass.mapHandles(value).addStatement(builder(value));
        for (Component component : model.components()) {
            method.addStatement("to.$N($L)", component.name(), events.map(component.type(), accessor(component)));
        }
        return method.addStatement("return to.build()").build();
    }

    /** Not by the method that begins: where a constant of the codecs is called as the class, an expression means the constant. */
    private static CodeBlock builder(ClassName value) {
        return CodeBlock.of("$T to = new $T()", BuilderEmitter.className(value), BuilderEmitter.className(value));
    }

    private static CodeBlock accessor(Component component) {
        return CodeBlock.of("value.$N()", component.name());
    }

    /** The method that it stands in has a parameter {@code in} and uses constants. */
    private static String local(Component component) {
        String name = component.name();
        boolean isFree = !name.equals("in") && Character.isLowerCase(name.charAt(0));
        return isFree ? name : name + "_";
    }
}
