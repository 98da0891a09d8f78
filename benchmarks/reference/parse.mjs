// Reads one text with a package and those it needs, by the reference implementation, so many times; prints how long the
// second half of them took, in milliseconds each, sorted.
//   node parse.mjs TEXT WORLD metadata|print TIMES
// metadata: parse, resolve, list what the world imports.
// print: parse, resolve, encode the world into a module, decode it, print it.
import { readFileSync } from "node:fs";
import { componentEmbed, componentWit, componentWitMetadataForWorld } from "@bytecodealliance/jco-transpile/wasm-tools";

const [file, world, what, times] = process.argv.slice(2);
const text = readFileSync(file, "utf8");

const verbs = {
  metadata: () => componentWitMetadataForWorld({ tag: "source", val: text }, world),
  print: async () => componentWit(await componentEmbed({ dummy: true, witSource: text, world })),
};

const taken = [];
for (let i = 0; i < Number(times); i++) {
  const begin = performance.now();
  await verbs[what]();
  taken.push(performance.now() - begin);
}
console.log(taken.slice(Math.floor(taken.length / 2)).sort((a, b) => a - b).join(" "));
