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
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
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
 */
record HostConfiguration(Optional<String> store, KeyValueOptions keyValue, RedisOptions redis) {
    private static final String KEYS = "store, buckets, access.NUMBER.component, access.NUMBER.bucket,"
            + " access.NUMBER.allow, limits.bucket-name-bytes, limits.key-bytes, limits.value-bytes, limits.batch-keys,"
            + " limits.page-keys, cache.bucket, cache.lease, cache.patience, and redis. before an option of Redis";

    private static final Pattern RULE = Pattern.compile("access\\.([0-9]{1,9})\\.(component|bucket|allow)");
    private static final Pattern TIME = Pattern.compile("([0-9]{1,9})(ms|s)");

    /** What is there without a file. */
    static final HostConfiguration NONE =
            new HostConfiguration(Optional.empty(), KeyValueOptions.DEFAULT, RedisOptions.DEFAULT);

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
            return of(properties);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the configuration " + file + ": " + e.getMessage(), e);
        }
    }

    private static HostConfiguration of(Properties properties) {
        Map<String, String> left = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(name -> left.put(name, properties.getProperty(name).strip()));
        HostConfiguration configuration = new HostConfiguration(
                Optional.ofNullable(left.remove("store")),
                new KeyValueOptions(limits(left), access(left), buckets(left), cache(left)),
                redis(left));
        if (!left.isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + left.keySet().iterator().next() + "' is no key; there are " + KEYS);
        }
        return configuration;
    }

    private static Limits limits(Map<String, String> left) {
        Limits others = Limits.DEFAULT;
        return new Limits(
                limit(left, "limits.bucket-name-bytes", others.bucketNameBytes()),
                limit(left, "limits.key-bytes", others.keyBytes()),
                limit(left, "limits.value-bytes", others.valueBytes()),
                limit(left, "limits.batch-keys", others.batchKeys()),
                limit(left, "limits.page-keys", others.pageKeys()));
    }

    private static int limit(Map<String, String> left, String key, int other) {
        return value(left, key, "a number from 1 to " + Integer.MAX_VALUE, text -> {
                    int number = Integer.parseInt(text);
                    return number < 1 ? Optional.empty() : Optional.of(number);
                })
                .orElse(other);
    }

    private static CacheOptions cache(Map<String, String> left) {
        CacheOptions others = CacheOptions.DEFAULT;
        String bucket = Optional.ofNullable(left.remove("cache.bucket")).orElse(others.bucket());
        Duration lease = time(left, "cache.lease").orElse(others.lease());
        Duration patience = time(left, "cache.patience").orElse(others.patience());
        return new CacheOptions(bucket, lease, patience);
    }

    private static Optional<Duration> time(Map<String, String> left, String key) {
        return value(left, key, "a time such as 500ms or 30s, from 1 ms", text -> {
            Matcher time = TIME.matcher(text);
            return Optional.of(time)
                    .filter(Matcher::matches)
                    .map(matcher -> Long.parseLong(matcher.group(1)))
                    .filter(count -> count > 0)
                    .map(count -> time.group(2).equals("s") ? Duration.ofSeconds(count) : Duration.ofMillis(count));
        });
    }

    private static Optional<Set<String>> buckets(Map<String, String> left) {
        return value(
                left,
                "buckets",
                "names with commas between them, in which %2C stands for a comma and %25 for a percent sign",
                text -> Optional.of(words(text)
                        .map(name -> URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8))
                        .collect(Collectors.toSet())));
    }

    private static AccessRules access(Map<String, String> left) {
        Map<Integer, Map<String, String>> rules = new TreeMap<>();
        for (String key : left.keySet().toArray(String[]::new)) {
            Matcher rule = RULE.matcher(key);
            if (rule.matches()) {
                Map<String, String> patterns =
                        rules.computeIfAbsent(Integer.parseInt(rule.group(1)), number -> new TreeMap<>());
                if (!rule.group(2).equals("allow")) {
                    patterns.put(
                            rule.group(2), Optional.ofNullable(left.remove(key)).orElse(""));
                }
            }
        }
        if (rules.isEmpty()) {
            return AccessRules.ALLOW_ALL;
        }
        return new AccessRules(rules.entrySet().stream()
                .map(rule -> rule(left, rule.getKey(), rule.getValue()))
                .toList());
    }

    private static AccessRules.Rule rule(Map<String, String> left, int number, Map<String, String> patterns) {
        String key = "access." + number + ".allow";
        Set<Verb> verbs = value(
                        left,
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

    private static RedisOptions redis(Map<String, String> left) {
        Map<String, String> named = new TreeMap<>();
        for (String key : left.keySet().toArray(String[]::new)) {
            if (key.startsWith("redis.")) {
                named.put(
                        key.substring("redis.".length()),
                        Optional.ofNullable(left.remove(key)).orElse(""));
            }
        }
        return RedisOptions.DEFAULT.with(named);
    }

    /** The value of a key, if it is there, as what {@code parse} makes of it: nothing or an exception if it is not allowed. */
    private static <T> Optional<T> value(
            Map<String, String> left, String key, String allowed, Function<String, Optional<T>> parse) {
        String text = left.remove(key);
        if (text == null) {
            return Optional.empty();
        }
        try {
            Optional<T> value = parse.apply(text);
            if (value.isPresent()) {
                return value;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new IllegalArgumentException(key + " is '" + text + "', it has to be " + allowed);
    }
}
