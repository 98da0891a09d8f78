package dev.wit4j.maven.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationRequestTest {
    @TempDir
    Path base;

    @Test
    void everyOptionIsPartOfTheFingerprint() throws Exception {
        GenerationRequest request = TestInputs.request(base);
        String before = fingerprint(request);
        for (RecordComponent component : GenerationRequest.class.getRecordComponents()) {
            if (component.getType().isRecord()) {
                Record part = (Record) component.getAccessor().invoke(request);
                for (RecordComponent inner : component.getType().getRecordComponents()) {
                    Object changed = with(part, inner.getName(), other(inner, part));
                    assertThat(fingerprint(with(request, component.getName(), changed)))
                            .as(component.getName() + "." + inner.getName())
                            .isNotEqualTo(before);
                }
            } else if (!component.getName().equals("version")) {
                assertThat(fingerprint(with(request, component.getName(), other(component, request))))
                        .as(component.getName())
                        .isNotEqualTo(before);
            }
        }
    }

    private String fingerprint(GenerationRequest request) throws Exception {
        return request.fingerprint(new TestInputs(base).read());
    }

    /** A value of the component's type that it does not have. */
    private static Object other(RecordComponent component, Record of) throws ReflectiveOperationException {
        Map<Class<?>, Object> values = Map.of(
                String.class,
                "other",
                List.class,
                List.of("other"),
                SortedSet.class,
                new TreeSet<>(List.of("other")),
                SortedMap.class,
                new TreeMap<>(Map.of("other", "other")),
                Optional.class,
                Optional.of("other"),
                Path.class,
                Path.of("other"),
                Charset.class,
                StandardCharsets.UTF_16);
        return component.getType() == boolean.class
                ? !(boolean) component.getAccessor().invoke(of)
                : values.get(component.getType());
    }

    @SuppressWarnings("unchecked")
    private static <R extends Record> R with(R of, String name, Object value) throws ReflectiveOperationException {
        RecordComponent[] components = of.getClass().getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = components[i].getName().equals(name)
                    ? value
                    : components[i].getAccessor().invoke(of);
        }
        return (R) of.getClass().getDeclaredConstructor(types).newInstance(values);
    }
}
