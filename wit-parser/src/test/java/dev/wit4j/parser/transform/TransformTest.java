package dev.wit4j.parser.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.parser.PackageInput;
import dev.wit4j.parser.ParseOptions;
import dev.wit4j.parser.ParseResult;
import dev.wit4j.parser.WitParser;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.model.WorldItem;
import dev.wit4j.parser.model.WorldKey;
import dev.wit4j.parser.print.WitPrinter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransformTest {
    private static final WorldId FIRST = new WorldId(0);

    private static Resolve parse(String text) {
        ParseResult result = new WitParser(ParseOptions.DEFAULT).parse(PackageInput.Text.of("a.wit", text), List.of());
        assertThat(result.diagnostics()).isEmpty();
        return result.resolve().orElseThrow();
    }

    private static String print(Resolve resolve) {
        return new WitPrinter().print(resolve, new PackageId(resolve.packages().size() - 1));
    }

    @Test
    void importizeImportsTheExportsAndWhatTheyNeed() throws TransformException {
        Resolve resolve = parse("""
                package a:b;
                interface types { resource r; }
                interface api { use types.{r}; get: func() -> r; }
                interface other { f: func(); }
                world w { import other; export api; export run: func(); }
                """);
        assertThat(print(Importize.apply(resolve, FIRST, Optional.empty()))).endsWith("""
                world w-importized {
                  import types;
                  import api;
                  import run: func();
                }
                """);
    }

    @Test
    void importizeRefusesAnExportThatHasTheNameOfAType() {
        Resolve resolve = parse("package a:b; world w { type t = u32; export t: func(); }");
        assertThatThrownBy(() -> Importize.apply(resolve, FIRST, Optional.empty()))
                .isInstanceOf(TransformException.class)
                .hasMessageContaining("`t`");
    }

    @Test
    void exportizeTurnsOnlyWhatIsAskedForAndKeepsWhatThatNeeds() throws TransformException {
        Resolve resolve = parse("""
                package a:b;
                interface types { resource r; }
                interface api { use types.{r}; get: func() -> r; }
                world w { import api; export run: func(); }
                """);
        assertThat(print(Exportize.apply(resolve, FIRST, List.of("a:b/api"), Optional.of("turned"))))
                .endsWith("""
                world turned {
                  import types;

                  export api;
                }
                """);
    }

    @Test
    void exportizeNamesAnImportThatIsNotThere() {
        Resolve resolve = parse("package a:b; world w { }");
        assertThatThrownBy(() -> Exportize.apply(resolve, FIRST, List.of("x"), Optional.empty()))
                .hasMessageContaining("imports no `x`");
    }

    @Test
    void anInterfaceOnBothSidesGetsTypesOfItsOwnOnEach() {
        Resolve resolve = parse("""
                package a:b;
                interface x { resource r; f: func() -> list<r>; }
                interface user { use x.{r}; }
                world w { import x; export x; export user; }
                """);
        Resolve nominal = NominalTypeIds.apply(resolve, FIRST);
        InterfaceId exported = exportedInterface(nominal, 0);
        InterfaceId user = exportedInterface(nominal, 1);
        assertThat(nominal.iface(exported).cloneOf()).hasValue(new InterfaceId(0));
        assertThat(nominal.iface(user).cloneOf()).hasValue(new InterfaceId(1));
        TypeId copy = nominal.iface(exported).types().get("r");
        assertThat(copy).isNotEqualTo(nominal.iface(new InterfaceId(0)).types().get("r"));
        assertThat(LiveTypes.of(nominal, user)).contains(copy);
        assertThat(nominal.packages()).isEqualTo(resolve.packages());
    }

    private static InterfaceId exportedInterface(Resolve resolve, int index) {
        var entry = List.copyOf(resolve.world(FIRST).exports().entrySet()).get(index);
        InterfaceId id = ((WorldItem.Interface) entry.getValue()).id();
        assertThat(entry.getKey()).isEqualTo(new WorldKey.Interface(id));
        return id;
    }

    @Test
    void liveTypesStandBehindWhatTheyAreMadeOf() {
        Resolve resolve = parse("""
                package a:b;
                interface i {
                  record outer { inner: option<inner> }
                  record inner { n: u8 }
                  enum unused { a }
                }
                world w { import f: func(); import g: interface { use i.{outer}; f: func(o: outer); } }
                """);
        List<String> names = LiveTypes.of(resolve, new InterfaceId(1)).stream()
                .map(id -> resolve.type(id).name().orElse("option"))
                .toList();
        assertThat(names).containsExactly("inner", "option", "outer", "outer");
    }

    @Test
    void mergingBySemverKeepsTheHighestVersionOfEachTrack() throws TransformException {
        Resolve resolve = parse("""
                package a:main;
                world w {
                  import x:y/i@1.2.0; import x:y/i@1.10.0; import x:y/i@2.0.0; import x:y/u@1.2.0;
                }
                package x:y@1.2.0 { interface i { type t = u8; } interface u { use i.{t}; } }
                package x:y@1.10.0 { interface i { type t = u8; } }
                package x:y@2.0.0 { interface i { type t = u8; } }
                """);
        WorldId world =
                WorldSelection.only(resolve, new PackageId(resolve.packages().size() - 1));
        assertThat(print(SemverMerge.apply(resolve, world))).contains("""
                world w {
                  import x:y/i@1.10.0;
                  import x:y/i@2.0.0;
                  import x:y/u@1.2.0;
                }
                """);
    }

    @Test
    void mergingBySemverRefusesVersionsThatContradictEachOther() {
        Resolve resolve = parse("""
                package a:main;
                world w { import x:y/i@1.2.0; import x:y/i@1.3.0; }
                package x:y@1.2.0 { interface i { f: func(a: u8); } }
                package x:y@1.3.0 { interface i { f: func(a: u16); } }
                """);
        assertThatThrownBy(() -> SemverMerge.apply(resolve, FIRST))
                .isInstanceOf(TransformException.class)
                .hasMessageContaining("x:y/i@1.3.0 cannot take the place of x:y/i@1.2.0")
                .hasMessageContaining("function `f` has another type for its parameter `a`");
    }

    @Test
    void aWorldThatOffersMoreAndAsksForLessIsCompatible() throws TransformException {
        Resolve resolve = parse("""
                package a:b;
                interface i { f: func(); }
                world old { import i; export run: func(); export stop: func(); }
                world new { import i; import log: func(s: string); export run: func(); }
                """);
        assertThat(SemverCheck.between(resolve, FIRST, resolve, new WorldId(1))).isEmpty();
    }

    @Test
    void whatBreaksComponentsIsNamedWithItsPlace() throws TransformException {
        Resolve old = parse("""
                package a:b@1.0.0;
                interface i { record r { x: u8, y: u8 } f: func(r: r); g: func() -> u8; }
                world w { import i; import log: func(s: string); }
                """);
        Resolve next = parse("""
                package a:b@1.1.0;
                interface i { record r { x: u8, z: u8 } f: async func(r: r); }
                world w { import i; export run: func(); }
                """);
        assertThat(SemverCheck.between(old, FIRST, next, FIRST))
                .extracting(Incompatibility::toString)
                .containsExactly(
                        "import `a:b/i`, type `r`: has `z` where it had `y`",
                        "import `a:b/i`, function `f`: has become async",
                        "import `a:b/i`, function `g`: is gone, but components made for the previous one need it",
                        "import `log`: is gone, but components made for the previous world need it",
                        "export `run`: is new, but components made for the previous world do not have it");
    }

    @Test
    void anInterfaceOfItsOwnMayHaveMoreButNotLess() throws TransformException {
        Resolve old = parse("package a:b@1.0.0; interface i { f: func(); }");
        Resolve next = parse("package a:b@1.1.0; interface i { f: func(); g: func(); }");
        var only = new InterfaceId(0);
        assertThat(SemverCheck.between(old, only, next, only)).isEmpty();
        assertThat(SemverCheck.between(next, only, old, only))
                .extracting(Incompatibility::toString)
                .containsExactly(
                        "interface `a:b/i`, function `g`: is gone, but components made for the previous one need it");
    }

    @Test
    void mergedModelsHaveWhatEitherKnows() throws TransformException {
        Resolve one = parse("package a:one; world w { import x:y/i; } package x:y { interface i { type t = u8; } }");
        Resolve two = parse("""
                package a:two;
                world w { import x:y/i; }
                package x:y { interface i { use z:z/k.{k}; type t = u8; f: func(t: t) -> list<k>; } }
                package z:z { interface k { type k = u32; } }
                """);
        Resolve merged = ResolveMerge.merge(one, two);
        assertThat(merged.packages())
                .extracting(pkg -> pkg.name().toString())
                .containsExactly("z:z", "x:y", "a:one", "a:two");
        assertThat(new WitPrinter().print(merged, new PackageId(1))).isEqualTo("""
                package x:y;

                interface i {
                  use z:z/k.{k};

                  type t = u8;

                  f: func(t: t) -> list<k>;
                }

                """);
    }

    @Test
    void modelsThatContradictEachOtherAreNotMerged() {
        Resolve one = parse("package a:b; interface i { type t = u8; }");
        Resolve two = parse("package a:b; interface i { type t = u16; }");
        assertThatThrownBy(() -> ResolveMerge.merge(one, two))
                .isInstanceOf(TransformException.class)
                .hasMessageContaining("interface a:b/i is defined twice");
    }

    @Test
    void aWorldIsFoundByAnyNameThatIsUnambiguous() throws TransformException {
        Resolve resolve = parse("""
                package a:b@1.0.0;
                world v {}
                world w {}
                """);
        PackageId main = new PackageId(0);
        assertThat(WorldSelection.named(resolve, main, "w")).isEqualTo(new WorldId(1));
        assertThat(WorldSelection.named(resolve, main, "a:b/w")).isEqualTo(new WorldId(1));
        assertThat(WorldSelection.named(resolve, main, "a:b/w@1.0.0")).isEqualTo(new WorldId(1));
        assertThatThrownBy(() -> WorldSelection.only(resolve, main)).hasMessageContaining("a:b/v@1.0.0, a:b/w@1.0.0");
        assertThatThrownBy(() -> WorldSelection.named(resolve, main, "a:b/w@2.0.0"))
                .hasMessageContaining("no package a:b@2.0.0 but a:b@1.0.0");
    }
}
