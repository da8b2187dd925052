import { readFile } from "node:fs/promises";

/**
 * The SDK's schemas name their members by constants of the same file: `const _xN = "xmlName"`, `{ [_xN]: _m }`.
 * To esbuild a computed key may have side effects, so it keeps every schema of the service; with the text in
 * place of the constant it keeps those that are used. EC2 has 3,400 of them.
 *
 * @returns {import("esbuild").Plugin}
 */
export function inlineSchemaNames() {
  return {
    name: "inline-schema-names",
    setup(plugin) {
      plugin.onLoad({ filter: /[\\/]schemas[\\/]schemas_\d+\.js$/ }, async ({ path }) => {
        const source = withNamesInline(await readFile(path, "utf8"));
        return { contents: toldByCodes.test(path) ? withoutErrors(source) : source };
      });
    },
  };
}

/** The services whose refusals are told by the code on the wire alone (`src/aws/failures/serviceError.ts`). */
const toldByCodes = /[\\/]client-(?:elasticache|ssm)[\\/]/;

/**
 * A class for each error that a service has, and the schema of it: ElastiCache has 70 of them, Systems Manager 140, 90 KB together. Without its
 * registration none is used; the SDK then makes an error of the service's base class, with the code and the words.
 *
 * @param {string} source
 * @returns {string} the same module, with no errors registered but the base class
 */
export function withoutErrors(source) {
  return source.replace(/^n\d+_registry\.registerError\(.*\);$/gm, "");
}

/**
 * @param {string} source
 * @returns {string} the same module, with its string constants where they were named
 */
export function withNamesInline(source) {
  const constants = new Map(
    [...source.matchAll(/^const (_\w+) = ("[^"\\\n]*");$/gm)].map(([, name, text]) => [name, text]),
  );
  // Texts are matched too, so that nothing within them is taken for a name.
  return source.replace(
    /"[^"\\\n]*"|`[^`\\$]*`|(?<![\w$.])_\w+(?![\w$])(?!\s=\s)/g,
    (found) => constants.get(found) ?? found,
  );
}
