import { readFile } from "node:fs/promises";

/**
 * What packages bring along that is never run here, and what takes its place in the bundles: what each exports
 * to those that import it.
 */
const standIns = {
  // Every client is given its credentials. The SDK's own search for some would find those of another profile.
  "@aws-sdk/credential-provider-node":
    'export const defaultProvider = () => async () => { throw new Error("No credentials were given"); };',
  // Of AWS Lambda: what called the function, and a global to keep it in.
  "@aws/lambda-invoke-store": "export const InvokeStore = { getInstanceAsync: async () => undefined };",
  // None of the operations answers with a stream of events. Loaded by the SDK at the first that does.
  "@smithy/core/event-streams": "export const EventStreamSerde = undefined;",
  // Reads what a browser calls itself.
  bowser: "export default {};",
  // Of the proxy agents. It prints proxies' passwords to stderr, and takes the packages of other tools along.
  debug: "module.exports = () => () => undefined;",
};

/** @returns {import("esbuild").Plugin} */
export function packageStandIns() {
  return {
    name: "package-stand-ins",
    setup(plugin) {
      const names = Object.keys(standIns).join("|");
      plugin.onResolve({ filter: new RegExp(`^(?:${names})$`) }, ({ path }) => ({
        path,
        namespace: "stand-in",
      }));
      // Clients name their version in the user agent, and take a whole manifest along for it.
      plugin.onLoad({ filter: /[\\/]@aws-sdk[\\/][\w-]+[\\/]package\.json$/ }, async ({ path }) => {
        const { name, version } = JSON.parse(await readFile(path, "utf8"));
        return { contents: JSON.stringify({ name, version }), loader: "json" };
      });
      plugin.onLoad({ filter: /./, namespace: "stand-in" }, ({ path }) => ({
        contents: standIns[/** @type {keyof typeof standIns} */ (path)],
      }));
    },
  };
}
