package dev.wit4j.parser.binary;

import dev.wit4j.parser.model.PrimitiveType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the declarations and types of one scope; types written where they are used are declared before their use. */
final class WatTypes {
    private static final Map<String, PrimitiveType> PRIMITIVES = new HashMap<>();

    static {
        for (PrimitiveType type : PrimitiveType.values()) {
            PRIMITIVES.put(type.wit(), type);
        }
    }

    private final WatScope scope;

    WatTypes(WatScope scope) {
        this.scope = scope;
    }

    /** {@code (type $id? definition)}, behind its head. */
    void define(Form field) throws InvalidPackageException {
        Optional<String> identifier = field.identifier();
        TypeDefinition definition = definition(field, field.next());
        field.end();
        scope.nameType(identifier, scope.declarations().define(definition));
    }

    /** {@code (alias ...)}, behind its head. */
    void alias(Form field) throws InvalidPackageException {
        String target = field.keyword();
        int index;
        if (target.equals("export")) {
            int instance = instanceIndex(field);
            index = scope.declarations().aliasExport(instance, field.name());
        } else if (target.equals("outer")) {
            Optional<String> level = field.identifier();
            int depth = level.isPresent()
                    ? scope.depthOf(level.get()).orElseThrow(() -> field.error("unknown scope " + level.get()))
                    : field.number();
            Optional<String> name = field.identifier();
            int type = name.isPresent()
                    ? scope.typeOf(depth, name.get()).orElseThrow(() -> field.error("unknown type " + name.get()))
                    : field.number();
            index = scope.declarations().aliasOuter(depth, type);
        } else {
            throw field.error("unknown alias");
        }
        Form sort = field.form();
        if (!sort.accept("type")) {
            throw sort.error("only types are aliased in a WIT package");
        }
        scope.nameType(sort.identifier(), index);
        sort.end();
        field.end();
    }

    /** The name of an import or export with its attributes. */
    static ExternName externName(Form field) throws InvalidPackageException {
        String name = field.name();
        Optional<String> implemented = Optional.empty();
        Optional<String> externalId = Optional.empty();
        while (true) {
            Optional<Form> option = field.form("implements");
            if (option.isPresent()) {
                implemented = Optional.of(option.get().name());
                option.get().end();
                continue;
            }
            option = field.form("external-id");
            if (option.isPresent()) {
                externalId = Optional.of(option.get().name());
                option.get().end();
                continue;
            }
            if (field.form("versionsuffix").isEmpty()) {
                return new ExternName(name, implemented, externalId);
            }
        }
    }

    private List<Declaration> inner(Form form, boolean component, Optional<String> identifier)
            throws InvalidPackageException {
        WatScope inner = new WatScope(Optional.of(scope), identifier);
        WatTypes types = new WatTypes(inner);
        while (form.hasNext()) {
            Form field = form.form();
            String head = field.keyword();
            switch (head) {
                case "type" -> types.define(field);
                case "alias" -> types.alias(field);
                case "export" -> types.extern(field, false);
                case "import" -> {
                    if (!component) {
                        throw field.error("an instance type cannot import");
                    }
                    types.extern(field, true);
                }
                default -> throw field.error("`" + head + "` does not occur in a WIT package");
            }
        }
        return inner.declarations().declarations();
    }

    private void extern(Form field, boolean imported) throws InvalidPackageException {
        Optional<String> outside = field.identifier();
        ExternName name = externName(field);
        Form type = field.form();
        String kind = type.keyword();
        Optional<String> inside = type.identifier();
        Optional<String> identifier = inside.isPresent() ? inside : outside;
        TypeScope declarations = scope.declarations();
        switch (kind) {
            case "type" -> {
                Form bound = type.form();
                ExternType extern;
                if (bound.accept("eq")) {
                    extern = new ExternType.TypeEqual(typeIndex(bound));
                } else if (bound.accept("sub") && bound.accept("resource")) {
                    extern = new ExternType.SubResource();
                } else {
                    throw bound.error("unknown bound of a type");
                }
                bound.end();
                scope.nameType(identifier, declarations.externType(imported, name, extern));
            }
            case "func" -> declarations.externFunc(imported, name, usedType(type, func -> func(func)));
            case "instance" ->
                scope.nameInstance(
                        identifier,
                        declarations.externInstance(
                                imported,
                                name,
                                usedType(
                                        type,
                                        body -> new TypeDefinition.Instance(inner(body, false, Optional.empty())))));
            case "component" ->
                declarations.externComponent(
                        imported,
                        name,
                        usedType(type, body -> new TypeDefinition.Component(inner(body, true, Optional.empty()))));
            default -> throw type.error("imports and exports of kind `" + kind + "` do not occur in WIT");
        }
        type.end();
        field.end();
    }

    /** Reads the rest of a form as a definition. */
    private interface Body {
        TypeDefinition read(Form form) throws InvalidPackageException;
    }

    /** {@code (type index)}, or a definition in its place. */
    private int usedType(Form form, Body inline) throws InvalidPackageException {
        Optional<Form> reference = form.form("type");
        if (reference.isPresent() && !form.hasNext()) {
            int index = typeIndex(reference.get());
            if (!reference.get().hasNext()) {
                return index;
            }
            throw form.error("expected one reference to a type");
        }
        if (reference.isPresent()) {
            throw form.error("expected either a reference to a type or its definition");
        }
        return scope.declarations().define(inline.read(form));
    }

