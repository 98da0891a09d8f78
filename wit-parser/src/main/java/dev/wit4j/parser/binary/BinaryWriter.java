package dev.wit4j.parser.binary;

import java.util.List;
import java.util.Optional;

/** A tree of declarations, written to the binary format. */
final class BinaryWriter {
    private static final byte[] COMPONENT_HEADER = {0x00, 0x61, 0x73, 0x6d, 0x0d, 0x00, 0x01, 0x00};

    private BinaryWriter() {}

    /** Declarations of one kind in a row share a section; custom sections follow them. */
    static byte[] write(ComponentTree tree) {
        ByteOutput out = new ByteOutput().writeBytes(COMPONENT_HEADER);
        List<Declaration> declarations = tree.declarations();
        int start = 0;
        while (start < declarations.size()) {
            int section = sectionOf(declarations.get(start));
            int end = start + 1;
            while (end < declarations.size() && sectionOf(declarations.get(end)) == section) {
                end++;
            }
            ByteOutput body = new ByteOutput().writeUnsigned(end - start);
            declarations.subList(start, end).forEach(declaration -> topLevel(body, declaration));
            section(out, section, body);
            start = end;
        }
        for (CustomSection custom : tree.customs()) {
            section(out, 0, new ByteOutput().writeName(custom.name()).writeBytes(custom.data()));
        }
        return out.toBytes();
    }

    private static void section(ByteOutput out, int id, ByteOutput body) {
        byte[] bytes = body.toBytes();
        out.write(id).writeUnsigned(bytes.length).writeBytes(bytes);
    }

    private static int sectionOf(Declaration declaration) {
        if (declaration instanceof Declaration.DefineType) {
            return 7;
        }
        if (declaration instanceof Declaration.ExportType) {
            return 11;
        }
        throw new IllegalArgumentException("not at the top of a WIT package: " + declaration);
    }

    private static void topLevel(ByteOutput out, Declaration declaration) {
        if (declaration instanceof Declaration.DefineType define) {
            definition(out, define.type());
        } else if (declaration instanceof Declaration.ExportType export) {
            externName(out, export.name());
            out.write(3).writeUnsigned(export.type()).write(0);
        }
    }

    private static void scope(ByteOutput out, List<Declaration> declarations) {
        out.writeUnsigned(declarations.size());
        for (Declaration declaration : declarations) {
            if (declaration instanceof Declaration.DefineType define) {
                definition(out.write(1), define.type());
            } else if (declaration instanceof Declaration.AliasExport alias) {
                out.write(2).write(3).write(0).writeUnsigned(alias.instance()).writeName(alias.name());
            } else if (declaration instanceof Declaration.AliasOuter alias) {
                out.write(2).write(3).write(2).writeUnsigned(alias.depth()).writeUnsigned(alias.type());
            } else if (declaration instanceof Declaration.Import item) {
                externName(out.write(3), item.name());
                externType(out, item.type());
            } else if (declaration instanceof Declaration.Export item) {
                externName(out.write(4), item.name());
                externType(out, item.type());
            } else {
                throw new IllegalArgumentException("not inside of a type: " + declaration);
            }
        }
    }

    private static void externName(ByteOutput out, ExternName name) {
        int options =
                (name.implemented().isPresent() ? 1 : 0) + (name.externalId().isPresent() ? 1 : 0);
        out.write(options == 0 ? 0 : 2).writeName(name.name());
        if (options > 0) {
            out.writeUnsigned(options);
        }
        name.implemented().ifPresent(id -> out.write(0).writeName(id));
        name.externalId().ifPresent(id -> out.write(2).writeName(id));
    }

    private static void externType(ByteOutput out, ExternType type) {
        if (type instanceof ExternType.Func func) {
            out.write(1).writeUnsigned(func.type());
        } else if (type instanceof ExternType.TypeEqual equal) {
            out.write(3).write(0).writeUnsigned(equal.type());
        } else if (type instanceof ExternType.SubResource) {
            out.write(3).write(1);
        } else if (type instanceof ExternType.Component component) {
            out.write(4).writeUnsigned(component.type());
        } else if (type instanceof ExternType.Instance instance) {
            out.write(5).writeUnsigned(instance.type());
        }
    }

