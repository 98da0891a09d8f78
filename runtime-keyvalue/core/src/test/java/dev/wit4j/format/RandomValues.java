package dev.wit4j.format;

import dev.wit4j.Bytes;
import dev.wit4j.ErrorContext;
import dev.wit4j.Result;
import dev.wit4j.Tuple2;
import dev.wit4j.Tuple3;
import dev.wit4j.Unit;
import dev.wit4j.component.Codecs;
import dev.wit4j.component.TupleCodecs;
import dev.wit4j.component.ValueCodec;
import dev.wit4j.format.DefinedTypes.CaseValue;
import dev.wit4j.format.DefinedTypes.EnumCodec;
import dev.wit4j.format.DefinedTypes.FlagsCodec;
import dev.wit4j.format.DefinedTypes.Member;
import dev.wit4j.format.DefinedTypes.RecordCodec;
import dev.wit4j.format.DefinedTypes.VariantCodec;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Random types, each with random values, from a seed. */
final class RandomValues {
    /** A type, and what makes values of it. */
    record Kind<T>(ValueCodec<T> codec, Supplier<T> values) {}

    private static final String[] NAMES = {"a", "b0", "some", "none", "ok", "err", "true", "nan", "a-b", "HTTP", "x-1"};

    private final Random random;

    RandomValues(long seed) {
        random = new Random(seed);
    }

    /** A random type that is nested {@code depth} levels at most. */
    Kind<?> kind(int depth) {
        return depth == 0 || random.nextInt(5) == 0 ? primitive() : composed(depth - 1);
    }

    private Kind<?> primitive() {
        return switch (random.nextInt(15)) {
            case 0 -> new Kind<>(Codecs.BOOL, random::nextBoolean);
            case 1 -> new Kind<>(Codecs.U8, () -> (int) bits(8));
            case 2 -> new Kind<>(Codecs.U16, () -> (int) bits(16));
            case 3 -> new Kind<>(Codecs.U32, () -> bits(32));
            case 4 -> new Kind<>(Codecs.U64, () -> bits(64));
            case 5 -> new Kind<>(Codecs.S8, () -> (byte) bits(8));
            case 6 -> new Kind<>(Codecs.S16, () -> (short) bits(16));
            case 7 -> new Kind<>(Codecs.S32, () -> (int) bits(32));
            case 8 -> new Kind<>(Codecs.S64, () -> bits(64));
            case 9 -> new Kind<>(Codecs.F32, () -> Float.intBitsToFloat((int) bits(32)));
            case 10 -> new Kind<>(Codecs.F64, this::f64);
            case 11 -> new Kind<>(Codecs.CHAR, this::character);
            case 12 -> new Kind<>(Codecs.STRING, this::string);
            case 13 -> new Kind<>(Codecs.ERROR_CONTEXT, () -> new ErrorContext(string()));
            default -> new Kind<>(Codecs.BYTES, () -> bytes(random.nextInt(6)));
        };
    }

    private Kind<?> composed(int depth) {
        return switch (random.nextInt(11)) {
            case 0 -> option(kind(depth));
            case 1 -> result(orNone(depth), orNone(depth));
            case 2 -> list(kind(depth));
            case 3 -> fixedList(kind(depth), random.nextInt(4));
            case 4 -> pair(kind(depth), kind(depth));
            case 5 -> triple(kind(depth), kind(depth), kind(depth));
            case 6 -> map(kind(depth));
            case 7 -> record(depth);
            case 8 -> variant(depth);
            case 9 -> enumeration();
            default -> flags();
        };
    }

    private Kind<?> orNone(int depth) {
        return random.nextInt(3) == 0 ? new Kind<>(Codecs.NONE, () -> Unit.VALUE) : kind(depth);
    }

    private <T> Kind<Optional<T>> option(Kind<T> some) {
        return new Kind<>(
                Codecs.option(some.codec()),
                () -> random.nextBoolean() ? Optional.of(some.values().get()) : Optional.empty());
    }

    private <T, E> Kind<Result<T, E>> result(Kind<T> ok, Kind<E> err) {
        return new Kind<>(
                Codecs.result(ok.codec(), err.codec()),
                () -> random.nextBoolean()
                        ? Result.ok(ok.values().get())
                        : Result.err(err.values().get()));
    }

    private <T> Kind<List<T>> list(Kind<T> element) {
        return new Kind<>(Codecs.list(element.codec()), () -> elements(element, random.nextInt(5)));
    }

