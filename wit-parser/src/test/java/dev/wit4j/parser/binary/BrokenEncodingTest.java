package dev.wit4j.parser.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** What is wrong with an encoded package is said, and no input costs more than its size is worth. */
class BrokenEncodingTest {
    private static final byte[] HEADER = {0, 'a', 's', 'm', 0x0d, 0, 1, 0};

    private static AbstractThrowableAssert<?, ?> decoding(byte[] bytes) {
        return assertThatThrownBy(() -> WitBinary.decode(bytes)).isInstanceOf(InvalidPackageException.class);
    }

    private static AbstractThrowableAssert<?, ?> decodingText(String text) {
        return assertThatThrownBy(() -> WitBinary.decodeText(text)).isInstanceOf(InvalidPackageException.class);
    }

    private static byte[] component(int... rest) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(HEADER);
        for (int b : rest) {
            bytes.write(b);
        }
        return bytes.toByteArray();
    }

    private static byte[] packageWith(List<Declaration> declarations) {
        List<Declaration> top = List.of(
                new Declaration.DefineType(new TypeDefinition.Component(declarations)),
                new Declaration.ExportType(ExternName.of("i"), 0));
        return BinaryWriter.write(new ComponentTree(top, List.of()));
    }

    @Test
    void aCoreModuleIsToldApart() {
        decoding(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0}).hasMessageContaining("core WebAssembly module");
    }

    @Test
    void aComponentWithCodeIsToldApart() {
        decoding(component(1, 1, 0)).hasMessageContaining("component with code");
    }

    @Test
    void aLengthBeyondTheEndIsRefusedBeforeAnythingIsMadeForIt() {
        decoding(component(7, 0xff, 0xff, 0xff, 0xff, 0x07)).hasMessageContaining("beyond the end");
        decoding(component(7, 6, 0xff, 0xff, 0xff, 0xff, 0x07, 0)).hasMessageContaining("larger than the rest");
    }

    @Test
    void aCutPackageSaysWhereItEnds() {
        decoding(component(7)).hasMessageContaining("unexpected end").hasMessageContaining("0x9");
    }

    @Test
    void typesThatNestWithoutEndAreRefused() {
        TypeDefinition type = new TypeDefinition.Component(List.of());
        for (int i = 0; i < 200; i++) {
            type = new TypeDefinition.Component(List.of(new Declaration.DefineType(type)));
        }
        decoding(BinaryWriter.write(new ComponentTree(List.of(new Declaration.DefineType(type)), List.of())))
                .hasMessageContaining("deeper than 100");
        decodingText("(".repeat(100_000)).hasMessageContaining("deeper than");
    }

    @Test
    void instancesThatDoubleAtEachLevelAreRefusedEarly() {
        List<Declaration> declarations = new ArrayList<>();
        declarations.add(new Declaration.DefineType(new TypeDefinition.Instance(List.of())));
        for (int level = 0; level < 60; level++) {
            declarations.add(new Declaration.DefineType(new TypeDefinition.Instance(List.of(
                    new Declaration.AliasOuter(1, level),
                    new Declaration.Export(ExternName.of("a"), new ExternType.Instance(0)),
                    new Declaration.Export(ExternName.of("b"), new ExternType.Instance(0))))));
        }
        declarations.add(new Declaration.Export(ExternName.of("a:b/i"), new ExternType.Instance(60)));
        decoding(packageWith(declarations)).hasMessageContaining("more than 1000000 things");
    }

    @Test
    void aTypeWhoseTextWouldDoubleAtEachLevelIsRefusedEarly() {
        List<Declaration> inner = new ArrayList<>();
        inner.add(new Declaration.DefineType(
                new TypeDefinition.List(new ValueType.Primitive(dev.wit4j.parser.model.PrimitiveType.U8))));
        for (int level = 0; level < 40; level++) {
            ValueType below = new ValueType.Index(level);
            inner.add(new Declaration.DefineType(new TypeDefinition.Tuple(List.of(below, below))));
        }
        inner.add(new Declaration.DefineType(
                new TypeDefinition.Func(false, List.of(), Optional.of(new ValueType.Index(40)))));
        inner.add(new Declaration.Export(ExternName.of("f"), new ExternType.Func(41)));
        decoding(packageWith(List.of(
                        new Declaration.DefineType(new TypeDefinition.Instance(inner)),
                        new Declaration.Export(ExternName.of("a:b/i"), new ExternType.Instance(0)))))
                .hasMessageContaining("too large");
    }

    @Test
    void aTypeThatNestsAsDeepAsATextMayIsRead() throws InvalidPackageException {
        List<Declaration> inner = new ArrayList<>();
        inner.add(new Declaration.DefineType(
                new TypeDefinition.List(new ValueType.Primitive(dev.wit4j.parser.model.PrimitiveType.U8))));
        for (int level = 0; level < 98; level++) {
            inner.add(new Declaration.DefineType(new TypeDefinition.List(new ValueType.Index(level))));
        }
        inner.add(new Declaration.DefineType(
                new TypeDefinition.Func(false, List.of(), Optional.of(new ValueType.Index(98)))));
        inner.add(new Declaration.Export(ExternName.of("f"), new ExternType.Func(99)));
        DecodedPackage decoded = WitBinary.decode(packageWith(List.of(
                new Declaration.DefineType(new TypeDefinition.Instance(inner)),
                new Declaration.Export(ExternName.of("a:b/i"), new ExternType.Instance(0)))));
        assertThat(decoded.resolve().types()).hasSize(99);
    }

    @Test
    void aReferenceToNothingIsRefused() {
        decoding(packageWith(List.of(new Declaration.Export(ExternName.of("a:b/i"), new ExternType.Instance(7)))))
                .hasMessageContaining("type 7 is not defined");
        decodingText("(component (export \"x\" (type $x)))").hasMessageContaining("unknown type $x");
    }

    @Test
    void namesThatWitCannotWriteAreRefused() {
        decodingText("(component (type (component (export \"a:b/I i\" (instance)))) (export \"x\" (type 0)))")
                .hasMessageContaining("`I i` is no kebab-case name");
        decodingText("(component (type (component (export \"a:b/i@1.x\" (instance)))) (export \"x\" (type 0)))")
                .hasMessageContaining("`1.x` is no semantic version");
    }

    @Test
    void textSaysLineAndColumn() {
        decodingText("(component\n  (instance))").hasMessageContaining("line 2, column 3");
        decodingText("(component (; (; ;)").hasMessageContaining("never closed");
        decodingText("(component \"").hasMessageContaining("never closed");
    }

    @Test
    void metadataAboutSomethingElseIsRefused() {
        decodingText("(component (type (component (export \"a:b/i\" (instance)))) (export \"i\" (type 0))"
                        + "(@custom \"package-docs\" \"\\01{\\\"interfaces\\\":{\\\"j\\\":{}}}\"))")
                .hasMessageContaining("interface `j`, which is not in the package");
    }

    @Test
    void bothFormsOfTheEncodingAreRead() throws InvalidPackageException {
        DecodedPackage first =
                WitBinary.decodeText("(component (type (component (export \"a:b/i\" (instance)) (type (component)) "
                        + "(export \"a:b/w\" (component (type 1))))) (export \"a:b/wit\" (type 0)))");
        assertThat(first.resolve().pkg(first.main()).interfaces()).containsOnlyKeys("i");
        assertThat(first.resolve().pkg(first.main()).worlds()).containsOnlyKeys("w");
    }
}
