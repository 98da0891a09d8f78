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
import dev.wit4j.runtime.ResultRetention;
import dev.wit4j.runtime.RetryPolicy;
import dev.wit4j.runtime.SnapshotPolicy;
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
                "limits.batch-bytes = 5",
                "limits.page-keys = 6",
                "buckets = orders, a%2Cb , 50%25+",
                "access.10.allow = read",
                "access.2.component = shop*",
                "access.2.bucket = orders",
                "access.2.allow = read, WRITE,list",
                "access.3.bucket = secret*",
                "access.3.allow =",
                "cache.bucket = pages",
                "cache.lease = 500ms",
                "cache.patience = 2m",
                "workers.snapshots = every 1000",
                "workers.keep-results = 7d",
                "workers.idle-after = 12h",
                "workers.close-patience = 10s",
                "retry.attempts = 6",
                "retry.first-delay = 7ms",
                "retry.factor = 1.5",
                "retry.longest-delay = 8s",
                "retry.jitter = 0.25"));

        assertThat(configuration)
                .isEqualTo(new HostConfiguration(
                        Optional.of("rediss://shop:secret@redis.example"),
                        new KeyValueOptions(
                                new Limits(1, 2, 3, 4, 5, 6),
                                new AccessRules(List.of(
                                        new AccessRules.Rule(
                                                "shop*", "orders", Set.of(Verb.READ, Verb.WRITE, Verb.LIST)),
                                        new AccessRules.Rule("*", "secret*", Set.of()),
                                        new AccessRules.Rule("*", "*", Set.of(Verb.READ)))),
                                Optional.of(Set.of("orders", "a,b", "50%+")),
                                new CacheOptions("pages", Duration.ofMillis(500), Duration.ofMinutes(2))),
                        RedisOptions.DEFAULT
                                .withConnections(8)
                                .withTls(RedisTls.DEFAULT.withTrusted(
                                        new RedisTls.Store(Path.of("/etc/trust.p12"), "changeit"))),
                        new WorkerOptions(
                                new RetryPolicy(6, Duration.ofMillis(7), 1.5, Duration.ofSeconds(8), 0.25),
                                new SnapshotPolicy.Every(1000),
                                new ResultRetention.AtLeast(Duration.ofDays(7)),
                                Duration.ofHours(12),
                                Optional.of(Duration.ofSeconds(10)))));
    }

    @Test
    void whatIsMeantToLastForEverAndWhenToSaveAreWords() throws IOException {
        assertThat(HostConfiguration.read(file(
                                "workers.snapshots = on-idle",
                                "workers.keep-results = forever",
                                "workers.close-patience = forever"))
                        .workers())
                .isEqualTo(WorkerOptions.DEFAULT.withSnapshots(new SnapshotPolicy.OnIdle()));
        assertThat(HostConfiguration.read(file("workers.snapshots = never"))).isEqualTo(HostConfiguration.NONE);
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
                "cache.lease=0s | cache.lease is '0s', it has to be a time such as 500ms, 30s, 5m, 12h or 7d, from 1ms",
                "cache.lease=30 | cache.lease is '30', it has to be a time",
                "workers.idle-after=36501d | it has to be a time such as 500ms, 30s, 5m, 12h or 7d, from 1ms to 36500d",
                "workers.idle-after=forever | workers.idle-after is 'forever', it has to be a time such as",
                "workers.keep-results=7 | workers.keep-results is '7', it has to be forever, or a time such as",
                "workers.close-patience=soon | workers.close-patience is 'soon', it has to be forever, or a time",
                "workers.snapshots=every 0 | workers.snapshots is 'every 0', it has to be never, on-idle, or every and",
                "workers.snapshots=often | workers.snapshots is 'often', it has to be never, on-idle, or every and",
                "workers.snapshot=never | 'workers.snapshot' is no key",
                "retry.attempts=0 | retry.attempts is '0', it has to be a number from 1",
                "retry.factor=0.5 | retry.factor is '0.5', it has to be a number from 1, such as 1.5",
                "retry.factor=NaN | retry.factor is 'NaN', it has to be a number from 1",
                "retry.jitter=2 | retry.jitter is '2', it has to be a number from 0 to 1",
                "retry.jitter=-0.1 | retry.jitter is '-0.1', it has to be a number from 0 to 1",
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
