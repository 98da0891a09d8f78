package dev.wit4j.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.wit4j.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The times that effects are given. */
class EffectTest {
    /** What each effect with a time makes of it. */
    private static final List<Function<OptionalLong, OptionalLong>> TIMES = List.of(
            millis -> new Effect.Put("b", "k", Bytes.EMPTY, millis).expiresAfterMillis(),
            millis -> new Effect.CompareAndSwap("b", "k", Optional.empty(), Bytes.EMPTY, millis).expiresAfterMillis(),
            millis -> new Effect.Complete("k", Bytes.EMPTY, millis).keptMillis());

    @Test
    void aNegativeTimeIsRefused() {
        assertThat(TIMES)
                .allSatisfy(effect -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> effect.apply(OptionalLong.of(-1)))
                        .withMessageContaining("-1 ms"));
    }

    @Test
    void aTimeCountsAsItIsUpToTheLongestAndBehindThatAsTheLongest() {
        long longest = Effect.LONGEST_MILLIS;
        assertThat(TIMES).allSatisfy(effect -> {
            assertThat(effect.apply(OptionalLong.empty())).isEmpty();
            assertThat(effect.apply(OptionalLong.of(0))).hasValue(0);
            assertThat(effect.apply(OptionalLong.of(longest))).hasValue(longest);
            assertThat(effect.apply(OptionalLong.of(longest + 1))).hasValue(longest);
            assertThat(effect.apply(OptionalLong.of(Long.MAX_VALUE))).hasValue(longest);
        });
    }
}
