package dev.wit4j.maven.index;

import dev.wit4j.codegen.name.Tracks;
import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.FunctionKind;
import dev.wit4j.parser.model.Interface;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.model.PrimitiveType;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.Type;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.TypeOwner;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the shape of an interface off a model. */
public final class ShapeReader {
    private final Resolve resolve;

    /** A reader of {@code resolve}. */
    public ShapeReader(Resolve resolve) {
        this.resolve = resolve;
    }

    /** The shape of an interface: its own types, other names for types, and functions. */
    public InterfaceShape read(InterfaceId id) {
        Interface definition = resolve.iface(id);
        var items = new TreeMap<String, String>();
        definition
                .types()
                .forEach((name, type) -> items.put(
                        "type " + name, name + " = " + resolve.type(type).kind().accept(new TypeText(id))));
        definition
                .functions()
                .forEach((name, function) -> items.put("func " + name, name + ": " + signature(id, function)));
        return new InterfaceShape(items);
    }

    private String signature(InterfaceId home, Function function) {
        boolean method = function.kind() instanceof FunctionKind.Method;
        String params = function.params().stream()
                .skip(method ? 1 : 0)
                .map(param -> param.name() + ": " + text(home, param.type()))
                .collect(Collectors.joining(", "));
        return (function.kind().async() ? "async func(" : "func(") + params + ")"
                + function.result().map(result -> " -> " + text(home, result)).orElse("");
    }

    private String text(InterfaceId home, Type type) {
        return type instanceof TypeId id
                ? resolve.type(id)
                        .name()
                        .map(name -> reference(home, name, resolve.type(id)))
                        .orElseGet(() -> resolve.type(id).kind().accept(new TypeText(home)))
                : ((PrimitiveType) type).wit();
    }

    /**
     * A type of the same interface by its name alone, one of another by that of its home too. Of a version only the track counts:
     * within one the classes of the other interface have to fit by themselves, and those of another track are other classes.
     */
    private String reference(InterfaceId home, String name, TypeDef type) {
        if (type.owner() instanceof TypeOwner.Interface owner && !owner.id().equals(home)) {
            Interface other = resolve.iface(owner.id());
            PackageName packageName = resolve.pkg(other.packageId()).name();
            String track = packageName
                    .version()
                    .map(version -> InterfaceShape.TRACK + Tracks.of(version))
                    .orElse("");
            return packageName.namespace() + ":" + packageName.name() + "/"
                    + other.name().orElse("") + track + "." + name;
        }
        return name;
    }

    private String optional(InterfaceId home, String constructor, Optional<Type> payload) {
        return constructor + payload.map(type -> "<" + text(home, type) + ">").orElse("");
    }

    /** The text of a type that has no name. */
    private final class TypeText implements TypeDefKind.Visitor<String> {
        private final InterfaceId home;

        TypeText(InterfaceId home) {
            this.home = home;
        }

        @Override
        public String visitRecord(TypeDefKind.Record kind) {
            return kind.fields().stream()
                    .map(field -> field.name() + ": " + text(home, field.type()))
                    .collect(Collectors.joining(", ", "record { ", " }"));
        }

        @Override
        public String visitResource(TypeDefKind.Resource kind) {
            return "resource";
        }

        @Override
        public String visitOwn(TypeDefKind.Own kind) {
            return "own<" + text(home, kind.resource()) + ">";
        }

        @Override
        public String visitBorrow(TypeDefKind.Borrow kind) {
            return "borrow<" + text(home, kind.resource()) + ">";
        }

        @Override
        public String visitFlags(TypeDefKind.Flags kind) {
            return kind.flags().stream().map(flag -> flag.name()).collect(Collectors.joining(", ", "flags { ", " }"));
        }

        @Override
        public String visitTuple(TypeDefKind.Tuple kind) {
            return kind.types().stream().map(type -> text(home, type)).collect(Collectors.joining(", ", "tuple<", ">"));
        }

        @Override
        public String visitVariant(TypeDefKind.Variant kind) {
            return kind.cases().stream()
                    .map(one -> one.name()
                            + one.type()
                                    .map(type -> "(" + text(home, type) + ")")
                                    .orElse(""))
                    .collect(Collectors.joining(", ", "variant { ", " }"));
        }

        @Override
        public String visitEnum(TypeDefKind.Enum kind) {
            return kind.cases().stream().map(one -> one.name()).collect(Collectors.joining(", ", "enum { ", " }"));
        }

        @Override
        public String visitOption(TypeDefKind.Option kind) {
            return "option<" + text(home, kind.type()) + ">";
        }

        @Override
        public String visitResult(TypeDefKind.Result kind) {
            String ok = kind.ok().map(type -> text(home, type)).orElse("_");
            return "result<" + ok
                    + kind.err().map(type -> ", " + text(home, type)).orElse("") + ">";
        }

        @Override
        public String visitList(TypeDefKind.List kind) {
            return "list<" + text(home, kind.element()) + ">";
        }

        @Override
        public String visitFixedLengthList(TypeDefKind.FixedLengthList kind) {
            return "list<" + text(home, kind.element()) + ", " + Integer.toUnsignedString(kind.size()) + ">";
        }

        @Override
        public String visitMap(TypeDefKind.Map kind) {
            return "map<" + text(home, kind.key()) + ", " + text(home, kind.value()) + ">";
        }

        @Override
        public String visitFuture(TypeDefKind.Future kind) {
            return optional(home, "future", kind.payload());
        }

        @Override
        public String visitStream(TypeDefKind.Stream kind) {
            return optional(home, "stream", kind.payload());
        }

        @Override
        public String visitAlias(TypeDefKind.Alias kind) {
            return text(home, kind.type());
        }
    }
}
