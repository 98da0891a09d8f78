/**
 * From ASTs to the resolved model, in phases, each its own class.
 *
 * <p>Per package, without looking at any other: {@code PackageGroups} (which files make which packages), {@code
 * ForeignReferences}, {@code Declarations} (names and their order), {@code ForeignTypes}, {@code InterfaceResolver} and
 * {@code WorldResolver}; the result is a {@code UnresolvedPackage}, whose ids are its own. Then over all packages: {@code
 * PackageOrder}, and for each package {@code PackageLinker}, which puts the draft into the arenas of the whole model:
 * references to other packages, gates, {@code include}, elaboration of worlds.
 *
 * <p>A phase that finds an error reports it and goes on with a placeholder, so that one run shows what there is to show. May
 * import {@code dev.wit4j.parser.ast}, {@code diagnostic}, {@code model}, {@code source} and {@code syntax}.
 */
@NullMarked
package dev.wit4j.parser.resolve;

import org.jspecify.annotations.NullMarked;
