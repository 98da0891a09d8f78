package dev.wit4j.redis;

import dev.wit4j.journal.StorageException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a worker means to do on other slots than its own, as its journal holds it: enough for whoever claims it next to do it.
 *
 * @param parts one for each slot
 */
record Intent(List<Part> parts) {
    private static final int FORMAT = 1;

    /**
     * What is to be done on one slot.
     *
     * @param place the name of the shard or mailbox
     * @param registers the key of the registers there
     * @param expected what the worker's register has; nothing if there is none
     * @param effect what to do
     */
    record Part(String place, byte[] registers, byte[] expected, EffectCall effect) {
        /** The digest by which the register knows the effect. */
        byte[] digest() {
            try {
                return MessageDigest.getInstance("SHA-256").digest(encode(List.of(this)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }

    byte[] encode() {
        return encode(parts);
    }

    private static byte[] encode(List<Part> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream data = new DataOutputStream(bytes)) {
            data.writeByte(FORMAT);
            data.writeInt(parts.size());
            for (Part part : parts) {
                write(data, Redis.bytes(part.place()));
                write(data, part.registers());
                write(data, part.expected());
                write(data, part.effect().parts().stream().map(Redis::bytes).toList());
                write(data, part.effect().keys());
                write(data, part.effect().arguments());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream data, List<byte[]> list) throws IOException {
        data.writeInt(list.size());
        for (byte[] each : list) {
            write(data, each);
        }
    }

    private static void write(DataOutputStream data, byte[] bytes) throws IOException {
        data.writeInt(bytes.length);
        data.write(bytes);
    }

    /**
     * The intent that {@code encoded} is.
     *
     * @throws StorageException if it is none
     */
    static Intent decode(byte[] encoded) {
        try (DataInputStream data = new DataInputStream(new ByteArrayInputStream(encoded))) {
            int format = data.readByte();
            if (format != FORMAT) {
                throw new StorageException(
                        "an intent in Redis has the format " + format + ", this version reads " + FORMAT);
            }
            List<Part> parts = new ArrayList<>();
            for (int left = data.readInt(); left > 0; left--) {
                String place = Redis.text(read(data));
                byte[] registers = read(data);
                byte[] expected = read(data);
                List<String> scripts = readList(data).stream().map(Redis::text).toList();
                parts.add(
                        new Part(place, registers, expected, new EffectCall(scripts, readList(data), readList(data))));
            }
            return new Intent(List.copyOf(parts));
        } catch (IOException | IllegalArgumentException e) {
            throw new StorageException("an intent in Redis is damaged", e);
        }
    }

    private static List<byte[]> readList(DataInputStream data) throws IOException {
        List<byte[]> list = new ArrayList<>();
        for (int left = data.readInt(); left > 0; left--) {
            list.add(read(data));
        }
        return list;
    }

    private static byte[] read(DataInputStream data) throws IOException {
        int length = data.readInt();
        byte[] bytes = length < 0 ? new byte[0] : data.readNBytes(length);
        if (bytes.length != length) {
            throw new IllegalArgumentException("it ends too early");
        }
        return bytes;
    }
}
