package dev.wit4j.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedOptionsTest {
    private static RedisOptions of(String query, RedisOptions others) {
        return NamedOptions.of(URI.create("redis://host" + query), others);
    }

    @Test
    void aUriMaySayEveryOption() {
        RedisOptions options = of(
                "?namespace=shop%3Aone&connections=8&connect-timeout=1s&reply-timeout=1500ms&attempts=7&retry-for=3s"
                        + "&shards=4&replicas=1&master=main&sentinel-user=us%26er&sentinel-password=pa%3Dss"
                        + "&truststore-password=trusting&truststore=/trust.p12&keystore=key.p12&keystore-password=showing",
                RedisOptions.DEFAULT);

        assertThat(options)
                .isEqualTo(RedisOptions.DEFAULT
                        .withNamespace("shop:one")
                        .withConnections(8)
                        .withConnectTimeout(Duration.ofSeconds(1))
                        .withReplyTimeout(Duration.ofMillis(1500))
                        .withRetries(RedisRetries.DEFAULT.withAttempts(7).withTotal(Duration.ofSeconds(3)))
                        .withShards(4)
                        .withReplicas(1)
                        .withSentinels(new RedisCredentials(Optional.of("us&er"), Optional.of("pa=ss")))
                        .withTls(new RedisTls(
                                Optional.of(new RedisTls.Store(Path.of("/trust.p12"), "trusting")),
                                Optional.of(new RedisTls.Store(Path.of("key.p12"), "showing")))));
        assertThat(options.toString()).doesNotContain("pa=ss", "trusting", "showing");
    }

    @Test
    void whatTheUriDoesNotSayStaysAsItIs() {
        RedisOptions others = RedisOptions.DEFAULT.withNamespace("other").withReplicas(2);

        assertThat(of("", others)).isEqualTo(others);
        assertThat(of("?shards=2", others)).isEqualTo(others.withShards(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "shard=2 | 'shard' is no option of Redis; there are attempts, connect-timeout,",
                "shards=many | the option shards of Redis: 'many' is no number",
                "shards=0 | shards is 0, it must be at least 1",
                "retry-for=1800s | the option retry-for of Redis: retries need at least 1 attempt",
                "retry-for=2 | the option retry-for of Redis: '2' is no time: write it as 500ms or 2s",
                "reply-timeout=999999999s | of Redis: replyTimeout is PT277777H46M39S, it must be from 1 ms to 2147483647 ms",
                "reply-timeout=0s | replyTimeout is PT0S, it must be from 1 ms",
                "connect-timeout=0ms | the option connect-timeout of Redis: connectTimeout is PT0S",
                "truststore-password=x | the option truststore of Redis, the name of a file, is missing",
                "keystore-password=x | the option keystore of Redis, the name of a file, is missing",
                "namespace=a%20b | 'a b' is no namespace"
            })
    void whatIsNoOptionIsRefusedWithTheReason(String query, String reason) {
        assertThatThrownBy(() -> of("?" + query, RedisOptions.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
