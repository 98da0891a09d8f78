package dev.wit4j.keyvalue.bucket;

import static dev.wit4j.keyvalue.bucket.Verb.LIST;
import static dev.wit4j.keyvalue.bucket.Verb.READ;
import static dev.wit4j.keyvalue.bucket.Verb.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.keyvalue.bucket.AccessRules.Rule;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AccessRulesTest {
    @Test
    void theFirstRuleThatMatchesDecides() {
        var rules = new AccessRules(
                List.of(new Rule("shop", "orders", Set.of(READ)), new Rule("*", "orders", Set.of(READ, WRITE))));
        assertThat(rules.allow("shop", WRITE, "orders")).isFalse();
        assertThat(rules.allow("billing", WRITE, "orders")).isTrue();
    }

    @Test
    void whatNoRuleMatchesIsDenied() {
        var rules = new AccessRules(List.of(new Rule("shop", "orders", Set.of(READ))));
        assertThat(rules.allow("shop", READ, "customers")).isFalse();
        assertThat(rules.allow("billing", READ, "orders")).isFalse();
    }

    @Test
    void verbsAreAllowedOneByOne() {
        var rules = new AccessRules(List.of(new Rule("*", "*", Set.of(LIST))));
        assertThat(rules.allow("shop", LIST, "orders")).isTrue();
        assertThat(rules.allow("shop", READ, "orders")).isFalse();
    }

    @Test
    void aStarStandsForAnyCharactersAndEverythingElseForItself() {
        var rules = new AccessRules(List.of(new Rule("*", "team.*-log", Set.of(READ))));
        assertThat(rules.allow("shop", READ, "team.red\n-log")).isTrue();
        assertThat(rules.allow("shop", READ, "team.-log")).isTrue();
        assertThat(rules.allow("shop", READ, "teamXred-log")).isFalse();
        assertThat(rules.allow("shop", READ, "team.red-log2")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "a*a, aa, true",
        "a*a, a, false",
        "*ab*b, abab, true",
        "*ab*b, xabb, true",
        "*ab*b, ab, false",
        "**, orders, true",
        "*, '', true",
        "'', '', true",
        "'', orders, false",
        "*or*er*, order, true",
        "*er*or*, order, false",
        "or**er, orders, false",
        "or**ers, orders, true",
    })
    void whatStandsBetweenStarsIsThereInThisOrderAndNothingTwice(String pattern, String bucket, boolean covered) {
        var rules = new AccessRules(List.of(new Rule("*", pattern, Set.of(READ))));
        assertThat(rules.allow("shop", READ, bucket)).isEqualTo(covered);
    }
}
