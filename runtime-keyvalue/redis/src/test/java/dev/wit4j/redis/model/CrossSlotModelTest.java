package dev.wit4j.redis.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.redis.model.Protocol.Bounds;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The protocol for a journal and a bucket on different slots, every interleaving within its bounds; with {@code -Pfaults}
 * wider ones.
 */
class CrossSlotModelTest {
    private static final List<Bounds> BOUNDS = Boolean.getBoolean("wit4j.faults")
            ? List.of(new Bounds(2, 1, 0), new Bounds(2, 1, 3), new Bounds(3, 1, 0), new Bounds(2, 2, 0))
            : List.of(new Bounds(2, 1, 0), new Bounds(2, 1, 3));

    private static Optional<String> violation(Set<Rule> rules, Bounds bounds) {
        Explorer explorer = new Explorer(new Protocol(rules, bounds));
        Optional<String> violation = explorer.explore();
        System.out.println("protocol across slots, " + bounds + ": " + explorer.states() + " states");
        return violation;
    }

    @Test
    void withAllOfItsRulesNothingIsDoneTwiceLostOrUnsaid() {
        for (Bounds bounds : BOUNDS) {
            assertThat(violation(EnumSet.allOf(Rule.class), bounds)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void withoutAnyOneOfThemSomethingIs(Rule rule) {
        Set<Rule> others = EnumSet.complementOf(EnumSet.of(rule));

        assertThat(BOUNDS.stream().anyMatch(bounds -> violation(others, bounds).isPresent()))
                .isTrue();
    }
}
