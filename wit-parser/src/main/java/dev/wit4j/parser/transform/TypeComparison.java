package dev.wit4j.parser.transform;

import dev.wit4j.parser.model.Case;
import dev.wit4j.parser.model.EnumCase;
import dev.wit4j.parser.model.Field;
import dev.wit4j.parser.model.Flag;
import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.KindParts;
import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.model.Param;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.Type;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.TypeOwner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares types of two models by their structure; resources are the same if their names and those around them are. */
final class TypeComparison {
    private final Resolve previous;
    private final Resolve next;
    private final Map<Pair, Boolean> known = new HashMap<>();

    TypeComparison(Resolve previous, Resolve next) {
        this.previous = previous;
        this.next = next;
    }

    private record Pair(Type before, Type now) {}

    /** The full name of an interface without the version of its package; of an inline one, nothing. */
    static String unversioned(Resolve resolve, InterfaceId id) {
        PackageName name = resolve.pkg(resolve.iface(id).packageId()).name();
        return resolve.iface(id)
                .name()
                .map(item -> new PackageName(name.namespace(), name.name(), Optional.empty()).item(item))
                .orElse("");
    }

    /** What is different about two definitions, if anything is. */
    Optional<String> difference(TypeId before, TypeId now) {
        if (same(before, now)) {
            return Optional.empty();
        }
        Type earlier = withoutAliases(previous, before);
        Type later = withoutAliases(next, now);
        if (earlier instanceof TypeId left && later instanceof TypeId right) {
            return Optional.of(
                    difference(previous.type(left).kind(), next.type(right).kind()));
        }
        return Optional.of("is another type");
    }

    private String difference(TypeDefKind before, TypeDefKind now) {
        if (!before.getClass().equals(now.getClass())) {
            return "was " + before.accept(KindNames.INSTANCE) + ", is " + now.accept(KindNames.INSTANCE);
        }
        List<String> earlier = labels(before);
        List<String> later = labels(now);
        for (int i = 0; i < Math.max(earlier.size(), later.size()); i++) {
            if (i >= later.size()) {
                return "has lost `" + earlier.get(i) + "`";
            }
            if (i >= earlier.size()) {
                return "has got `" + later.get(i) + "` besides, which changes how its values are passed";
            }
            if (!earlier.get(i).equals(later.get(i))) {
                return "has `" + later.get(i) + "` where it had `" + earlier.get(i) + "`";
            }
        }
        List<Type> earlierParts = KindParts.of(before);
        List<Type> laterParts = KindParts.of(now);
        for (int i = 0; i < Math.min(earlierParts.size(), laterParts.size()); i++) {
            if (!same(earlierParts.get(i), laterParts.get(i)) && earlier.size() == earlierParts.size()) {
                return "has another type for `" + earlier.get(i) + "`";
            }
        }
        return "is made of other types";
    }

    /** What is different about two functions of the same name, if anything is. */
    Optional<String> difference(Function before, Function now) {
        if (before.kind().async() != now.kind().async()) {
            return Optional.of(now.kind().async() ? "has become async" : "is not async any more");
        }
        List<String> earlier = before.params().stream().map(Param::name).toList();
        List<String> later = now.params().stream().map(Param::name).toList();
        if (!earlier.equals(later)) {
            return Optional.of("had the parameters " + earlier + ", has " + later);
        }
        for (int i = 0; i < before.params().size(); i++) {
            if (!same(before.params().get(i).type(), now.params().get(i).type())) {
                return Optional.of("has another type for its parameter `" + later.get(i) + "`");
            }
        }
        if (before.result().isPresent() != now.result().isPresent()) {
            return Optional.of(now.result().isPresent() ? "has got a result" : "has lost its result");
        }
        return before.result().isPresent()
                        && !same(before.result().get(), now.result().get())
                ? Optional.of("has another type for its result")
                : Optional.empty();
    }

    private boolean same(Type before, Type now) {
        Type earlier = withoutAliases(previous, before);
        Type later = withoutAliases(next, now);
        if (!(earlier instanceof TypeId left) || !(later instanceof TypeId right)) {
            return earlier.equals(later);
        }
        Pair pair = new Pair(left, right);
        Boolean answer = known.get(pair);
        if (answer == null) {
            answer = same(left, right);
            known.put(pair, answer);
        }
        return answer;
    }

    private boolean same(TypeDef earlier, TypeDef later) {
        TypeDefKind before = earlier.kind();
        TypeDefKind now = later.kind();
        if (before instanceof TypeDefKind.Resource && now instanceof TypeDefKind.Resource) {
            return identity(previous, earlier).equals(identity(next, later));
        }
        List<Type> earlierParts = KindParts.of(before);
        List<Type> laterParts = KindParts.of(now);
        boolean same = before.getClass().equals(now.getClass())
                && labels(before).equals(labels(now))
                && optionality(before).equals(optionality(now))
                && earlierParts.size() == laterParts.size();
        for (int i = 0; same && i < earlierParts.size(); i++) {
            same = same(earlierParts.get(i), laterParts.get(i));
        }
        return same;
    }

    private boolean same(TypeId earlier, TypeId later) {
        return same(previous.type(earlier), next.type(later));
    }

    private static String identity(Resolve resolve, TypeDef resource) {
        String owner = resource.owner() instanceof TypeOwner.Interface iface ? unversioned(resolve, iface.id()) : "";
        return owner + "." + resource.name().orElse("");
    }

    private static Type withoutAliases(Resolve resolve, Type type) {
        Type target = type;
        while (target instanceof TypeId id && resolve.type(id).kind() instanceof TypeDefKind.Alias alias) {
            target = alias.type();
        }
        return target;
    }

    /** The words of a type that its values depend on, in their order. */
    private static List<String> labels(TypeDefKind kind) {
        if (kind instanceof TypeDefKind.Record shape) {
            return shape.fields().stream().map(Field::name).toList();
        } else if (kind instanceof TypeDefKind.Variant shape) {
            return shape.cases().stream().map(Case::name).toList();
        } else if (kind instanceof TypeDefKind.Enum shape) {
            return shape.cases().stream().map(EnumCase::name).toList();
        } else if (kind instanceof TypeDefKind.Flags shape) {
            return shape.flags().stream().map(Flag::name).toList();
        } else if (kind instanceof TypeDefKind.FixedLengthList list) {
            return List.of(Integer.toUnsignedString(list.size()));
        }
        return List.of();
    }

    /** Which of the places where a type may stand have one. */
    private static List<Boolean> optionality(TypeDefKind kind) {
        if (kind instanceof TypeDefKind.Variant shape) {
            return shape.cases().stream()
                    .map(choice -> choice.type().isPresent())
                    .toList();
        } else if (kind instanceof TypeDefKind.Result result) {
            return List.of(result.ok().isPresent(), result.err().isPresent());
        }
        return List.of();
    }
}
