package dev.wit4j.parser.check;

import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.model.KindParts;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.Type;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import java.util.ArrayList;
import java.util.List;

/** How deep types may be made of each other, and how large they may be when written out. */
final class TypeLimits {
    private static final int DEPTH = 100;
    private static final long SIZE = 1_000_000;

    private final int[] depths;
    private final long[] sizes;
    private final List<Diagnostic> violations = new ArrayList<>();

    /** Looks at types in the order of their ids, in which parts come before what they are parts of. */
    TypeLimits(Resolve resolve) {
        depths = new int[resolve.types().size()];
        sizes = new long[resolve.types().size()];
        for (int i = 0; i < depths.length; i++) {
            measure(i, resolve.types().get(i));
        }
    }

    List<Diagnostic> violations() {
        return violations;
    }

    private void measure(int index, TypeDef type) {
        int own = isMadeOfItsParts(type.kind()) ? 1 : 0;
        int depth = 0;
        long size = own;
        boolean partsAreFine = true;
        for (Type part : KindParts.of(type.kind())) {
            int partDepth = part instanceof TypeId id ? depths[id.index()] : 0;
            long partSize = part instanceof TypeId id ? sizes[id.index()] : 1;
            partsAreFine &= partDepth < DEPTH && partSize <= SIZE;
            depth = Math.max(depth, partDepth + own);
            size = Math.min(size + partSize, SIZE + 1);
        }
        depths[index] = Math.min(depth, DEPTH);
        sizes[index] = size;
        // Of a chain of types, the first that is too large is the one to look at.
        if (partsAreFine && depths[index] >= DEPTH) {
            violations.add(tooLarge(type, "is nested " + DEPTH + " levels deep", "fewer than that are possible"));
        } else if (partsAreFine && size > SIZE) {
            violations.add(
                    tooLarge(type, "has more than " + SIZE + " parts when written out", "take some of them out"));
        }
    }

    /** A name for a type is the type itself, and a handle holds nothing of its resource. */
    private static boolean isMadeOfItsParts(TypeDefKind kind) {
        return !(kind instanceof TypeDefKind.Alias
                || kind instanceof TypeDefKind.Own
                || kind instanceof TypeDefKind.Borrow);
    }

    private static Diagnostic tooLarge(TypeDef type, String how, String hint) {
        String name = type.name().map(known -> "type `" + known + "` ").orElse("a type ");
        return Diagnostic.error("type-too-large", type.span(), name + how).withHint(hint);
    }
}
