package dev.wit4j.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.value.TypeInfo.Primitive;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CanonicalLayoutTest {
    @ParameterizedTest
    @CsvSource({
        "BOOL,1,1",
        "U8,1,1",
        "S16,2,1",
        "CHAR,4,1",
        "F32,4,1",
        "U64,8,1",
        "F64,8,1",
        "STRING,8,2",
        "ERROR_CONTEXT,4,1"
    })
    void primitivesAreAsWideAsTheirBits(Primitive type, long size, long flatCount) {
        CanonicalLayout layout = CanonicalLayout.of(type);
        assertThat(layout.size()).isEqualTo(size);
        assertThat(layout.alignment()).isEqualTo(type == Primitive.STRING ? 4 : (int) size);
        assertThat(layout.flatCount()).isEqualTo(flatCount);
    }

    @Test
    void fieldsAreAlignedEach() {
        TypeInfo record = new TypeInfo.Record(
                "r",
                List.of(
                        new TypeInfo.Field("a", Primitive.U8),
                        new TypeInfo.Field("b", Primitive.U64),
                        new TypeInfo.Field("c", Primitive.U16)));
        assertThat(CanonicalLayout.of(record)).isEqualTo(new CanonicalLayout(24, 8, List.of(0L, 8L, 16L), 0, 0, 3));
    }

    @Test
    void aPayloadBeginsBehindTheDiscriminantWhereAnyOfThemIsAligned() {
        assertThat(CanonicalLayout.of(new TypeInfo.Option(Primitive.U64)))
                .isEqualTo(new CanonicalLayout(16, 8, List.of(), 1, 8, 2));
        assertThat(CanonicalLayout.of(new TypeInfo.Result(Optional.of(Primitive.STRING), Optional.of(Primitive.U8))))
                .isEqualTo(new CanonicalLayout(12, 4, List.of(), 1, 4, 3));
        assertThat(CanonicalLayout.of(new TypeInfo.Result(Optional.empty(), Optional.empty())))
                .isEqualTo(new CanonicalLayout(1, 1, List.of(), 1, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "256,1", "257,2", "65536,2", "65537,4"})
    void theDiscriminantHoldsAsManyCasesAsThereAre(int cases, int size) {
        assertThat(CanonicalLayout.of(new TypeInfo.Enum("e", Collections.nCopies(cases, "case")))
                        .size())
                .isEqualTo(size);
        TypeInfo.Case one = new TypeInfo.Case("case", Optional.empty());
        assertThat(CanonicalLayout.of(new TypeInfo.Variant("v", Collections.nCopies(cases, one)))
                        .discriminant())
                .isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource({"0,1,1,1", "8,1,1,1", "9,2,2,1", "17,4,4,1", "32,4,4,1", "33,8,4,2"})
    void flagsAreBits(int count, long size, int alignment, long flatCount) {
        assertThat(CanonicalLayout.of(new TypeInfo.Flags("f", Collections.nCopies(count, "flag"))))
                .isEqualTo(new CanonicalLayout(size, alignment, List.of(), 0, 0, flatCount));
    }

    @Test
    void listsAreAPointerAndALengthUnlessTheirLengthIsFixed() {
        assertThat(CanonicalLayout.of(new TypeInfo.ListOf(Primitive.U64)).size())
                .isEqualTo(8);
        assertThat(CanonicalLayout.of(new TypeInfo.MapOf(Primitive.STRING, Primitive.U8))
                        .flatCount())
                .isEqualTo(2);
        assertThat(CanonicalLayout.of(new TypeInfo.FixedLengthList(Primitive.U16, 3)))
                .isEqualTo(new CanonicalLayout(6, 2, List.of(), 0, 0, 3));
    }

    @Test
    void handlesAndReadableEndsAreAnIndex() {
        assertThat(CanonicalLayout.of(new TypeInfo.Handle("a:b/c.r", false)).size())
                .isEqualTo(4);
        assertThat(CanonicalLayout.of(new TypeInfo.Stream(Optional.of(Primitive.U64)))
                        .size())
                .isEqualTo(4);
        assertThat(CanonicalLayout.of(new TypeInfo.Future(Optional.empty())).flatCount())
                .isEqualTo(1);
    }
}
