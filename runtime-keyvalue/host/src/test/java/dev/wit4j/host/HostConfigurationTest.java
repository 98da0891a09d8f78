package dev.wit4j.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.StringException;
import dev.wit4j.host.generation.Generations;
import dev.wit4j.keyvalue.bucket.AccessRules;
import dev.wit4j.keyvalue.bucket.CacheOptions;
import dev.wit4j.keyvalue.bucket.KeyValueOptions;
import dev.wit4j.keyvalue.bucket.Limits;
import dev.wit4j.keyvalue.bucket.Verb;
import dev.wit4j.redis.RedisOptions;
import dev.wit4j.redis.RedisTls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HostConfigurationTest {
    @TempDir
    Path folder;

    @RegisterExtension
    final CapturedConsole console = new CapturedConsole();

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("host.properties"), List.of(lines));
    }

    @Test
    void everyKeyIsUnderstood() throws IOException {
        HostConfiguration configuration = HostConfiguration.read(file(
                "# a comment",
                "store = rediss://shop:secret@redis.example",
                "redis.connections = 8",
                "redis.truststore = /etc/trust.p12",
                "redis.truststore-password = changeit",
                "limits.bucket-name-bytes = 1",
                "limits.key-bytes = 2",
                "limits.value-bytes = 3",
                "limits.batch-keys = 4",
                "limits.page-keys = 5",
                "buckets = orders, a%2Cb , 50%25+",
                "access.10.allow = read",
                "access.2.component = shop*",
                "access.2.bucket = orders",
                "access.2.allow = read, WRITE,list",
                "access.3.bucket = secret*",
                "access.3.allow =",
                "cache.bucket = pages",
                "cache.lease = 500ms",
                "cache.patience = 2s"));

        assertThat(configuration)
                .isEqualTo(new HostConfiguration(
                        Optional.of("rediss://shop:secret@redis.example"),
                        new KeyValueOptions(
                                new Limits(1, 2, 3, 4, 5),
                                new AccessRules(List.of(
                                        new AccessRules.Rule(
                                                "shop*", "orders", Set.of(Verb.READ, Verb.WRITE, Verb.LIST)),
                                        new AccessRules.Rule("*", "secret*", Set.of()),
                                        new AccessRules.Rule("*", "*", Set.of(Verb.READ)))),
                                Optional.of(Set.of("orders", "a,b", "50%+")),
                                new CacheOptions("pages", Duration.ofMillis(500), Duration.ofSeconds(2))),
                        RedisOptions.DEFAULT
                                .withConnections(8)
                                .withTls(RedisTls.DEFAULT.withTrusted(
                                        new RedisTls.Store(Path.of("/etc/trust.p12"), "changeit")))));
    }

    @Test
    void whatItDoesNotSayIsTheDefault() throws IOException {
        assertThat(HostConfiguration.read(file())).isEqualTo(HostConfiguration.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "limit.key-bytes=1 | 'limit.key-bytes' is no key; there are store, buckets, access.NUMBER.component",
                "limits.key-bytes=0 | limits.key-bytes is '0', it has to be a number from 1 to 2147483647",
                "limits.key-bytes=1k | limits.key-bytes is '1k', it has to be a number from 1",
                "cache.lease=0s | cache.lease is '0s', it has to be a time such as 500ms or 30s",
                "cache.lease=30 | cache.lease is '30', it has to be a time",
                "access.1.allow=reed | access.1.allow is 'reed', it has to be some of read, write and list",
                "access.1.bucket=b | access.1.allow is missing: some of read, write and list",
                "access.one.allow=read | 'access.one.allow' is no key",
                "buckets=100% | buckets is '100%', it has to be names with commas between them",
                "redis.shard=2 | 'shard' is no option of Redis; there are attempts",
                "redis.shards=many | the option shards of Redis: 'many' is no number",
                "store=\\u12 | cannot be read"
            })
    void whatMeansNothingIsRefusedWithItsKeyAndWhatIsAllowed(String line, String reason) throws IOException {
        Path file = file(line);
        assertThatThrownBy(() -> HostConfiguration.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the configuration " + file)
                .hasMessageContaining(reason);
    }

    @Test
    void theProgramTakesItsOptionsFromTheFile() throws IOException {
        Path file = file("store = file:" + folder.resolve("data"), "limits.value-bytes = 2", "buckets = bucket");

        assertThat(run(file, "set(\"bucket\", \"key\", [1, 2])")).isZero();
        assertThat(run(file, "set(\"bucket\", \"key\", [1, 2, 3])")).isEqualTo(1);
        assertThat(run(file, "set(\"another\", \"key\", [1])")).isEqualTo(1);
        assertThat(console.out()).contains("a value may have 2 bytes, this one has 3", "NoSuchStore");
        assertThat(folder.resolve("data")).isDirectory();
    }

    @Test
    void aFileThatIsNotThereIsNamedWithoutAStackTrace() {
        assertThat(run(folder.resolve("none"), "get(\"bucket\", \"key\")")).isEqualTo(2);
        assertThat(console.err())
                .contains("there is no configuration " + folder.resolve("none"))
                .doesNotContain("\tat ");
    }

    private static int run(Path file, String call) {
        return HostCommand.run(Generations.ALL, "--config", file.toString(), "invoke", "draft/one", call);
    }

    @Test
    void aHostIsOpenedWithOptionsOfItsOwn() {
        HostOptions options = HostOptions.DEFAULT.withKeyValue(new KeyValueOptions(
                Limits.DEFAULT, new AccessRules(List.of()), Optional.empty(), CacheOptions.DEFAULT));
        try (ComponentHost host = ComponentHost.open("memory:", Generations.ALL, options)) {
            var store = host.worker(Generations.SEED, "one").exports().store();
            assertThatThrownBy(() -> store.get("bucket", "key")).isInstanceOf(StringException.class);
        }
    }
}
