package dev.wit4j.parser.binary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bytes of a component that holds nothing but types, read into a tree. */
final class BinaryReader {
    private static final int MAX_NESTING = 100;
    private static final int[] COMPONENT_HEADER = {0x00, 0x61, 0x73, 0x6d, 0x0d, 0x00, 0x01, 0x00};

    private final List<Declaration> declarations = new ArrayList<>();
    private final List<CustomSection> customs = new ArrayList<>();

    private BinaryReader() {}

    static ComponentTree read(byte[] bytes) throws InvalidPackageException {
        ByteInput in = new ByteInput(bytes, 0, bytes.length);
        readHeader(in);
        BinaryReader reader = new BinaryReader();
        while (!in.atEnd()) {
            int section = in.read();
            int length = in.readIndex();
            ByteInput body = in.readSlice(length);
            reader.section(section, body);
            if (!body.atEnd()) {
                throw body.error("section " + section + " has bytes left over");
            }
        }
        return new ComponentTree(reader.declarations, reader.customs);
    }

    private static void readHeader(ByteInput in) throws InvalidPackageException {
        int[] header = new int[COMPONENT_HEADER.length];
        for (int i = 0; i < header.length; i++) {
            header[i] = in.read();
        }
        if (java.util.Arrays.equals(header, COMPONENT_HEADER)) {
            return;
        }
        boolean coreModule = header[0] == 0 && header[1] == 0x61 && header[2] == 0x73 && header[6] == 0;
        throw new InvalidPackageException(
                coreModule
                        ? "this is a core WebAssembly module, not a WIT package"
                        : "this does not begin as a WebAssembly component of the current format does");
    }

    private void section(int id, ByteInput in) throws InvalidPackageException {
        switch (id) {
            case 0 -> customs.add(new CustomSection(in.readName(), in.readRest()));
            case 6 -> {
                for (int left = in.readCount(); left > 0; left--) {
                    declarations.add(alias(in));
                }
            }
            case 7 -> {
                for (int left = in.readCount(); left > 0; left--) {
                    declarations.add(new Declaration.DefineType(definition(in, 0)));
                }
            }
            case 11 -> {
                for (int left = in.readCount(); left > 0; left--) {
                    declarations.add(exportOfComponent(in));
                }
            }
            default ->
                throw in.error("section " + id + " does not occur in a WIT package; is this a component with code?");
        }
    }

    private static Declaration exportOfComponent(ByteInput in) throws InvalidPackageException {
        ExternName name = externName(in);
        int sort = in.read();
        int index = in.readIndex();
        if (sort != 3) {
            throw in.error("export `" + name.name() + "` is no type; is this a component with code?");
        }
        if (in.read() != 0) {
            throw in.error("export `" + name.name() + "` has a type ascription, which WIT packages do not use");
        }
        return new Declaration.ExportType(name, index);
    }

    private static Declaration alias(ByteInput in) throws InvalidPackageException {
        if (in.read() != 3) {
            throw in.error("alias of something that is no type");
        }
        return switch (in.read()) {
            case 0 -> new Declaration.AliasExport(in.readIndex(), in.readName());
            case 2 -> new Declaration.AliasOuter(in.readIndex(), in.readIndex());
            default -> throw in.error("alias of an unknown form");
        };
    }

    private static List<Declaration> scope(ByteInput in, boolean component, int depth) throws InvalidPackageException {
        if (depth > MAX_NESTING) {
            throw in.error("types nest deeper than " + MAX_NESTING + " levels");
        }
        List<Declaration> scope = new ArrayList<>();
        for (int left = in.readCount(); left > 0; left--) {
            int kind = in.read();
            scope.add(
                    switch (kind) {
                        case 1 -> new Declaration.DefineType(definition(in, depth));
                        case 2 -> alias(in);
                        case 4 -> new Declaration.Export(externName(in), externType(in));
                        case 3 -> {
                            if (!component) {
                                throw in.error("an instance type cannot import");
                            }
                            yield new Declaration.Import(externName(in), externType(in));
                        }
                        default -> throw in.error("unknown declaration 0x" + Integer.toHexString(kind));
                    });
        }
        return scope;
    }

    private static ExternName externName(ByteInput in) throws InvalidPackageException {
        int form = in.read();
        String name = in.readName();
        if (form > 2) {
            throw in.error("name `" + name + "` has an unknown form");
        }
        Optional<String> implemented = Optional.empty();
        Optional<String> externalId = Optional.empty();
        for (int left = form == 2 ? in.readCount() : 0; left > 0; left--) {
            int option = in.read();
            String value = in.readName();
            switch (option) {
                case 0 -> implemented = Optional.of(value);
                case 1 -> { // a version suffix adds nothing to the full name
                }
                case 2 -> externalId = Optional.of(value);
                default -> throw in.error("name `" + name + "` has an unknown option");
            }
        }
        return new ExternName(name, implemented, externalId);
    }

