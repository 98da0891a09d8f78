package dev.wit4j.component;

import dev.wit4j.value.TypeInfo;
import dev.wit4j.value.ValueReader;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** An immutable list of numbers over an array of them: what readers make of {@code list<u32>} and its like. */
abstract class PrimitiveList<T> extends AbstractList<T> implements RandomAccess {
    private final TypeInfo.Primitive type;
    private final int size;

    private PrimitiveList(TypeInfo.Primitive type, int size) {
        this.type = type;
        this.size = size;
    }

    /** Whether there is such a list for elements of {@code type}. */
    static boolean backs(TypeInfo type) {
        return type instanceof TypeInfo.Primitive primitive
                && switch (primitive) {
                    case U16, U32, U64, S8, S16, S32, S64, F32, F64, CHAR -> true;
                    case BOOL, U8, STRING, ERROR_CONTEXT -> false;
                };
    }

    /** Reads the elements of a list whose type has such a list. */
    @SuppressWarnings("unchecked")
    static <T> List<T> read(ValueCodec<T> element, ValueReader in, int size) {
        TypeInfo.Primitive type = (TypeInfo.Primitive) element.type();
        return (List<T>)
                switch (type) {
                    case U16 -> u16s(in, size);
                    case U32 -> u32s(in, size);
                    case U64, S64 -> s64s(type, in, size);
                    case S8 -> s8s(in, size);
                    case S16 -> s16s(in, size);
                    case S32, CHAR -> s32s(type, in, size);
                    case F32 -> f32s(in, size);
                    case F64 -> f64s(in, size);
                    case BOOL, U8, STRING, ERROR_CONTEXT -> throw new IllegalArgumentException("list of " + type);
                };
    }

    /** The type that the elements are sure to be of. */
    TypeInfo.Primitive type() {
        return type;
    }

    @Override
    public int size() {
        return size;
    }

    private static List<Integer> u16s(ValueReader in, int size) {
        char[] array = new char[size];
        for (int i = 0; i < size; i++) {
            in.element(i);
            array[i] = (char) in.u16();
        }
        return new PrimitiveList<>(TypeInfo.Primitive.U16, size) {
            @Override
            public Integer get(int index) {
                return (int) array[index];
            }
        };
    }

    private static List<Long> u32s(ValueReader in, int size) {
        int[] array = new int[size];
        for (int i = 0; i < size; i++) {
            in.element(i);
            array[i] = (int) in.u32();
        }
        return new PrimitiveList<>(TypeInfo.Primitive.U32, size) {
            @Override
            public Long get(int index) {
                return Integer.toUnsignedLong(array[index]);
            }
        };
    }

    private static List<Long> s64s(TypeInfo.Primitive type, ValueReader in, int size) {
        long[] array = new long[size];
        for (int i = 0; i < size; i++) {
            in.element(i);
            array[i] = type == TypeInfo.Primitive.U64 ? in.u64() : in.s64();
        }
        return new PrimitiveList<>(type, size) {
            @Override
            public Long get(int index) {
                return array[index];
            }
        };
    }

    private static List<Byte> s8s(ValueReader in, int size) {
        byte[] array = new byte[size];
        for (int i = 0; i < size; i++) {
            in.element(i);
            array[i] = in.s8();
        }
        return new PrimitiveList<>(TypeInfo.Primitive.S8, size) {
            @Override
            public Byte get(int index) {
                return array[index];
            }
        };
    }

    private static List<Short> s16s(ValueReader in, int size) {
        short[] array = new short[size];
        for (int i = 0; i < size; i++) {
            in.element(i);
            array[i] = in.s16();
        }
        return new PrimitiveList<>(TypeInfo.Primitive.S16, size) {
            @Override
            public Short get(int index) {
                return array[index];
            }
        };
    }

    private static List<Integer> s32s(TypeInfo.Primitive type, ValueReader in, int size) {
        int[] array = new int[size];
        for (int i = 0; i < size; i++) {
            in.element(i);
            array[i] = type == TypeInfo.Primitive.CHAR ? in.character() : in.s32();
        }
        return new PrimitiveList<>(type, size) {
            @Override
            public Integer get(int index) {
                return array[index];
            }
        };
    }

    private static List<Float> f32s(ValueReader in, int size) {
        float[] array = new float[size];
        for (int i = 0; i < size; i++) {
            in.element(i);
            array[i] = in.f32();
        }
        return new PrimitiveList<>(TypeInfo.Primitive.F32, size) {
            @Override
            public Float get(int index) {
                return array[index];
            }
        };
    }

    private static List<Double> f64s(ValueReader in, int size) {
        double[] array = new double[size];
        for (int i = 0; i < size; i++) {
            in.element(i);
            array[i] = in.f64();
        }
        return new PrimitiveList<>(TypeInfo.Primitive.F64, size) {
            @Override
            public Double get(int index) {
                return array[index];
            }
        };
    }
}
