import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Metafile } from "esbuild";
import manifest from "../../package.json";
import lock from "../../package-lock.json";

interface Bom {
  readonly metadata: { readonly component: { readonly name: string; readonly version: string } };
  readonly components: readonly {
    readonly name: string;
    readonly version: string;
    readonly licenses: readonly { readonly license: { readonly id: string } }[];
    readonly hashes: readonly { readonly alg: string; readonly content: string }[];
  }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const metafile: Metafile = JSON.parse(readFileSync("dist/meta.json", "utf8"));
const bom: Bom = JSON.parse(readFileSync("dist/sbom.cdx.json", "utf8"));
const licences = readFileSync("dist/licences.txt", "utf8");
const locked = new Map<
  string,
  { readonly version?: string; readonly license?: string; readonly integrity?: string }
>(Object.entries(lock.packages));

/** Whatever a bundle holds a byte of, by its folder, as its own account of it says. */
const bundled = [
  ...new Set(
    Object.values(metafile.outputs).flatMap(({ inputs }) =>
      Object.entries(inputs)
        .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
        .flatMap(([input]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []),
    ),
  ),
].sort();
const named = bundled.map((folder) => ({
  name: folder.replace(/^.*node_modules\//, ""),
  ...locked.get(folder),
}));

describe("the package", () => {
  it("says in its bill of materials what is in the bundles, each by version, licence and hash, and nothing else", () => {
    assert.ok(named.length > 10, `${named.length} packages`);
    assert.deepEqual(
      bom.components.map(({ name, version, licenses, hashes }) => ({
        name,
        version,
        license: licenses[0]?.license.id,
        integrity: hashes.map(({ content }) => Buffer.from(content, "hex").toString("base64"))[0],
      })),
      named.map(({ name, version, license, integrity }) => ({
        name,
        version,
        license,
        integrity: integrity?.replace("sha512-", ""),
      })),
    );
  });

  it("names itself there, and nothing that is not in the bundles", () => {
    const { name, version } = bom.metadata.component;
    assert.deepEqual([name, version], [manifest.name, manifest.version]);
    const refs = new Set([
      `${name}@${version}`,
      ...named.map((each) => `${each.name}@${each.version ?? ""}`),
    ]);
    const others = bom.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]);
    assert.deepEqual(
      others.filter((ref) => !refs.has(ref)),
      [],
    );
  });

  it("has nothing there that would differ tomorrow", () => {
    const text = JSON.stringify(bom);
    assert.doesNotMatch(text, /serialNumber|timestamp|\d{4}-\d\d-\d\dT/);
    assert.ok(!text.includes(process.cwd()));
  });

  it("has the licence of each package in its bundles, and of no other", () => {
    const lines = named.map(({ name, version }) => `${name} ${version ?? ""}`);
    const heads = licences.split("\n").filter((line) => /^@?[\w./-]+ \d+\.\d+\.\d+$/.test(line));
    assert.deepEqual([...heads].sort(), [...lines].sort());
    assert.match(licences, /Apache License/);
    assert.match(licences, /Permission is hereby granted/);
  });

  it("brings along no package that prints what it is given: debug, and what colours its words", () => {
    assert.deepEqual(
      bundled.filter((folder) => /\/(?:debug|ms|supports-color|has-flag)$/.test(folder)),
      [],
    );
  });

  it("holds both, and beside them what a user needs and nothing else", async () => {
    const { entries, pages } = await import("../../scripts/build.mjs");
    const [first, ...kept] = readFileSync(".vscodeignore", "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"));
    assert.equal(first, "**", "all stays out, but for what follows");
    // The sandbox's command line is for the repository.
    const names = Object.keys({ ...entries, ...pages }).filter((name) => name !== "sandboxCli");
    // The commands that come with the first of their kind are in bundles of names that the build gives.
    const bundles = [...names.map((name) => `${name}.js`), "commands-*.js", "mapPage.css"];
    const files = [...bundles, "licences.txt", "sbom.cdx.json"];
    const texts = ["package.json", "README.md", "CHANGELOG.md", "LICENSE"];
    const steps = manifest.contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
    const pictures = ["media/activity-bar.svg", "media/icon.png", ...steps.map(({ media }) => media.svg)];
    assert.deepEqual(
      [...kept].sort(),
      [...texts, ...pictures, ...files.map((file) => `dist/${file}`)].map((file) => `!${file}`).sort(),
    );
  });
});