    private static ExternType externType(ByteInput in) throws InvalidPackageException {
        int kind = in.read();
        return switch (kind) {
            case 1 -> new ExternType.Func(in.readIndex());
            case 3 ->
                switch (in.read()) {
                    case 0 -> new ExternType.TypeEqual(in.readIndex());
                    case 1 -> new ExternType.SubResource();
                    default -> throw in.error("unknown bound of a type");
                };
            case 4 -> new ExternType.Component(in.readIndex());
            case 5 -> new ExternType.Instance(in.readIndex());
            default -> throw in.error("imports and exports of kind " + kind + " do not occur in WIT");
        };
    }

    private static TypeDefinition definition(ByteInput in, int depth) throws InvalidPackageException {
        int code = in.read();
        return switch (code) {
            case TypeCodes.COMPONENT -> new TypeDefinition.Component(scope(in, true, depth + 1));
            case TypeCodes.INSTANCE -> new TypeDefinition.Instance(scope(in, false, depth + 1));
            case TypeCodes.FUNC -> func(in, false);
            case TypeCodes.ASYNC_FUNC -> func(in, true);
            case TypeCodes.RECORD -> new TypeDefinition.Record(labeled(in));
            case TypeCodes.VARIANT -> new TypeDefinition.Variant(cases(in));
            case TypeCodes.LIST -> new TypeDefinition.List(value(in));
            case TypeCodes.FIXED_LENGTH_LIST -> new TypeDefinition.FixedLengthList(value(in), in.readUnsigned());
            case TypeCodes.MAP -> new TypeDefinition.Map(value(in), value(in));
            case TypeCodes.TUPLE -> {
                List<ValueType> types = new ArrayList<>();
                for (int left = in.readCount(); left > 0; left--) {
                    types.add(value(in));
                }
                yield new TypeDefinition.Tuple(types);
            }
            case TypeCodes.FLAGS -> new TypeDefinition.Flags(names(in));
            case TypeCodes.ENUM -> new TypeDefinition.Enum(names(in));
            case TypeCodes.OPTION -> new TypeDefinition.Option(value(in));
            case TypeCodes.RESULT -> new TypeDefinition.Result(optionalValue(in), optionalValue(in));
            case TypeCodes.OWN -> new TypeDefinition.Own(in.readIndex());
            case TypeCodes.BORROW -> new TypeDefinition.Borrow(in.readIndex());
            case TypeCodes.STREAM -> new TypeDefinition.Stream(optionalValue(in));
            case TypeCodes.FUTURE -> new TypeDefinition.Future(optionalValue(in));
            case TypeCodes.RESOURCE -> throw in.error("a WIT package cannot define how a resource is represented");
            default ->
                new TypeDefinition.Primitive(TypeCodes.primitive(code)
                        .orElseThrow(() -> in.error("unknown type 0x" + Integer.toHexString(code))));
        };
    }

    private static TypeDefinition func(ByteInput in, boolean async) throws InvalidPackageException {
        List<TypeDefinition.Labeled> params = labeled(in);
        int form = in.read();
        if (form == 0) {
            return new TypeDefinition.Func(async, params, Optional.of(value(in)));
        }
        if (form != 1 || in.read() != 0) {
            throw in.error("functions with named results are not supported any more");
        }
        return new TypeDefinition.Func(async, params, Optional.empty());
    }

    private static List<TypeDefinition.Labeled> labeled(ByteInput in) throws InvalidPackageException {
        List<TypeDefinition.Labeled> labeled = new ArrayList<>();
        for (int left = in.readCount(); left > 0; left--) {
            labeled.add(new TypeDefinition.Labeled(in.readName(), value(in)));
        }
        return labeled;
    }

    private static List<TypeDefinition.Choice> cases(ByteInput in) throws InvalidPackageException {
        List<TypeDefinition.Choice> cases = new ArrayList<>();
        for (int left = in.readCount(); left > 0; left--) {
            cases.add(new TypeDefinition.Choice(in.readName(), optionalValue(in)));
            if (in.read() != 0) {
                throw in.error("cases that refine others are not supported any more");
            }
        }
        return cases;
    }

    private static List<String> names(ByteInput in) throws InvalidPackageException {
        List<String> names = new ArrayList<>();
        for (int left = in.readCount(); left > 0; left--) {
            names.add(in.readName());
        }
        return names;
    }

    private static Optional<ValueType> optionalValue(ByteInput in) throws InvalidPackageException {
        return switch (in.read()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(value(in));
            default -> throw in.error("expected the mark of an optional type");
        };
    }

    private static ValueType value(ByteInput in) throws InvalidPackageException {
        int first = in.peek();
        var primitive = TypeCodes.primitive(first);
        if (primitive.isPresent()) {
            in.read();
            return new ValueType.Primitive(primitive.get());
        }
        long index = in.readSigned33();
        if (index < 0 || index > Integer.MAX_VALUE) {
            throw in.error("type index out of range");
        }
        return new ValueType.Index((int) index);
    }
}
