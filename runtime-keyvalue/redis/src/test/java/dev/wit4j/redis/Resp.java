package dev.wit4j.redis;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Cuts the protocol of Redis into messages, without looking into them. */
final class Resp {
    private Resp() {}

    /** The next message as it is; nothing at the end of the stream. */
    static byte[] read(InputStream in) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        copy(in, message);
        return message.toByteArray();
    }

    private static void copy(InputStream in, ByteArrayOutputStream to) throws IOException {
        String line = line(in, to);
        if (line.startsWith("$") && !line.startsWith("$-")) {
            to.write(in.readNBytes(Integer.parseInt(line.substring(1)) + 2));
        } else if (line.startsWith("*")) {
            for (int left = Integer.parseInt(line.substring(1)); left > 0; left--) {
                copy(in, to);
            }
        }
    }

    private static String line(InputStream in, ByteArrayOutputStream to) throws IOException {
        StringBuilder line = new StringBuilder();
        int each = in.read();
        while (each >= 0 && each != '\n') {
            to.write(each);
            line.append((char) each);
            each = in.read();
        }
        if (each >= 0) {
            to.write(each);
        }
        return line.toString().strip();
    }
}