    private TypeDefinition definition(Form around, SExpression expression) throws InvalidPackageException {
        if (expression instanceof SExpression.Atom atom) {
            PrimitiveType primitive = PRIMITIVES.get(atom.text());
            if (primitive == null) {
                throw around.error(expression, "unknown type `" + atom.text() + "`");
            }
            return new TypeDefinition.Primitive(primitive);
        }
        Form form = around.inner(expression);
        String head = form.keyword();
        TypeDefinition definition = definition(head, form);
        form.end();
        return definition;
    }

    private TypeDefinition definition(String head, Form form) throws InvalidPackageException {
        return switch (head) {
            case "component" -> new TypeDefinition.Component(inner(form, true, form.identifier()));
            case "instance" -> new TypeDefinition.Instance(inner(form, false, form.identifier()));
            case "func" -> func(form);
            case "record" -> new TypeDefinition.Record(labeled(form, "field"));
            case "variant" -> {
                List<TypeDefinition.Choice> cases = new ArrayList<>();
                while (form.hasNext()) {
                    Form choice = form.required("case");
                    cases.add(new TypeDefinition.Choice(choice.name(), optionalValue(choice)));
                    choice.end();
                }
                yield new TypeDefinition.Variant(cases);
            }
            case "list" -> {
                ValueType element = value(form);
                yield form.hasNext()
                        ? new TypeDefinition.FixedLengthList(element, form.number())
                        : new TypeDefinition.List(element);
            }
            case "map" -> new TypeDefinition.Map(value(form), value(form));
            case "tuple" -> {
                List<ValueType> types = new ArrayList<>();
                while (form.hasNext()) {
                    types.add(value(form));
                }
                yield new TypeDefinition.Tuple(types);
            }
            case "flags" -> new TypeDefinition.Flags(names(form));
            case "enum" -> new TypeDefinition.Enum(names(form));
            case "option" -> new TypeDefinition.Option(value(form));
            case "result" -> result(form);
            case "own" -> new TypeDefinition.Own(typeIndex(form));
            case "borrow" -> new TypeDefinition.Borrow(typeIndex(form));
            case "stream" -> new TypeDefinition.Stream(optionalValue(form));
            case "future" -> new TypeDefinition.Future(optionalValue(form));
            default -> throw form.error("unknown type `" + head + "`");
        };
    }

    private TypeDefinition result(Form form) throws InvalidPackageException {
        Optional<Form> err = form.form("error");
        Optional<ValueType> ok = Optional.empty();
        if (err.isEmpty() && form.hasNext()) {
            ok = Optional.of(value(form));
            err = form.form("error");
        }
        if (err.isEmpty()) {
            return new TypeDefinition.Result(ok, Optional.empty());
        }
        ValueType type = value(err.get());
        err.get().end();
        return new TypeDefinition.Result(ok, Optional.of(type));
    }

    private TypeDefinition func(Form form) throws InvalidPackageException {
        boolean async = form.accept("async");
        List<TypeDefinition.Labeled> params = new ArrayList<>();
        Optional<ValueType> result = Optional.empty();
        while (form.hasNext()) {
            Optional<Form> param = form.form("param");
            if (param.isPresent()) {
                params.add(new TypeDefinition.Labeled(param.get().name(), value(param.get())));
                param.get().end();
            } else {
                Form last = form.required("result");
                result = Optional.of(value(last));
                last.end();
                form.end();
            }
        }
        return new TypeDefinition.Func(async, params, result);
    }

    private List<TypeDefinition.Labeled> labeled(Form form, String head) throws InvalidPackageException {
        List<TypeDefinition.Labeled> labeled = new ArrayList<>();
        while (form.hasNext()) {
            Form item = form.required(head);
            labeled.add(new TypeDefinition.Labeled(item.name(), value(item)));
            item.end();
        }
        return labeled;
    }

    private static List<String> names(Form form) throws InvalidPackageException {
        List<String> names = new ArrayList<>();
        while (form.hasNext()) {
            names.add(form.name());
        }
        return names;
    }

    private Optional<ValueType> optionalValue(Form form) throws InvalidPackageException {
        return form.hasNext() ? Optional.of(value(form)) : Optional.empty();
    }

    private ValueType value(Form form) throws InvalidPackageException {
        SExpression expression = form.next();
        if (expression instanceof SExpression.Atom atom) {
            PrimitiveType primitive = PRIMITIVES.get(atom.text());
            return primitive != null ? new ValueType.Primitive(primitive) : new ValueType.Index(index(form, atom));
        }
        TypeDefinition definition = definition(form, expression);
        return new ValueType.Index(scope.declarations().define(definition));
    }

    /** A reference to a type, by number or identifier. */
    int typeIndex(Form form) throws InvalidPackageException {
        SExpression expression = form.next();
        if (expression instanceof SExpression.Atom atom) {
            return index(form, atom);
        }
        throw form.error(expression, "expected a reference to a type");
    }

    private int index(Form form, SExpression.Atom atom) throws InvalidPackageException {
        if (atom.text().startsWith("$")) {
            return scope.type(atom.text()).orElseThrow(() -> form.error(atom, "unknown type " + atom.text()));
        }
        return form.number(atom);
    }

    private int instanceIndex(Form form) throws InvalidPackageException {
        Optional<String> name = form.identifier();
        return name.isPresent()
                ? scope.instance(name.get()).orElseThrow(() -> form.error("unknown instance " + name.get()))
                : form.number();
    }
}
