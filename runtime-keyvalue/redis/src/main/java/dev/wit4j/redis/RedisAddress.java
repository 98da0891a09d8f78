package dev.wit4j.redis;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;

/**
 * What a URI says about where Redis is.
 *
 * @param kind what is there
 * @param tls whether to speak TLS
 * @param hosts where: one server, or some of the sentinels or of the cluster's nodes
 * @param user for ACL; empty for the default user
 * @param password empty for none
 * @param database the index
 * @param master the name under which sentinels know it
 */
record RedisAddress(
        Kind kind,
        boolean tls,
        List<HostAndPort> hosts,
        Optional<String> user,
        Optional<String> password,
        int database,
        Optional<String> master) {
    private static final Map<Kind, Integer> PORTS = Map.of(Kind.SERVER, 6379, Kind.SENTINEL, 26379, Kind.CLUSTER, 6379);

    private static final String FORM =
            "it has the form redis://[user:password@]host[:port][/database], with rediss for TLS, and redis-cluster or"
                    + " redis-sentinel for several host:port with commas between them, the latter with"
                    + " ?master=name behind it";

    /** What is at an address. */
    enum Kind {
        SERVER,
        SENTINEL,
        CLUSTER
    }

    /**
     * The address that {@code uri} is.
     *
     * @throws IllegalArgumentException if it is none; the message says what is wrong, without the password
     */
    static RedisAddress parse(URI uri) {
        String scheme = Optional.ofNullable(uri.getScheme()).orElse("");
        boolean tls = scheme.startsWith("rediss");
        Kind kind = switch (scheme.replaceFirst("^rediss", "redis")) {
            case "redis" -> Kind.SERVER;
            case "redis-sentinel" -> Kind.SENTINEL;
            case "redis-cluster" -> Kind.CLUSTER;
            default -> throw new IllegalArgumentException("'" + scheme + "' is no scheme of a Redis URI: " + FORM);
        };
        String authority = Optional.ofNullable(uri.getRawAuthority())
                .orElseThrow(() -> new IllegalArgumentException("a Redis URI names no host: " + FORM));
        int at = authority.lastIndexOf('@');
        List<HostAndPort> hosts = hosts(authority.substring(at + 1), kind);
        if (kind == Kind.SERVER && hosts.size() > 1) {
            throw new IllegalArgumentException("a Redis URI for one server names several: " + FORM);
        }
        String[] credentials =
                at < 0 ? new String[0] : authority.substring(0, at).split(":", 2);
        return new RedisAddress(
                kind,
                tls,
                hosts,
                Optional.of(credentials)
                        .filter(c -> c.length == 2 && !c[0].isEmpty())
                        .map(c -> decode(c[0])),
                Optional.of(credentials).filter(c -> c.length > 0).map(c -> decode(c[c.length - 1])),
                database(uri, kind),
                master(uri, kind));
    }

    private static List<HostAndPort> hosts(String list, Kind kind) {
        return Arrays.stream(list.split(",")).map(host -> host(host, kind)).toList();
    }

    private static HostAndPort host(String text, Kind kind) {
        int colon = text.endsWith("]") ? -1 : text.lastIndexOf(':');
        String host = colon < 0 ? text : text.substring(0, colon);
        try {
            int port = colon < 0 ? PORTS.getOrDefault(kind, 6379) : Integer.parseInt(text.substring(colon + 1));
            if (!host.isEmpty() && port > 0 && port < 65536) {
                return new HostAndPort(host.startsWith("[") ? host.substring(1, host.length() - 1) : host, port);
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException("'" + text + "' in a Redis URI is no host and port: " + FORM);
    }

    private static int database(URI uri, Kind kind) {
        String path = Optional.ofNullable(uri.getPath()).orElse("").replaceFirst("^/", "");
        if (path.isEmpty()) {
            return 0;
        }
        if (!path.matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("'" + path + "' in a Redis URI is no index of a database: " + FORM);
        }
        if (kind == Kind.CLUSTER && Integer.parseInt(path) != 0) {
            throw new IllegalArgumentException("a cluster has no database " + path + ", only 0");
        }
        return Integer.parseInt(path);
    }

    private static Optional<String> master(URI uri, Kind kind) {
        String query = Optional.ofNullable(uri.getRawQuery()).orElse("");
        Optional<String> master = Arrays.stream(query.split("&"))
                .filter(part -> part.startsWith("master="))
                .map(part -> decode(part.substring("master=".length())))
                .findFirst();
        if (kind == Kind.SENTINEL && master.isEmpty()) {
            throw new IllegalArgumentException("a Redis URI for Sentinel names no master: " + FORM);
        }
        return master;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** How connections to the servers of data are made. */
    JedisClientConfig config(RedisOptions options) {
        DefaultJedisClientConfig.Builder config = plainConfig(options).database(database);
        user.ifPresent(config::user);
        password.ifPresent(config::password);
        return config.build();
    }

    /** How connections to sentinels are made: they have their own users, and ours means nothing to them. */
    JedisClientConfig sentinelConfig(RedisOptions options) {
        DefaultJedisClientConfig.Builder config = plainConfig(options);
        options.sentinels().user().ifPresent(config::user);
        options.sentinels().password().ifPresent(config::password);
        return config.build();
    }

    private DefaultJedisClientConfig.Builder plainConfig(RedisOptions options) {
        DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder()
                .resp2()
                .connectionTimeoutMillis(
                        Math.toIntExact(options.connectTimeout().toMillis()))
                .socketTimeoutMillis(Math.toIntExact(options.replyTimeout().toMillis()))
                .clientName("wit4j");
        if (tls) {
            return config.sslOptions(sslOptions(options.tls()));
        }
        if (!options.tls().equals(RedisTls.DEFAULT)) {
            throw new IllegalArgumentException(
                    "there are certificates for TLS, and the URI is one without: write rediss instead of redis");
        }
        return config;
    }

    private static SslOptions sslOptions(RedisTls tls) {
        SslOptions.Builder ssl = SslOptions.builder()
                .keyStoreType("PKCS12")
                .trustStoreType("PKCS12")
                .sslVerifyMode(SslVerifyMode.FULL);
        tls.trusted().ifPresent(store -> {
            store.check("truststore");
            ssl.truststore(store.file().toFile(), store.password().toCharArray());
        });
        tls.own().ifPresent(store -> {
            store.check("keystore");
            ssl.keystore(store.file().toFile(), store.password().toCharArray());
        });
        return ssl.build();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + " " + hosts + (database == 0 ? "" : "/" + database);
    }
}
