package dev.wit4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.Bytes;
import dev.wit4j.component.ValueCodec;
import dev.wit4j.format.Binary;
import dev.wit4j.format.BinaryWriter;
import dev.wit4j.format.Json;
import dev.wit4j.format.Wave;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The codecs of generated classes, and what each of them has to do. */
final class GeneratedCodecs {
    private GeneratedCodecs() {}

    /** All codecs in {@code classes}, from their binary names, for values without handles. */
    static List<ValueCodec<?>> in(Map<String, byte[]> classes) throws ReflectiveOperationException {
        ClassLoader loader = JavaCompiling.load(classes);
        List<ValueCodec<?>> codecs = new ArrayList<>();
        for (String name : classes.keySet().stream().sorted().toList()) {
            if (name.endsWith("Codecs")) {
                codecs.addAll(in(Class.forName(name, true, loader)));
            }
        }
        return codecs;
    }

    /** The codecs that a generated class has as constants, for values without handles. */
    static List<ValueCodec<?>> in(Class<?> type) throws ReflectiveOperationException {
        List<ValueCodec<?>> codecs = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && ValueCodec.class.isAssignableFrom(field.getType())) {
                field.setAccessible(true);
                ValueCodec<?> codec = (ValueCodec<?>) field.get(null);
                if (!codec.hasHandles()) {
                    codecs.add(codec);
                }
            }
        }
        return codecs;
    }

    /** The random value of {@code seed} is read as what was written, and comes back from bytes, WAVE and JSON. */
    static <T> void assertRandomValueComesBack(ValueCodec<T> codec, long seed) {
        BinaryWriter random = new BinaryWriter();
        RandomEvents.write(seed, codec.type(), random);
        Bytes bytes = random.toBytes();

        T value = Binary.decode(codec, bytes);
        String what = codec.type() + ", seed " + seed;
        assertThat(Binary.encode(codec, value)).as(what).isEqualTo(bytes);
        assertThat(Binary.decode(codec, bytes)).as(what).isEqualTo(value).hasSameHashCodeAs(value);
        assertThat(codec.check(value)).as(what).isEqualTo(value);
        assertThat(Wave.parse(codec, Wave.format(codec, value))).as(what).isEqualTo(value);
        assertThat(Json.parse(codec, Json.format(codec, value))).as(what).isEqualTo(value);
    }
}
