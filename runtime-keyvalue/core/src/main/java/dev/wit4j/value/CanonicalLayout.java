package dev.wit4j.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the canonical ABI lays a value out in a linear memory of 32 bits, and how many flat values it is as a parameter.
 *
 * @param size in bytes
 * @param alignment in bytes
 * @param offsets of the fields of a record or the members of a tuple, in bytes; empty for any other type
 * @param discriminant how many bytes say which case there is; 0 for a type without cases
 * @param payloadOffset where the payload of a case begins, in bytes; 0 for a type without cases
 * @param flatCount how many core values it is when it is not in memory
 */
public record CanonicalLayout(
        long size, int alignment, List<Long> offsets, int discriminant, long payloadOffset, long flatCount) {
    private static final int POINTER = 4;
    private static final CanonicalLayout INDEX = scalar(4);
    private static final CanonicalLayout POINTER_AND_LENGTH =
            new CanonicalLayout(2 * POINTER, POINTER, List.of(), 0, 0, 2);

    public CanonicalLayout {
        offsets = List.copyOf(offsets);
    }

    /** The layout of a type. */
    public static CanonicalLayout of(TypeInfo type) {
        if (type instanceof TypeInfo.Primitive primitive) {
            return primitive(primitive);
        }
        if (type instanceof TypeInfo.Record record) {
            return sequence(record.fields().stream().map(TypeInfo.Field::type).toList());
        }
        if (type instanceof TypeInfo.Tuple tuple) {
            return sequence(tuple.types());
        }
        if (type instanceof TypeInfo.Variant variant) {
            return cases(variant.cases().stream().map(TypeInfo.Case::type).toList());
        }
        if (type instanceof TypeInfo.Enum named) {
            return scalar(discriminant(named.cases().size()));
        }
        if (type instanceof TypeInfo.Flags flags) {
            return flags(flags.flags().size());
        }
        if (type instanceof TypeInfo.Option option) {
            return cases(List.of(Optional.empty(), Optional.of(option.type())));
        }
        if (type instanceof TypeInfo.Result result) {
            return cases(List.of(result.ok(), result.err()));
        }
        if (type instanceof TypeInfo.FixedLengthList list) {
            CanonicalLayout element = of(list.element());
            return new CanonicalLayout(
                    Math.multiplyExact(element.size, (long) list.size()),
                    element.alignment,
                    List.of(),
                    0,
                    0,
                    Math.multiplyExact(element.flatCount, (long) list.size()));
        }
        return type instanceof TypeInfo.Reference ? INDEX : POINTER_AND_LENGTH;
    }

    private static CanonicalLayout primitive(TypeInfo.Primitive type) {
        return switch (type) {
            case BOOL, U8, S8 -> scalar(1);
            case U16, S16 -> scalar(2);
            case U32, S32, F32, CHAR -> scalar(4);
            case U64, S64, F64 -> scalar(8);
            case STRING -> POINTER_AND_LENGTH;
            case ERROR_CONTEXT -> INDEX;
        };
    }

    private static CanonicalLayout scalar(int size) {
        return new CanonicalLayout(size, size, List.of(), 0, 0, 1);
    }

    private static CanonicalLayout sequence(List<TypeInfo> types) {
        List<Long> offsets = new ArrayList<>();
        long end = 0;
        int alignment = 1;
        long flatCount = 0;
        for (TypeInfo type : types) {
            CanonicalLayout part = of(type);
            long offset = align(end, part.alignment);
            offsets.add(offset);
            end = Math.addExact(offset, part.size);
            alignment = Math.max(alignment, part.alignment);
            flatCount += part.flatCount;
        }
        return new CanonicalLayout(align(end, alignment), alignment, offsets, 0, 0, flatCount);
    }

    private static CanonicalLayout cases(List<Optional<TypeInfo>> payloads) {
        int discriminant = discriminant(payloads.size());
        int payloadAlignment = 1;
        long largest = 0;
        long flatCount = 0;
        for (Optional<TypeInfo> payload : payloads) {
            if (payload.isPresent()) {
                CanonicalLayout part = of(payload.get());
                payloadAlignment = Math.max(payloadAlignment, part.alignment);
                largest = Math.max(largest, part.size);
                flatCount = Math.max(flatCount, part.flatCount);
            }
        }
        long payloadOffset = align(discriminant, payloadAlignment);
        int alignment = Math.max(discriminant, payloadAlignment);
        return new CanonicalLayout(
                align(Math.addExact(payloadOffset, largest), alignment),
                alignment,
                List.of(),
                discriminant,
                payloadOffset,
                1 + flatCount);
    }

    private static CanonicalLayout flags(int count) {
        if (count <= 16) {
            return scalar(count <= 8 ? 1 : 2);
        }
        int words = (count + 31) / 32;
        return new CanonicalLayout(4L * words, 4, List.of(), 0, 0, words);
    }

    private static int discriminant(int cases) {
        return cases <= 1 << 8 ? 1 : cases <= 1 << 16 ? 2 : 4;
    }

    private static long align(long offset, int alignment) {
        return (offset + alignment - 1) / alignment * alignment;
    }
}
