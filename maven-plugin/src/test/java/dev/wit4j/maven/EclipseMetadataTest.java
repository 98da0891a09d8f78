package dev.wit4j.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EclipseMetadataTest {
    @Test
    void saysOfEveryGoalWhetherItRunsWhileEditing() throws Exception {
        Set<String> mapped = values("/META-INF/m2e/lifecycle-mapping-metadata.xml", "goal");
        Set<String> goals = values("/META-INF/maven/plugin.xml", "goal");
        goals.remove("help");
        assertThat(goals).contains("generate", "generate-test");
        assertThat(mapped).isEqualTo(goals);
    }

    private static Set<String> values(String resource, String element) throws Exception {
        try (InputStream in = EclipseMetadataTest.class.getResourceAsStream(resource)) {
            String text = new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
            Matcher matcher = Pattern.compile("<" + element + ">([^<]+)</" + element + ">")
                    .matcher(text);
            Set<String> values = new TreeSet<>();
            while (matcher.find()) {
                values.add(matcher.group(1));
            }
            return values;
        }
    }
}
