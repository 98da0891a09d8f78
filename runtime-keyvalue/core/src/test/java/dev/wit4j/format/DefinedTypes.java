package dev.wit4j.format;

import dev.wit4j.component.Codecs;
import dev.wit4j.component.ValueCodec;
import dev.wit4j.value.TypeInfo;
import dev.wit4j.value.ValueReader;
import dev.wit4j.value.ValueWriter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Codecs of types with a definition, without the Java types that a generator would make of them. */
final class DefinedTypes {
    private DefinedTypes() {}

    /** A value of a variant: which case, and its payload. */
    record CaseValue(int index, Optional<Object> payload) {}

    /** A member of a definition: its name and type. */
    record Member(String name, ValueCodec<Object> codec) {
        @SuppressWarnings("unchecked")
        static Member of(String name, ValueCodec<?> codec) {
            return new Member(name, (ValueCodec<Object>) codec);
        }
    }

    record RecordCodec(TypeInfo.Record type, List<Member> fields) implements ValueCodec<List<Object>> {
        static RecordCodec of(String name, List<Member> fields) {
            List<TypeInfo.Field> types = fields.stream()
                    .map(f -> new TypeInfo.Field(f.name(), f.codec().type()))
                    .toList();
            return new RecordCodec(new TypeInfo.Record(name, types), fields);
        }

        @Override
        public void write(ValueWriter out, List<Object> value) {
            out.beginRecord(type);
            for (int i = 0; i < fields.size(); i++) {
                out.field(i);
                fields.get(i).codec().write(out, value.get(i));
            }
            out.endRecord();
        }

        @Override
        public List<Object> read(ValueReader in) {
            in.beginRecord(type);
            List<Object> value = new ArrayList<>();
            for (int i = 0; i < fields.size(); i++) {
                in.field(i);
                value.add(fields.get(i).codec().read(in));
            }
            in.endRecord();
            return value;
        }
    }

    /** A case whose codec is {@link Codecs#NONE} has no payload. */
    record VariantCodec(TypeInfo.Variant type, List<Member> cases) implements ValueCodec<CaseValue> {
        static VariantCodec of(String name, List<Member> cases) {
            List<TypeInfo.Case> types = cases.stream()
                    .map(c -> new TypeInfo.Case(
                            c.name(), hasPayload(c) ? Optional.of(c.codec().type()) : Optional.empty()))
                    .toList();
            return new VariantCodec(new TypeInfo.Variant(name, types), cases);
        }

        static boolean hasPayload(Member member) {
            ValueCodec<?> codec = member.codec();
            return codec != Codecs.NONE;
        }

        @Override
        public void write(ValueWriter out, CaseValue value) {
            out.beginCase(type, value.index());
            value.payload().ifPresent(it -> cases.get(value.index()).codec().write(out, it));
            out.endCase();
        }

        @Override
        public CaseValue read(ValueReader in) {
            int index = in.beginCase(type);
            Member member = cases.get(index);
            Optional<Object> payload =
                    hasPayload(member) ? Optional.of(member.codec().read(in)) : Optional.empty();
            in.endCase();
            return new CaseValue(index, payload);
        }
    }

    record EnumCodec(TypeInfo.Enum type) implements ValueCodec<Integer> {
        static EnumCodec of(String name, String... cases) {
            return new EnumCodec(new TypeInfo.Enum(name, List.of(cases)));
        }

        @Override
        public void write(ValueWriter out, Integer value) {
            out.enumCase(type, value);
        }

        @Override
        public Integer read(ValueReader in) {
            return in.enumCase(type);
        }
    }

    record FlagsCodec(TypeInfo.Flags type) implements ValueCodec<BitSet> {
        static FlagsCodec of(String name, String... flags) {
            return new FlagsCodec(new TypeInfo.Flags(name, List.of(flags)));
        }

        @Override
        public void write(ValueWriter out, BitSet value) {
            out.flags(type, value);
        }

        @Override
        public BitSet read(ValueReader in) {
            return in.flags(type);
        }
    }
}
