import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";

/** One function for each thing that can become of a mutant, and a test of it. */
const source = `
  export const limits = { most: 3 };
  export function isMany(count: number): boolean { return count > limits.most; }
  export function unlooked(): string { return "text"; }
  export function unseen(): string { return "text"; }
  export function countDown(from: number): number { let left = from; while (left > 0) { left--; } return left; }
  export function ends(): Promise<void> { return new Promise((resolve) => { resolve(); }); }
  export function isBroken(): boolean { return false; }
  export function isOpen(): boolean { return true; }
  export function colour(): string { return "blue"; }
`;
const tests = `
  import assert from "node:assert/strict";
  import { colour, countDown, ends, isBroken, isMany, isOpen, unlooked } from "./source";
  describe("the source", () => {
    it("knows many", () => { assert.equal(isMany(4), true); assert.equal(isMany(3), false); });
    it("has what nobody looks at", () => { unlooked(); });
    it("counts down", () => { assert.equal(countDown(5), 0); });
    it("ends", () => ends());
    it("breaks for good", () => { globalThis.broken ||= isBroken(); assert.ok(!globalThis.broken); });
  });
  describe("a story", () => {
    let door;
    it("begins with a door", () => { door = {}; });
    it("goes on with the door", () => { assert.ok(door); colour(); assert.ok(isOpen()); });
  });
`;

describe("trying mutants", function () {
  // Each process that is started loads mocha.
  this.timeout(60_000);
  const folder = mkdtempSync(path.join(tmpdir(), "elasticache-access-"));
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** What became of each mutant, by the line of the source and its replacement. */
  async function verdicts(until: () => number): Promise<ReadonlyMap<string, string>> {
    // They find the programs they start by their own place.
    const { instrument, instrumentedSources } = await import("../../../../scripts/mutants/instrument.mjs");
    const { plan } = await import("../../../../scripts/mutants/plan.mjs");
    const { tryAll } = await import("../../../../scripts/mutants/tryAll.mjs");
    const { WorkerProcess } = await import("../../../../scripts/mutants/workerProcess.mjs");
    writeFileSync(path.join(folder, "source.ts"), source);
    writeFileSync(path.join(folder, "tests.ts"), tests);
    const bundle = path.join(folder, "bundle.js");
    const { mutants, sources } = await instrument([
      path.relative(process.cwd(), path.join(folder, "source.ts")),
    ]);
    await build({
      stdin: {
        contents: 'module.exports = { "tests.ts": () => require("./tests.ts") };',
        resolveDir: folder,
      },
      outfile: bundle,
      bundle: true,
      platform: "node",
      format: "cjs",
      plugins: [instrumentedSources(sources)],
    });
    const worker = new WorkerProcess(bundle, process.env);
    const said = await worker.ask({}, 60_000);
    assert.ok(typeof said === "object" && said.hits !== undefined && said.failed === undefined, String(said));
    const tried = await tryAll(plan(mutants, said.hits), [worker], { until: until() });
    return new Map(tried.map(({ mutant, verdict }) => [`${mutant.line} ${mutant.replacement}`, verdict]));
  }

  it("tells those that a test notices from the others", async () => {
    const found = await verdicts(() => Number.POSITIVE_INFINITY);
    assert.equal(found.get("3 count >= limits.most"), "killed");
    assert.equal(found.get("2 {}"), "killed", "evaluated once, when the bundle is loaded");
    assert.equal(found.get('4 ""'), "survived");
    assert.equal(found.get('5 ""'), "uncovered");
    assert.equal(found.get("6 left++"), "killed", "loops for ever");
    assert.equal(found.get("6 false"), "killed");
    assert.equal(found.get("7 {}"), "timedOut");
    assert.equal(found.get("8 true"), "killed", "breaks its process");
    assert.equal(found.get("9 false"), "killed", "by a test that needs the one before it");
    assert.equal(found.get('10 ""'), "survived", "in such a test");
    assert.equal([...found].filter(([, verdict]) => verdict === "untried").length, 0);
    assert.equal(readFileSync(path.join(folder, "source.ts"), "utf8"), source);
  });

  it("ends when the time is up, also in the middle of a test, and says what was not tried", async () => {
    const found = await verdicts(() => Date.now() + 300);
    assert.equal(found.get("7 {}"), "untried", "takes three seconds at least");
  });
});
