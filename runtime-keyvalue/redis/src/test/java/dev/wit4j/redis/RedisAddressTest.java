package dev.wit4j.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.HostAndPort;

class RedisAddressTest {
    private static RedisAddress parse(String uri) {
        return RedisAddress.parse(URI.create(uri));
    }

    @Test
    void oneServerWithEverythingThatMayBeSaid() {
        RedisAddress address = parse("rediss://us%3Aer:pa%40ss+@host.example:7000/5");

        assertThat(address.kind()).isEqualTo(RedisAddress.Kind.SERVER);
        assertThat(address.tls()).isTrue();
        assertThat(address.hosts()).containsExactly(new HostAndPort("host.example", 7000));
        assertThat(address.user()).contains("us:er");
        assertThat(address.password()).contains("pa@ss+");
        assertThat(address.database()).isEqualTo(5);
    }

    @Test
    void portDatabaseUserAndPasswordMayBeLeftOut() {
        RedisAddress address = parse("redis://localhost");

        assertThat(address.tls()).isFalse();
        assertThat(address.hosts()).containsExactly(new HostAndPort("localhost", 6379));
        assertThat(address.user()).isEmpty();
        assertThat(address.password()).isEmpty();
        assertThat(address.database()).isZero();
        assertThat(parse("redis://:secret@localhost").password()).contains("secret");
        assertThat(parse("redis://:secret@localhost").user()).isEmpty();
    }

    @Test
    void severalNodesOfAClusterAndSeveralSentinels() {
        assertThat(parse("redis-cluster://a:1,b").hosts())
                .containsExactly(new HostAndPort("a", 1), new HostAndPort("b", 6379));
        assertThat(parse("redis://[::1]:3").hosts()).containsExactly(new HostAndPort("::1", 3));
        RedisAddress sentinels = parse("rediss-sentinel://:p@a,b:5/2?master=my%20master");
        assertThat(sentinels.kind()).isEqualTo(RedisAddress.Kind.SENTINEL);
        assertThat(sentinels.tls()).isTrue();
        assertThat(sentinels.hosts()).containsExactly(new HostAndPort("a", 26379), new HostAndPort("b", 5));
        assertThat(sentinels.master()).contains("my master");
        assertThat(sentinels.database()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "http://host | 'http' is no scheme",
                "host | '' is no scheme",
                "redis:/path | names no host",
                "redis://a,b | names several",
                "redis://host:0 | 'host:0' in a Redis URI is no host and port",
                "redis://host:x | 'host:x' in a Redis URI is no host and port",
                "redis://host:70000 | no host and port",
                "redis://host/name | 'name' in a Redis URI is no index",
                "redis-cluster://host/1 | a cluster has no database 1",
                "redis-sentinel://host | names no master"
            })
    void whatIsNoAddressIsRefusedWithTheReason(String uri, String reason) {
        assertThatThrownBy(() -> parse(uri))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void thePasswordIsInNoText() {
        assertThat(parse("redis://user:secret@host:1/2")).hasToString("server [host:1]/2");
        assertThatThrownBy(() -> parse("redis://user:secret@host:x")).hasMessageNotContaining("secret");
    }
}
