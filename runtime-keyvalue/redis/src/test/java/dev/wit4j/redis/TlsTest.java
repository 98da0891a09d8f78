package dev.wit4j.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.StorageException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that speak TLS and want to see a certificate of their clients. */
class TlsTest {
    private static final String PASSWORD = "password";
    private static final RedisOptions HASTY = RedisOptions.DEFAULT.withRetryFor(Duration.ZERO);

    @TempDir
    private static Path folder = Path.of("");

    private static RedisTls.Store own = new RedisTls.Store(folder, PASSWORD);
    private static RedisOptions both = HASTY;

    @BeforeAll
    static void makeCertificate() throws Exception {
        own = certificate();
        both = HASTY.withTls(RedisTls.DEFAULT.withTrusted(own).withOwn(own));
    }

    private static String[] tls(String... others) {
        return Stream.concat(
                        Stream.of(
                                "tls-cert-file " + folder.resolve("certificate.pem"),
                                "tls-key-file " + folder.resolve("key.pem"),
                                "tls-ca-cert-file " + folder.resolve("certificate.pem")),
                        Stream.of(others))
                .toArray(String[]::new);
    }

    private static void connectAndWrite(String uri, RedisOptions options) {
        try (RedisStorage storage = RedisStorage.connect(URI.create(uri), options)) {
            storage.buckets().apply(new Effect.Put("b", "k", Bytes.utf8("v"), OptionalLong.empty()));
            assertThat(storage.buckets().get("b", "k")).contains(Bytes.utf8("v"));
        }
    }

    @Test
    void aServerIsTrustedByTheCertificatesThatAreGivenAndByNoOthers() throws Exception {
        int port = RedisServer.freePort();
        try (RedisServer server = RedisServer.start(RedisBinary.preferred(), tls("tls-port " + port))) {
            assertThat(server.isRunning()).isTrue();
            String uri = "rediss://127.0.0.1:" + port;

            connectAndWrite(uri, both);
            connectAndWrite(
                    uri + "?truststore=" + own.file() + "&truststore-password=" + PASSWORD + "&keystore=" + own.file()
                            + "&keystore-password=" + PASSWORD,
                    HASTY);
            assertThatThrownBy(() -> connectAndWrite(uri, HASTY)).isInstanceOf(StorageException.class);
            RedisOptions nothingOwn = HASTY.withTls(RedisTls.DEFAULT.withTrusted(own));
            assertThatThrownBy(() -> connectAndWrite(uri, nothingOwn)).isInstanceOf(StorageException.class);
        }
    }

    @Test
    void theNodesOfACluster() throws Exception {
        List<Integer> ports = List.of(RedisServer.freePort(), RedisServer.freePort(), RedisServer.freePort());
        try (RedisCluster cluster = RedisCluster.startTls(RedisBinary.preferred(), ports, tls())) {
            String uri = "rediss-cluster://127.0.0.1:" + ports.get(0);

            connectAndWrite(uri, both);
            try (RedisStorage storage = RedisStorage.connect(URI.create(uri), both)) {
                assertThat(storage.redis().topology().masters())
                        .extracting(server -> server.address().getPort())
                        .containsExactlyInAnyOrderElementsOf(ports);
            }
            assertThatThrownBy(() -> connectAndWrite(uri, HASTY))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("unable to find valid certification path");
            assertThat(cluster.servers()).allMatch(RedisServer::isRunning);
        }
    }

    @Test
    void sentinelsAndTheMasterThatTheyName() throws Exception {
        int port = RedisServer.freePort();
        int sentinelPort = RedisServer.freePort();
        try (RedisServer master = RedisServer.start(RedisBinary.preferred(), tls("tls-port " + port));
                RedisServer sentinel = RedisServer.startSentinel(
                        RedisBinary.preferred(),
                        "main",
                        port,
                        1,
                        tls("tls-replication yes", "tls-port " + sentinelPort))) {
            String uri = "rediss-sentinel://127.0.0.1:" + sentinelPort + "?master=main";

            connectAndWrite(uri, both);
            assertThatThrownBy(() -> connectAndWrite(uri, HASTY))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("unable to find valid certification path");
            assertThat(List.of(master, sentinel)).allMatch(RedisServer::isRunning);
        }
    }

    @Test
    void aStoreOfCertificatesThatCannotBeReadIsNamed() throws Exception {
        Path missing = folder.resolve("missing.p12");
        RedisOptions noFile = HASTY.withTls(RedisTls.DEFAULT.withTrusted(new RedisTls.Store(missing, PASSWORD)));
        RedisOptions wrongPassword = HASTY.withTls(RedisTls.DEFAULT.withOwn(new RedisTls.Store(own.file(), "wrong")));

        assertThatThrownBy(() -> connectAndWrite("rediss://127.0.0.1", noFile))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the truststore " + missing + " is no PKCS 12 file");
        assertThatThrownBy(() -> connectAndWrite("rediss://127.0.0.1", wrongPassword))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the keystore " + own.file())
                .hasMessageContaining("password was incorrect");
    }

    @Test
    void certificatesAreNotForgottenWhereTheUriIsOneWithoutTls() {
        assertThatThrownBy(() -> connectAndWrite("redis://127.0.0.1", both))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("write rediss instead of redis");
    }

    /** A certificate that signs itself, for both sides: in PKCS 12 for Java and in PEM for the server. */
    private static RedisTls.Store certificate() throws Exception {
        Path file = folder.resolve("store.p12");
        List<String> command = List.of(
                System.getProperty("java.home") + "/bin/keytool",
                "-genkeypair",
                "-alias",
                "redis",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=redis",
                "-ext",
                "san=ip:127.0.0.1",
                "-ext",
                "bc=ca:true",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD);
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
        // To be trusted, a certificate stands in a store for itself.
        KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        store.setCertificateEntry("trusted", store.getCertificate("redis"));
        try (var out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        pem("certificate.pem", "CERTIFICATE", store.getCertificate("redis").getEncoded());
        pem(
                "key.pem",
                "PRIVATE KEY",
                store.getKey("redis", PASSWORD.toCharArray()).getEncoded());
        return new RedisTls.Store(file, PASSWORD);
    }

    private static void pem(String name, String kind, byte[] content) throws Exception {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        Files.writeString(
                folder.resolve(name), "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n");
    }
}
