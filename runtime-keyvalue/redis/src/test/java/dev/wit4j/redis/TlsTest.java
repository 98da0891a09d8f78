package dev.wit4j.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.StorageException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that speaks TLS and wants to see a certificate of its clients. */
class TlsTest {
    private static final String PASSWORD = "password";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aServerIsTrustedByTheCertificatesThatAreGivenAndByNoOthers() throws Exception {
        RedisTls.Store own = certificate();
        int port = freePort();
        try (RedisServer server = RedisServer.start(
                RedisBinary.preferred(),
                "tls-port " + port,
                "tls-cert-file " + folder.resolve("certificate.pem"),
                "tls-key-file " + folder.resolve("key.pem"),
                "tls-ca-cert-file " + folder.resolve("certificate.pem"))) {
            assertThat(server.isRunning()).isTrue();
            URI uri = URI.create("rediss://127.0.0.1:" + port);
            RedisOptions hasty = RedisOptions.DEFAULT.withRetryFor(Duration.ZERO);

            RedisTls both = new RedisTls(Optional.of(own), Optional.of(own));
            try (RedisStorage storage = RedisStorage.connect(uri, hasty.withTls(both))) {
                storage.buckets().apply(new Effect.Put("b", "k", Bytes.utf8("v"), OptionalLong.empty()));
                assertThat(storage.buckets().get("b", "k")).contains(Bytes.utf8("v"));
            }
            assertThatThrownBy(() -> RedisStorage.connect(uri, hasty)).isInstanceOf(StorageException.class);
            RedisTls nothingOwn = new RedisTls(Optional.of(own), Optional.empty());
            assertThatThrownBy(() -> RedisStorage.connect(uri, hasty.withTls(nothingOwn)))
                    .isInstanceOf(StorageException.class);
        }
    }

    /** A certificate that signs itself, for both sides: in PKCS 12 for Java and in PEM for the server. */
    private RedisTls.Store certificate() throws Exception {
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

    private void pem(String name, String kind, byte[] content) throws Exception {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        Files.writeString(
                folder.resolve(name), "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n");
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
