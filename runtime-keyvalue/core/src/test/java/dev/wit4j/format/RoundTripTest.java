package dev.wit4j.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.wit4j.Bytes;
import dev.wit4j.component.ValueCodec;
import dev.wit4j.value.ValueException;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random values of random types, from fixed seeds. */
final class RoundTripTest {
    private static final int TYPES = 2_000;
    private static final int VALUES = 10;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void everyValueComesBackFromItsBytes() {
        for (int seed = 0; seed < TYPES; seed++) {
            comesBackFromBytes(new RandomValues(seed).kind(4), seed);
        }
    }

    private static <T> void comesBackFromBytes(RandomValues.Kind<T> kind, int seed) {
        for (int i = 0; i < VALUES; i++) {
            T value = kind.values().get();
            Bytes bytes = Binary.encode(kind.codec(), value);
            T back = Binary.decode(kind.codec(), bytes);
            assertThat(back).as("seed %d, %s", seed, kind.codec().type()).isEqualTo(value);
            assertThat(Binary.encode(kind.codec(), back)).isEqualTo(bytes);
            assertThat(kind.codec().check(value)).isEqualTo(value);
        }
    }

    @Test
    void everyValueComesBackFromWave() {
        for (int seed = 0; seed < TYPES; seed++) {
            comesBackFromWave(new RandomValues(seed).kind(4), seed);
        }
    }

    private static <T> void comesBackFromWave(RandomValues.Kind<T> kind, int seed) {
        for (int i = 0; i < VALUES; i++) {
            T value = kind.values().get();
            String text = Wave.format(kind.codec(), value);
            assertThat(Wave.parse(kind.codec(), text))
                    .as("seed %d, %s, %s", seed, kind.codec().type(), text)
                    .isEqualTo(value);
        }
    }

    @Test
    void everyValueComesBackFromJson() {
        for (int seed = 0; seed < TYPES; seed++) {
            comesBackFromJson(new RandomValues(seed).kind(4), seed);
        }
    }

    private static <T> void comesBackFromJson(RandomValues.Kind<T> kind, int seed) {
        for (int i = 0; i < VALUES; i++) {
            T value = kind.values().get();
            String text = Json.format(kind.codec(), value);
            assertThat(Json.parse(kind.codec(), text))
                    .as("seed %d, %s, %s", seed, kind.codec().type(), text)
                    .isEqualTo(value);
        }
    }

    @Test
    void damagedTextIsRefusedWithItsPlace() {
        Random random = new Random(9);
        for (int seed = 0; seed < TYPES; seed++) {
            RandomValues.Kind<?> kind = new RandomValues(seed).kind(3);
            Object value = kind.values().get();
            String wave = damage(Wave.format(cast(kind.codec()), value), random);
            parsesOrSaysWhere(() -> Wave.parse(kind.codec(), wave));
            String json = damage(Json.format(cast(kind.codec()), value), random);
            parsesOrSaysWhere(() -> Json.parse(kind.codec(), json));
        }
    }

    private static void parsesOrSaysWhere(Runnable parse) {
        try {
            parse.run();
        } catch (ValueException e) {
            assertThat(e).hasMessageMatching("(?s)(\\d+:\\d+: .+|key .* twice in a .*)");
        }
    }

    private static String damage(String text, Random random) {
        String pieces = "{}[](),:\"'\\\\%-0e\\ud800 ";
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(3));
        char piece = pieces.charAt(random.nextInt(pieces.length()));
        return text.substring(0, at) + piece + text.substring(end);
    }

    @Test
    void damagedBytesAreRefusedOrAreAnotherValueInItsOneForm() {
        Random random = new Random(7);
        for (int seed = 0; seed < TYPES; seed++) {
            RandomValues.Kind<?> kind = new RandomValues(seed).kind(4);
            for (int i = 0; i < VALUES; i++) {
                refusedOrInjective(kind, random);
            }
        }
    }

    private static <T> void refusedOrInjective(RandomValues.Kind<T> kind, Random random) {
        Bytes damaged = damage(Binary.encode(kind.codec(), kind.values().get()), random);
        T value;
        try {
            value = Binary.decode(kind.codec(), damaged);
        } catch (ValueException expected) {
            return;
        }
        assertThat(Binary.encode(kind.codec(), value)).isEqualTo(damaged);
    }

    @Test
    void damagedBytesAllocateInProportionToTheirNumber() {
        Random random = new Random(8);
        for (int seed = 0; seed < TYPES; seed++) {
            RandomValues.Kind<?> kind = new RandomValues(seed).kind(4);
            for (int i = 0; i < VALUES; i++) {
                Bytes damaged =
                        damage(Binary.encode(cast(kind.codec()), kind.values().get()), random);
                // The first time, classes are loaded too.
                allocatedByDecoding(kind.codec(), damaged);
                long allocated = allocatedByDecoding(kind.codec(), damaged);
                assertThat(allocated)
                        .as("seed %d, %s, %s", seed, kind.codec().type(), damaged)
                        .isLessThan(20_000 + 500L * damaged.size());
            }
        }
    }

    private static long allocatedByDecoding(ValueCodec<?> codec, Bytes bytes) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            Binary.decode(codec, bytes);
        } catch (ValueException expected) {
            // What it costs to say so is part of the measure.
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    @SuppressWarnings("unchecked")
    private static ValueCodec<Object> cast(ValueCodec<?> codec) {
        return (ValueCodec<Object>) codec;
    }

    private static Bytes damage(Bytes bytes, Random random) {
        byte[] array = bytes.toArray();
        if (array.length == 0 || random.nextInt(4) == 0) {
            byte[] more = new byte[1 + random.nextInt(4)];
            random.nextBytes(more);
            return bytes.concat(Bytes.wrap(more));
        }
        if (random.nextInt(3) == 0) {
            return bytes.slice(0, random.nextInt(array.length));
        }
        for (int i = random.nextInt(3); i >= 0; i--) {
            array[random.nextInt(array.length)] = (byte) (random.nextBoolean() ? 0xff : random.nextInt());
        }
        return Bytes.wrap(array);
    }
}
