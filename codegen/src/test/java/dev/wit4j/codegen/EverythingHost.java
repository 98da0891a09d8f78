package dev.wit4j.codegen;

import dev.wit4j.Bytes;
import golden.tests.everything.v0_2.Everything;
import golden.tests.everything.v0_2.everything.Clock;
import golden.tests.everything.v0_2.everything.settings.Setting;
import golden.tests.everything.v0_2.everything.settings.Settings;
import golden.tests.everything.v0_2.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a host gives to guests of the world {@code everything}. */
final class EverythingHost {
    final List<String> log = new ArrayList<>();
    final Map<String, Bytes> first = new HashMap<>();
    final Map<String, Bytes> second = new HashMap<>();

    int openClocks;

    Everything.Imports imports() {
        Settings settings = name -> new Setting(name, Optional.empty());
        return new Everything.Imports(
                new EverythingValues(), new EverythingThings(), store(first), store(second), settings, functions());
    }

    private static Store store(Map<String, Bytes> entries) {
        return new Store() {
            @Override
            public Optional<Bytes> get(String key) {
                return Optional.ofNullable(entries.get(key));
            }

            @Override
            public void set(String key, Bytes value) {
                entries.put(key, value);
            }
        };
    }

    private Everything.Functions functions() {
        return new Everything.Functions() {
            @Override
            public void log(String line) {
                log.add(line);
            }

            @Override
            public Clock.Statics clock() {
                return () -> {
                    openClocks++;
                    return new Clock() {
                        @Override
                        public long now() {
                            return 42;
                        }

                        @Override
                        public void close() {
                            openClocks--;
                        }
                    };
                };
            }
        };
    }
}
