package sample;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedKeyValueServiceTest extends DurableKeyValueServiceContract {
    @TempDir
    Path folder;

    @Override
    String store() {
        return "file:" + folder.resolve("one");
    }

    @Override
    String otherStore() {
        return "file:" + folder.resolve("two");
    }
}
