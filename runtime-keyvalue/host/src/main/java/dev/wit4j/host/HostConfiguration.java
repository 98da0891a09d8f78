package dev.wit4j.host;

import dev.wit4j.keyvalue.bucket.AccessRules;
import dev.wit4j.keyvalue.bucket.CacheOptions;
import dev.wit4j.keyvalue.bucket.KeyValueOptions;
import dev.wit4j.keyvalue.bucket.Limits;
import dev.wit4j.keyvalue.bucket.Verb;
import dev.wit4j.redis.RedisOptions;
import java.io.IOException;
import java.io.Reader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a file of properties says of a host. {@code docs/host.md} lists its keys.
 *
 * @param store where everything lives, if it says so
 * @param keyValue how buckets are offered
 * @param redis how Redis is used
 * @param workers how workers run
 */
record HostConfiguration(Optional<String> store, KeyValueOptions keyValue, RedisOptions redis, WorkerOptions workers) {
    private static final String KEYS = "store, buckets, access.NUMBER.component, access.NUMBER.bucket,"
            + " access.NUMBER.allow, limits.bucket-name-bytes, limits.key-bytes, limits.value-bytes, limits.batch-keys,"
            + " limits.batch-bytes, limits.page-keys, cache.bucket, cache.lease, cache.patience, " + WorkerSettings.KEYS
            + ", and redis. before an option of Redis";

    private static final String REDIS = "redis.";
    private static final Pattern RULE = Pattern.compile("access\\.([0-9]{1,9})\\.(component|bucket|allow)");

    /** What is there without a file. */
    static final HostConfiguration NONE = new HostConfiguration(
            Optional.empty(), KeyValueOptions.DEFAULT, RedisOptions.DEFAULT, WorkerOptions.DEFAULT);

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it cannot be read, or says something that means nothing; the message names the key and what
     *     is allowed
     */
    static HostConfiguration read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("there is no configuration " + file, e);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("the configuration " + file + " cannot be read: " + e.getMessage(), e);
        }
        try {
            return of(new Settings(properties));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the configuration " + file + ": " + e.getMessage(), e);
        }
    }

    private static HostConfiguration of(Settings settings) {
        HostConfiguration configuration = new HostConfiguration(
                settings.text("store"),
                new KeyValueOptions(limits(settings), access(settings), buckets(settings), cache(settings)),
                redis(settings),
                WorkerSettings.take(settings));
        settings.left().stream().findFirst().ifPresent(key -> {
            throw new IllegalArgumentException("'" + key + "' is no key; there are " + KEYS);
        });
        return configuration;
    }

    /** What a host is opened with, as far as the file says. */
    HostOptions options() {
        return HostOptions.DEFAULT.withKeyValue(keyValue).withRedis(redis).withWorkers(workers);
    }

    private static Limits limits(Settings settings) {
        Limits others = Limits.DEFAULT;
        return new Limits(
                settings.count("limits.bucket-name-bytes").orElse(others.bucketNameBytes()),
                settings.count("limits.key-bytes").orElse(others.keyBytes()),
                settings.count("limits.value-bytes").orElse(others.valueBytes()),
                settings.count("limits.batch-keys").orElse(others.batchKeys()),
                settings.count("limits.batch-bytes").orElse(others.batchBytes()),
                settings.count("limits.page-keys").orElse(others.pageKeys()));
    }

    private static CacheOptions cache(Settings settings) {
        CacheOptions others = CacheOptions.DEFAULT;
        return new CacheOptions(
                settings.text("cache.bucket").orElse(others.bucket()),
                settings.time("cache.lease").orElse(others.lease()),
                settings.time("cache.patience").orElse(others.patience()));
    }

    private static Optional<Set<String>> buckets(Settings settings) {
        return settings.value(
                "buckets",
                "names with commas between them, in which %2C stands for a comma and %25 for a percent sign",
                text -> Optional.of(words(text)
                        .map(name -> URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8))
                        .collect(Collectors.toSet())));
    }

    private static AccessRules access(Settings settings) {
        Map<Integer, Map<String, String>> rules = new TreeMap<>();
        for (String key : settings.left()) {
            Matcher rule = RULE.matcher(key);
            if (rule.matches()) {
                Map<String, String> patterns =
                        rules.computeIfAbsent(Integer.parseInt(rule.group(1)), number -> new TreeMap<>());
                if (!rule.group(2).equals("allow")) {
                    settings.text(key).ifPresent(pattern -> patterns.put(rule.group(2), pattern));
                }
            }
        }
        if (rules.isEmpty()) {
            return AccessRules.ALLOW_ALL;
        }
        return new AccessRules(rules.entrySet().stream()
                .map(rule -> rule(settings, rule.getKey(), rule.getValue()))
                .toList());
    }

    private static AccessRules.Rule rule(Settings settings, int number, Map<String, String> patterns) {
        String key = "access." + number + ".allow";
        Set<Verb> verbs = settings.value(
                        key,
                        "some of read, write and list with commas between them, or nothing, to deny",
                        text -> Optional.of(words(text)
                                .map(word -> Verb.valueOf(word.toUpperCase(Locale.ROOT)))
                                .collect(Collectors.toSet())))
                .orElseThrow(() -> new IllegalArgumentException(key
                        + " is missing: some of read, write and list with commas between them, or nothing, to deny"));
        return new AccessRules.Rule(
                patterns.getOrDefault("component", "*"), patterns.getOrDefault("bucket", "*"), verbs);
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(word -> !word.isEmpty());
    }

    private static RedisOptions redis(Settings settings) {
        Map<String, String> named = new TreeMap<>();
        for (String key : settings.left()) {
            if (key.startsWith(REDIS)) {
                settings.text(key).ifPresent(value -> named.put(key.substring(REDIS.length()), value));
            }
        }
        return RedisOptions.DEFAULT.with(named);
    }
}
