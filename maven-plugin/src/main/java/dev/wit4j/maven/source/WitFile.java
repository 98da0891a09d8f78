package dev.wit4j.maven.source;

import java.util.Arrays;

/** A file that was read. Immutable as long as nobody writes into its bytes. */
public final class WitFile {
    private final String name;
    private final String location;
    private final byte[] contents;

    /**
     * @param name the name below its folder or archive, segments separated by {@code /}
     * @param location what messages call it: its path, or {@code jar!/name}
     * @param contents its bytes
     */
    WitFile(String name, String location, byte[] contents) {
        this.name = name;
        this.location = location;
        this.contents = contents;
    }

    /** The name below its folder or archive, segments separated by {@code /}. */
    public String name() {
        return name;
    }

    /** What messages call it. */
    public String location() {
        return location;
    }

    /** Its bytes, not to be written into. */
    public byte[] contents() {
        return contents;
    }

    /** The last segment of the name. */
    public String fileName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** Whether both have the same bytes. */
    public boolean sameContents(WitFile other) {
        return Arrays.equals(contents, other.contents);
    }

    @Override
    public String toString() {
        return location;
    }
}