    private static void definition(ByteOutput out, TypeDefinition type) {
        if (type instanceof TypeDefinition.Primitive primitive) {
            out.write(TypeCodes.of(primitive.type()));
        } else if (type instanceof TypeDefinition.Record shape) {
            labeled(out.write(TypeCodes.RECORD), shape.fields());
        } else if (type instanceof TypeDefinition.Variant shape) {
            out.write(TypeCodes.VARIANT).writeUnsigned(shape.cases().size());
            shape.cases().forEach(choice -> {
                out.writeName(choice.name());
                optional(out, choice.type());
                out.write(0);
            });
        } else if (type instanceof TypeDefinition.List list) {
            value(out.write(TypeCodes.LIST), list.element());
        } else if (type instanceof TypeDefinition.FixedLengthList list) {
            value(out.write(TypeCodes.FIXED_LENGTH_LIST), list.element());
            out.writeUnsigned(list.size());
        } else if (type instanceof TypeDefinition.Map map) {
            value(out.write(TypeCodes.MAP), map.key());
            value(out, map.value());
        } else if (type instanceof TypeDefinition.Tuple tuple) {
            out.write(TypeCodes.TUPLE).writeUnsigned(tuple.types().size());
            tuple.types().forEach(element -> value(out, element));
        } else if (type instanceof TypeDefinition.Flags flags) {
            names(out.write(TypeCodes.FLAGS), flags.names());
        } else if (type instanceof TypeDefinition.Enum choices) {
            names(out.write(TypeCodes.ENUM), choices.names());
        } else if (type instanceof TypeDefinition.Option option) {
            value(out.write(TypeCodes.OPTION), option.type());
        } else if (type instanceof TypeDefinition.Result result) {
            optional(out.write(TypeCodes.RESULT), result.ok());
            optional(out, result.err());
        } else if (type instanceof TypeDefinition.Own own) {
            out.write(TypeCodes.OWN).writeUnsigned(own.resource());
        } else if (type instanceof TypeDefinition.Borrow borrow) {
            out.write(TypeCodes.BORROW).writeUnsigned(borrow.resource());
        } else if (type instanceof TypeDefinition.Stream stream) {
            optional(out.write(TypeCodes.STREAM), stream.payload());
        } else if (type instanceof TypeDefinition.Future future) {
            optional(out.write(TypeCodes.FUTURE), future.payload());
        } else if (type instanceof TypeDefinition.Func func) {
            labeled(out.write(func.async() ? TypeCodes.ASYNC_FUNC : TypeCodes.FUNC), func.params());
            func.result()
                    .ifPresentOrElse(
                            result -> value(out.write(0), result),
                            () -> out.write(1).write(0));
        } else if (type instanceof TypeDefinition.Instance instance) {
            scope(out.write(TypeCodes.INSTANCE), instance.declarations());
        } else if (type instanceof TypeDefinition.Component component) {
            scope(out.write(TypeCodes.COMPONENT), component.declarations());
        }
    }

    private static void labeled(ByteOutput out, List<TypeDefinition.Labeled> labeled) {
        out.writeUnsigned(labeled.size());
        labeled.forEach(item -> value(out.writeName(item.name()), item.type()));
    }

    private static void names(ByteOutput out, List<String> names) {
        out.writeUnsigned(names.size());
        names.forEach(out::writeName);
    }

    private static void optional(ByteOutput out, Optional<ValueType> type) {
        type.ifPresentOrElse(present -> value(out.write(1), present), () -> out.write(0));
    }

    private static void value(ByteOutput out, ValueType type) {
        if (type instanceof ValueType.Primitive primitive) {
            out.write(TypeCodes.of(primitive.type()));
        } else if (type instanceof ValueType.Index index) {
            out.writeTypeIndex(index.type());
        }
    }
}
