package dev.wit4j.host;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedKeyValueTest extends KeyValueContract {
    @TempDir
    Path folder;

    @Override
    String store() {
        return "file:" + folder;
    }
}
