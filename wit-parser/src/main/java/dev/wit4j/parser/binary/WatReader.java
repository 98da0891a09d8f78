package dev.wit4j.parser.binary;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Text of a component that holds nothing but types, read into a tree. */
final class WatReader {
    private final List<CustomSection> customs = new ArrayList<>();

    private WatReader() {}

    static ComponentTree read(String text) throws InvalidPackageException {
        Form component = Form.of(text, SExpressionReader.read(text));
        if (!component.accept("component")) {
            throw component.error("expected a component");
        }
        return new WatReader().component(component);
    }

    private ComponentTree component(Form component) throws InvalidPackageException {
        WatScope scope = new WatScope(Optional.empty(), component.identifier());
        WatTypes types = new WatTypes(scope);
        while (component.hasNext()) {
            Form field = component.form();
            String head = field.keyword();
            switch (head) {
                case "type" -> types.define(field);
                case "alias" -> types.alias(field);
                case "export" -> export(field, types, scope);
                case "@custom" -> customs.add(custom(field));
                case "@producers" -> {
                    // which tools wrote a package is of no concern here
                }
                default -> throw field.error("`" + head + "` does not occur in a WIT package");
            }
        }
        return new ComponentTree(scope.declarations().declarations(), customs);
    }

    private static void export(Form field, WatTypes types, WatScope scope) throws InvalidPackageException {
        Optional<String> identifier = field.identifier();
        ExternName name = WatTypes.externName(field);
        Form what = field.form();
        if (!what.accept("type")) {
            throw what.error("a WIT package exports types alone");
        }
        int index = types.typeIndex(what);
        what.end();
        field.end();
        scope.nameType(identifier, scope.declarations().exportType(name, index));
    }

    private static CustomSection custom(Form field) throws InvalidPackageException {
        String name = field.name();
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        while (field.hasNext()) {
            if (field.form("before").isEmpty() && field.form("after").isEmpty()) {
                data.writeBytes(field.bytes());
            }
        }
        return new CustomSection(name, data.toByteArray());
    }
}
