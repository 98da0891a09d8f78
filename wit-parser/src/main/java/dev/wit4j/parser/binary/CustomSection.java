package dev.wit4j.parser.binary;

import java.util.Arrays;

/** A custom section: bytes under a name. */
record CustomSection(String name, byte[] data) {
    @Override
    public boolean equals(Object other) {
        return other instanceof CustomSection section && name.equals(section.name) && Arrays.equals(data, section.data);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(data);
    }

    @Override
    public String toString() {
        return name + ": " + data.length + " bytes";
    }
}
