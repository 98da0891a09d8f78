package dev.wit4j.codegen;

import dev.wit4j.Bytes;
import dev.wit4j.value.MapOrder;
import dev.wit4j.value.TypeInfo;
import dev.wit4j.value.ValueWriter;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;

/** Writes random values as events, led by the descriptor of a type alone: without the codec that a test is about. */
final class RandomEvents {
    private static final int MOST_ELEMENTS = 3;

    private final Random random;
    private final ValueWriter out;

    private RandomEvents(Random random, ValueWriter out) {
        this.random = random;
        this.out = out;
    }

    /** Writes the value of {@code type} that belongs to {@code seed}: the same one, whatever it is written to. */
    static void write(long seed, TypeInfo type, ValueWriter out) {
        new RandomEvents(new Random(seed), out).any(type);
    }

    private void any(TypeInfo type) {
        if (type instanceof TypeInfo.Primitive primitive) {
            primitive(primitive, random(primitive));
        } else if (type instanceof TypeInfo.Record record) {
            record(record);
        } else if (type instanceof TypeInfo.Tuple tuple) {
            tuple(tuple);
        } else if (type instanceof TypeInfo.Variant variant) {
            int index = random.nextInt(variant.cases().size());
            out.beginCase(variant, index);
            variant.cases().get(index).type().ifPresent(this::any);
            out.endCase();
        } else if (type instanceof TypeInfo.Enum enumeration) {
            out.enumCase(enumeration, random.nextInt(enumeration.cases().size()));
        } else if (type instanceof TypeInfo.Flags flags) {
            out.flags(flags, bits(flags.flags().size()));
        } else {
            generic(type);
        }
    }

    private void generic(TypeInfo type) {
        if (type instanceof TypeInfo.Option option) {
            boolean present = random.nextBoolean();
            out.beginOption(option, present);
            if (present) {
                any(option.type());
            }
            out.endOption();
        } else if (type instanceof TypeInfo.Result result) {
            boolean ok = random.nextBoolean();
            out.beginResult(result, ok);
            Optional<TypeInfo> side = ok ? result.ok() : result.err();
            side.ifPresent(this::any);
            out.endResult();
        } else if (type instanceof TypeInfo.ListOf list) {
            list(list);
        } else if (type instanceof TypeInfo.FixedLengthList list) {
            fixedLengthList(list);
        } else if (type instanceof TypeInfo.MapOf map) {
            map(map);
        } else {
            throw new IllegalArgumentException(type + " has no values without handles");
        }
    }

    private void record(TypeInfo.Record record) {
        out.beginRecord(record);
        for (int i = 0; i < record.fields().size(); i++) {
            out.field(i);
            any(record.fields().get(i).type());
        }
        out.endRecord();
    }

    private void tuple(TypeInfo.Tuple tuple) {
        out.beginTuple(tuple);
        for (int i = 0; i < tuple.types().size(); i++) {
            out.member(i);
            any(tuple.types().get(i));
        }
        out.endTuple();
    }

    private void list(TypeInfo.ListOf list) {
        int size = random.nextInt(MOST_ELEMENTS + 1);
        if (list.element() == TypeInfo.Primitive.U8) {
            out.bytes(bytes(size));
        } else {
            elements(list, list.element(), size);
        }
    }

    private void fixedLengthList(TypeInfo.FixedLengthList list) {
        if (list.element() == TypeInfo.Primitive.U8) {
            out.fixedBytes(list, bytes(list.size()));
        } else {
            elements(list, list.element(), list.size());
        }
    }

    private void elements(TypeInfo list, TypeInfo element, int size) {
        out.beginList(list, size);
        for (int i = 0; i < size; i++) {
            out.element(i);
            any(element);
        }
        out.endList();
    }

    private void map(TypeInfo.MapOf map) {
        TypeInfo.Primitive type = (TypeInfo.Primitive) map.key();
        SortedSet<Object> keys = new TreeSet<>(MapOrder.of(type));
        for (int i = random.nextInt(MOST_ELEMENTS + 1); i > 0; i--) {
            keys.add(random(type));
        }
        out.beginMap(map, keys.size());
        List<Object> ordered = List.copyOf(keys);
        for (int i = 0; i < ordered.size(); i++) {
            out.key(i);
            primitive(type, ordered.get(i));
            out.value(i);
            any(map.value());
        }
        out.endMap();
    }

    private Object random(TypeInfo.Primitive type) {
        return switch (type) {
            case BOOL -> random.nextBoolean();
            case U8 -> (int) number(8);
            case U16 -> (int) number(16);
            case U32 -> number(32);
            case U64, S64 -> number(64);
            case S8 -> (byte) number(8);
            case S16 -> (short) number(16);
            case S32 -> (int) number(32);
            case F32 -> Float.intBitsToFloat((int) number(32));
            case F64 -> Double.longBitsToDouble(number(64));
            case CHAR -> character();
            case STRING, ERROR_CONTEXT -> string();
        };
    }

    private void primitive(TypeInfo.Primitive type, Object value) {
        switch (type) {
            case BOOL -> out.bool((boolean) value);
            case U8 -> out.u8((int) value);
            case U16 -> out.u16((int) value);
            case U32 -> out.u32((long) value);
            case U64 -> out.u64((long) value);
            case S8 -> out.s8((byte) value);
            case S16 -> out.s16((short) value);
            case S32 -> out.s32((int) value);
            case S64 -> out.s64((long) value);
            case F32 -> out.f32((float) value);
            case F64 -> out.f64((double) value);
            case CHAR -> out.character((int) value);
            case STRING -> out.string((String) value);
            case ERROR_CONTEXT -> out.errorContext((String) value);
        }
    }

    /** As many numbers of few bits as of many. */
    private long number(int width) {
        long value = random.nextLong() >>> random.nextInt(64);
        return (random.nextBoolean() ? value : ~value) & (width == 64 ? -1L : (1L << width) - 1);
    }

    private int character() {
        int point = random.nextBoolean() ? random.nextInt(0x80) : random.nextInt(Character.MAX_CODE_POINT + 1);
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? '"' : point;
    }

    private String string() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.appendCodePoint(character());
        }
        return text.toString();
    }

    private Bytes bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return Bytes.wrap(bytes);
    }

    private BitSet bits(int size) {
        BitSet set = new BitSet();
        for (int i = 0; i < size; i++) {
            set.set(i, random.nextBoolean());
        }
        return set;
    }
}
