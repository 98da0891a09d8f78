package dev.wit4j.parser.binary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.parser.print.WitPrinter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Damaged packages are refused or read, and what was read can be printed and written again. */
class EncodingFuzzTest {
    private static final Path CASES = Path.of(System.getProperty("wit4j.corpus"), "wit-print");
    private static final int ROUNDS_PER_CASE = 1500;

    @Test
    void damagedBinaryIsRefusedOrRead() throws IOException, InvalidPackageException {
        Random random = new Random(20260801);
        int refused = 0;
        int read = 0;
        for (byte[] seed : binaries()) {
            for (int round = 0; round < ROUNDS_PER_CASE; round++) {
                byte[] damaged = damage(seed, random);
                try {
                    use(WitBinary.decode(damaged));
                    read++;
                } catch (InvalidPackageException e) {
                    assertThat(e.getMessage()).isNotBlank();
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(1000);
        assertThat(read).isGreaterThan(100);
    }

    @Test
    void damagedTextIsRefusedOrRead() throws IOException {
        Random random = new Random(20260802);
        int refused = 0;
        for (String seed : texts()) {
            for (int round = 0; round < ROUNDS_PER_CASE / 10; round++) {
                String damaged = damage(seed, random);
                try {
                    use(WitBinary.decodeText(damaged));
                } catch (InvalidPackageException e) {
                    assertThat(e.getMessage()).isNotBlank();
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    private static void use(DecodedPackage decoded) {
        assertThat(new WitPrinter().printAll(decoded.resolve(), decoded.main())).contains("package ");
        assertThat(WitBinary.encode(decoded.resolve(), decoded.main())).isNotEmpty();
    }

    private static byte[] damage(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes[at] = bytes[random.nextInt(bytes.length)];
                default -> {
                    int length = Math.min(random.nextInt(20), bytes.length - at);
                    System.arraycopy(seed, random.nextInt(seed.length - length + 1), bytes, at, length);
                }
            }
        }
        return random.nextInt(10) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private static String damage(String seed, Random random) {
        int from = random.nextInt(seed.length());
        int to = Math.min(seed.length(), from + random.nextInt(30));
        String piece = seed.substring(from, to);
        int at = random.nextInt(seed.length());
        return random.nextBoolean()
                ? seed.substring(0, from) + seed.substring(to)
                : seed.substring(0, at) + piece + seed.substring(at);
    }

    private static List<byte[]> binaries() throws IOException, InvalidPackageException {
        List<byte[]> binaries = new ArrayList<>();
        for (String text : texts()) {
            binaries.add(BinaryWriter.write(WatReader.read(text)));
        }
        return binaries;
    }

    private static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(CASES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".wat"))
                    .filter(path -> !path.endsWith("single-named-result.wat"))
                    .sorted()
                    .toList()) {
                texts.add(Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return texts;
    }
}
