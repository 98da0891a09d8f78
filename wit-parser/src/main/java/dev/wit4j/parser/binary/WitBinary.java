package dev.wit4j.parser.binary;

import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.Resolve;

/**
 * Reads and writes WIT packages in the form of WebAssembly components, which is what registries hand out. Stateless.
 */
public final class WitBinary {
    private WitBinary() {}

    /** Whether {@code bytes} begin as the binary format does, whatever follows. */
    public static boolean isBinary(byte[] bytes) {
        return bytes.length >= 4 && bytes[0] == 0 && bytes[1] == 'a' && bytes[2] == 's' && bytes[3] == 'm';
    }

    /** Whether {@code text} begins as the text format of WebAssembly does, which WIT never does. */
    public static boolean isWebAssemblyText(String text) {
        return SExpressionReader.startsWithList(text);
    }

    /**
     * Reads a package from the binary format.
     *
     * @throws InvalidPackageException if {@code bytes} encode no WIT package
     */
    public static DecodedPackage decode(byte[] bytes) throws InvalidPackageException {
        return PackageDecoder.decode(BinaryReader.read(bytes));
    }

    /**
     * Reads a package from the text format of WebAssembly, of which it knows what component types need.
     *
     * @throws InvalidPackageException if {@code text} encodes no WIT package
     */
    public static DecodedPackage decodeText(String text) throws InvalidPackageException {
        return PackageDecoder.decode(WatReader.read(text));
    }

    /**
     * Writes one package to the binary format. Other packages are in it as far as the package mentions them.
     *
     * @param resolve a model; resources, records and the like that it holds must have names, as those that were parsed have
     * @param id the package
     */
    public static byte[] encode(Resolve resolve, PackageId id) {
        return BinaryWriter.write(PackageEncoder.encode(resolve, id));
    }
}
