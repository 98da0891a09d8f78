package dev.wit4j.codegen;

import dev.wit4j.Bytes;
import dev.wit4j.StringException;
import dev.wit4j.Tuple2;
import golden.tests.everything.v0_2.values.Access;
import golden.tests.everything.v0_2.values.Color;
import golden.tests.everything.v0_2.values.ColorException;
import golden.tests.everything.v0_2.values.EmptyRecord;
import golden.tests.everything.v0_2.values.FailsWithListException;
import golden.tests.everything.v0_2.values.Failure;
import golden.tests.everything.v0_2.values.FailureException;
import golden.tests.everything.v0_2.values.Numbers;
import golden.tests.everything.v0_2.values.Shape;
import golden.tests.everything.v0_2.values.Texts;
import golden.tests.everything.v0_2.values.Tuple17;
import golden.tests.everything.v0_2.values.Values;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Implements the interface {@code values}, for a host as well as for a guest. */
final class EverythingValues implements Values {
    @Override
    public Numbers echoNumbers(Numbers it) {
        return it;
    }

    @Override
    public Texts echoTexts(Texts it) {
        return it;
    }

    @Override
    public Optional<Shape> echoShape(Shape it) {
        return Optional.of(it);
    }

    @Override
    public Set<Access> echoAccess(Set<Access> it, List<Set<Access>> also) {
        return it;
    }

    @Override
    public Tuple2<Color, Long> echoMany(
            int small, int letter, String word, List<Color> colors, Tuple2<Integer, List<String>> pair) {
        return new Tuple2<>(colors.get(0), (long) small);
    }

    @Override
    public Optional<
                    Tuple17<
                            Integer,
                            Integer,
                            Long,
                            Long,
                            Byte,
                            Short,
                            Integer,
                            Long,
                            Float,
                            Double,
                            Integer,
                            Boolean,
                            String,
                            Bytes,
                            Color,
                            Optional<String>,
                            Set<Access>>>
            echoWide(
                    Tuple17<
                                    Integer,
                                    Integer,
                                    Long,
                                    Long,
                                    Byte,
                                    Short,
                                    Integer,
                                    Long,
                                    Float,
                                    Double,
                                    Integer,
                                    Boolean,
                                    String,
                                    Bytes,
                                    Color,
                                    Optional<String>,
                                    Set<Access>>
                            it) {
        return Optional.of(it);
    }

    @Override
    public void nothing() {}

    @Override
    @Deprecated
    public void old(EmptyRecord it) {}

    @Override
    public String fails(int how) {
        if (how > 0) {
            throw new FailureException(new Failure.NotFound(String.valueOf(how)));
        }
        return "fine";
    }

    @Override
    public void failsWithText() {
        throw new StringException("text");
    }

    @Override
    public int failsWithList() {
        throw new FailsWithListException(List.of("a", "b"));
    }

    @Override
    public Color failsWithColor() {
        throw new ColorException(Color.BLUE);
    }

    @Override
    public boolean waits(long millis) {
        return true;
    }
}
