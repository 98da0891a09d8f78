/** A port of the component that Golem tests its key-value API with. Imports generated bindings and the runtime. */
@NullMarked
package dev.wit4j.host.golem;

import org.jspecify.annotations.NullMarked;