    private <T> Kind<List<T>> fixedList(Kind<T> element, int size) {
        return new Kind<>(Codecs.fixedList(element.codec(), size), () -> elements(element, size));
    }

    private <T> List<T> elements(Kind<T> element, int size) {
        List<T> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(element.values().get());
        }
        return list;
    }

    private <A, B> Kind<Tuple2<A, B>> pair(Kind<A> a, Kind<B> b) {
        return new Kind<>(
                TupleCodecs.of(a.codec(), b.codec()),
                () -> new Tuple2<>(a.values().get(), b.values().get()));
    }

    private <A, B, C> Kind<Tuple3<A, B, C>> triple(Kind<A> a, Kind<B> b, Kind<C> c) {
        return new Kind<>(
                TupleCodecs.of(a.codec(), b.codec(), c.codec()),
                () -> new Tuple3<>(
                        a.values().get(), b.values().get(), c.values().get()));
    }

    private <V> Kind<?> map(Kind<V> value) {
        return switch (random.nextInt(4)) {
            case 0 -> mapOf(new Kind<>(Codecs.STRING, this::string), value);
            case 1 -> mapOf(new Kind<>(Codecs.U64, () -> bits(64)), value);
            case 2 -> mapOf(new Kind<>(Codecs.CHAR, this::character), value);
            default -> mapOf(new Kind<>(Codecs.BOOL, random::nextBoolean), value);
        };
    }

    private <K, V> Kind<Map<K, V>> mapOf(Kind<K> key, Kind<V> value) {
        return new Kind<>(Codecs.map(key.codec(), value.codec()), () -> {
            Map<K, V> map = new LinkedHashMap<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                map.put(key.values().get(), value.values().get());
            }
            return map;
        });
    }

    private Kind<List<Object>> record(int depth) {
        List<Kind<?>> kinds = new ArrayList<>();
        List<Member> fields = members(kinds, depth, false);
        return new Kind<>(
                RecordCodec.of("test:random/types.record", fields),
                () -> new ArrayList<>(
                        kinds.stream().map(k -> (Object) k.values().get()).toList()));
    }

    private Kind<CaseValue> variant(int depth) {
        List<Kind<?>> kinds = new ArrayList<>();
        VariantCodec codec = VariantCodec.of("test:random/types.variant", members(kinds, depth, true));
        return new Kind<>(codec, () -> {
            int index = random.nextInt(kinds.size());
            boolean payload = VariantCodec.hasPayload(codec.cases().get(index));
            return new CaseValue(
                    index, payload ? Optional.of(kinds.get(index).values().get()) : Optional.empty());
        });
    }

    private List<Member> members(List<Kind<?>> kinds, int depth, boolean mayBeNone) {
        List<Member> members = new ArrayList<>();
        for (String name : names(1 + random.nextInt(5))) {
            Kind<?> kind = mayBeNone ? orNone(depth) : kind(depth);
            kinds.add(kind);
            members.add(Member.of(name, kind.codec()));
        }
        return members;
    }

    private Kind<Integer> enumeration() {
        String[] cases = names(1 + random.nextInt(NAMES.length));
        return new Kind<>(EnumCodec.of("test:random/types.enum", cases), () -> random.nextInt(cases.length));
    }

    private Kind<BitSet> flags() {
        String[] flags = names(random.nextInt(NAMES.length + 1));
        return new Kind<>(FlagsCodec.of("test:random/types.flags", flags), () -> {
            BitSet set = new BitSet();
            for (int i = 0; i < flags.length; i++) {
                set.set(i, random.nextBoolean());
            }
            return set;
        });
    }

    private String[] names(int count) {
        List<String> names = new ArrayList<>(List.of(NAMES));
        Collections.shuffle(names, random);
        return names.subList(0, count).toArray(String[]::new);
    }

    /** As many numbers of few bits as of many. */
    private long bits(int width) {
        long value = random.nextLong() >>> random.nextInt(64);
        return (random.nextBoolean() ? value : ~value) & (width == 64 ? -1L : (1L << width) - 1);
    }

    private double f64() {
        return switch (random.nextInt(6)) {
            case 0 -> Double.NaN;
            case 1 -> Double.NEGATIVE_INFINITY;
            case 2 -> -0.0;
            case 3 -> random.nextInt(100);
            default -> Double.longBitsToDouble(random.nextLong());
        };
    }

    private int character() {
        int point = random.nextBoolean() ? random.nextInt(0x80) : random.nextInt(Character.MAX_CODE_POINT + 1);
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? '\'' : point;
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
}
