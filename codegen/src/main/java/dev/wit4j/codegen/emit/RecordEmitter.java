package dev.wit4j.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.wit4j.codegen.model.TypeModel.Component;
import dev.wit4j.codegen.model.TypeModel.RecordModel;
import dev.wit4j.codegen.model.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import javax.lang.model.element.Modifier;

/** A WIT record as a Java record whose constructor checks what it is given, or as a class if it is too large for that. */
final class RecordEmitter {
    private final CheckExpressions checks;

    RecordEmitter(CheckExpressions checks) {
        this.checks = checks;
    }

    TypeSpec.Builder emit(RecordModel model) {
        ClassName name = Core.className(model.name());
        List<Member> members = model.components().stream().map(this::member).toList();
        TypeSpec.Builder type = isLarge(model) ? LargeClassEmitter.emit(name, members) : record(name, model);
        return type.addAnnotations(Javadocs.annotations(model.documentation()))
                .addJavadoc(Javadocs.of(model.documentation()));
    }

    /** Whether the class of a record is made by a builder. */
    static boolean isLarge(RecordModel model) {
        return Member.exceedRecord(
                model.components().stream().map(c -> TypeNames.of(c.type())).toList());
    }

    private Member member(Component component) {
        return new Member(
                TypeNames.of(component.type()),
                component.name(),
                checks.checked(component.type(), component.name()),
                Javadocs.of(component.documentation()));
    }

    private TypeSpec.Builder record(ClassName name, RecordModel model) {
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        MethodSpec.Builder constructor = MethodSpec.compactConstructorBuilder().addModifiers(Modifier.PUBLIC);
        for (Component component : model.components()) {
            components.addParameter(ParameterSpec.builder(TypeNames.of(component.type()), component.name())
                    .addJavadoc(Javadocs.ofParameter(component.documentation()))
                    .build());
            checks.statement(component.type(), component.name()).ifPresent(constructor::addStatement);
        }
        TypeSpec.Builder type =
                TypeSpec.recordBuilder(name).addModifiers(Modifier.PUBLIC).recordConstructor(components.build());
        MethodSpec checked = constructor.build();
        if (!checked.code().isEmpty()) {
            type.addMethod(checked);
        }
        var types = new LinkedHashMap<String, ValueType>();
        model.components().forEach(component -> types.put(component.name(), component.type()));
        UnsignedText.addTo(type, name.simpleName(), types);
        return type;
    }
}
