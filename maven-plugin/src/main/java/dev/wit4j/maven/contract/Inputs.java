package dev.wit4j.maven.contract;

import dev.wit4j.maven.report.InvalidInputException;
import dev.wit4j.maven.source.WitFile;
import dev.wit4j.maven.source.WitGroup;
import dev.wit4j.parser.PackageInput;
import dev.wit4j.parser.binary.WitBinary;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Files as the parser takes them. */
final class Inputs {
    private Inputs() {}

    /** What the parser reads for a group: text, or one encoded package. */
    static PackageInput of(WitGroup group) throws InvalidInputException {
        WitFile first = group.files().get(0);
        if (WitBinary.isBinary(first.contents())) {
            return new PackageInput.Encoded(first.location(), first.contents());
        }
        List<PackageInput.File> texts = new ArrayList<>();
        for (WitFile file : group.files()) {
            texts.add(new PackageInput.File(file.location(), decode(file)));
        }
        return WitBinary.isWebAssemblyText(texts.get(0).text())
                ? new PackageInput.Encoded(first.location(), first.contents())
                : new PackageInput.Text(group.name(), texts);
    }

    private static String decode(WitFile file) throws InvalidInputException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.contents()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidInputException(file + " is no text in UTF-8, which WIT always is: convert it");
        }
    }
}
