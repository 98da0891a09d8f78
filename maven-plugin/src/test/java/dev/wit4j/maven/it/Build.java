package dev.wit4j.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A build that has ended.
 *
 * @param exitCode what Maven answered, 0 for success
 * @param log what it printed, line by line
 */
record Build(int exitCode, List<String> log) {
    String text() {
        return log.stream().collect(Collectors.joining("\n"));
    }

    Build succeeds() {
        assertThat(exitCode).as(text()).isZero();
        return this;
    }

    Build fails() {
        assertThat(exitCode).as(text()).isNotZero();
        return this;
    }

    Build says(String... phrases) {
        assertThat(text()).contains(phrases);
        return this;
    }

    Build doesNotSay(String... phrases) {
        assertThat(text()).doesNotContain(phrases);
        return this;
    }
}
