package dev.wit4j.runtime;

import dev.wit4j.Bytes;
import dev.wit4j.Resource;
import dev.wit4j.component.FunctionType;
import dev.wit4j.component.Invoker;
import dev.wit4j.component.WorldType;
import dev.wit4j.format.HandleDecoder;
import dev.wit4j.format.HandleEncoder;
import dev.wit4j.value.ValueException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A component that is not Java: its code knows functions by their wire names and values by their bytes, and handles are
 * numbers. What a WebAssembly instance would be, without the WebAssembly.
 */
record ForeignComponent(String name, List<WorldType.Item> imports, List<WorldType.Item> exports, Supplier<Code> code)
        implements ComponentDefinition {
    /** The code of one instance, with its memory. */
    interface Code {
        /**
         * Runs an exported function.
         *
         * @param function {@code item#name}
         * @param arguments in binary value encoding, as is the result
         * @param imports calls an imported function likewise
         */
        Bytes call(String function, Bytes arguments, BiFunction<String, Bytes, Bytes> imports);

        /** Lets its memory go. */
        default void close() {}
    }

    @Override
    public Instance instantiate(Function<String, Invoker> invokers) {
        Map<String, Invoker> imported = new HashMap<>();
        imports.forEach(item -> imported.put(item.name(), invokers.apply(item.name())));
        return new ForeignInstance(this, imported, code.get(), new ArrayList<>());
    }

    private record ForeignInstance(
            ForeignComponent component, Map<String, Invoker> imported, Code code, List<Resource> handles)
            implements Instance {
        @Override
        public @Nullable Object invoke(String item, FunctionType function, Object... arguments) {
            Bytes given = Encoding.arguments(function, arguments, HandleEncoder.NONE);
            Bytes result = code.call(item + "#" + function.name(), given, this::callImport);
            return Encoding.value(function.result(), result, HandleDecoder.NONE, null);
        }

        private Bytes callImport(String name, Bytes bytes) {
            WorldType.Item item = component.imports().stream()
                    .filter(each -> name.startsWith(each.name() + "#"))
                    .findFirst()
                    .orElseThrow();
            FunctionType function = item.type().functions().stream()
                    .filter(each -> name.equals(item.name() + "#" + each.name()))
                    .findFirst()
                    .orElseThrow();
            Object[] arguments = Encoding.arguments(function, bytes, (in, type) -> handle((int) in.u32()));
            Object result = imported.get(item.name()).invoke(function, arguments);
            return Encoding.value(function.result(), result, (out, type, resource) -> {
                handles.add(resource);
                out.u32(handles.size());
            });
        }

        private Resource handle(int number) {
            if (number < 1 || number > handles.size()) {
                throw new ValueException("no handle has the number " + number);
            }
            return handles.get(number - 1);
        }

        @Override
        public Optional<Checkpoint> checkpoint() {
            return Optional.empty();
        }

        @Override
        public void close() {
            code.close();
        }
    }
}
