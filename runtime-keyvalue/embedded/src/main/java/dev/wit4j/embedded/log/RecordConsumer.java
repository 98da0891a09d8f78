package dev.wit4j.embedded.log;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Takes records as they are read from a log. */
public interface RecordConsumer {
    /** A record; its bytes are from their position to their limit, and the consumer's to keep. */
    void accept(Position position, ByteBuffer bytes) throws IOException;
}
