import assert from "node:assert/strict";
import type { Verdict } from "../../../src/changes/change";
import { settle, takenUp } from "../../../src/changes/settle";
import type { ItemEnd } from "../../../src/core/changes/end";
import type { Failure } from "../../../src/core/failures/failures";
import { type Script, scriptedChange, type Thing, thing } from "../../support/scriptedChange";

const lost: Failure = { kind: "network", message: "No answer came.", inDoubt: true };
const refused: Failure = { kind: "accessDenied", message: "It may not." };
const toDo: Verdict<string> = { kind: "toDo" };
const unlooked: Verdict<string> = { kind: "toDo", unlooked: true };
const notKnown: Verdict<string> = { kind: "notKnown", failure: refused };
const painted: Verdict<string> = { kind: "alreadySo", why: "It is", answer: "as it is now" };

const ended = (name: string, end: ItemEnd<Thing, string>, before: Verdict<string> = toDo) => ({
  item: thing(name),
  end,
  before,
});
const inDoubt = (name: string, before: Verdict<string> = toDo) =>
  ended(name, { outcome: "failed", failure: lost }, before);
const done = (name: string, before: Verdict<string> = toDo) =>
  ended(
    name,
    { outcome: "done", made: { item: thing(name), answer: "as it was found" }, found: true },
    before,
  );

/** A change whose look finds this, and which does something after an answer where it is said what. */
function change(looks: Script["looks"] = [], found?: (answer: string) => string | undefined) {
  const log: string[] = [];
  const after = found && { found: async (_: Thing, answer: string) => found(answer) };
  return { log, change: scriptedChange({ looks, change: { ...after } }, log) };
}

/** What comes of one that is in doubt, by what a look finds. */
async function settled(
  now: Verdict<string>,
  before: Verdict<string>,
  found?: (answer: string) => string | undefined,
) {
  const [end] = await settle(change([{ it: now }], found).change, [inDoubt("it", before)]);
  return end;
}

describe("what is settled by a look", () => {
  it("is what is in doubt, and nothing else", async () => {
    const { log, change: paint } = change();
    const sure = [
      ended("denied", { outcome: "failed", failure: refused }),
      ended("done", { outcome: "done", made: { item: thing("done"), answer: "done" } }),
    ];
    const ends = async (...sent: Parameters<typeof settle<Thing, string>>[1]) => settle(paint, sent);
    assert.deepEqual(
      await ends(...sure),
      sure.map(({ end }) => end),
    );
    assert.deepEqual(log, []);
    const [first, , third] = await ends(inDoubt("one"), ...sure, inDoubt("two"));
    assert.deepEqual(log, ["look one two"]);
    assert.deepEqual([first?.outcome, third?.outcome], ["failed", "done"]);
  });

  it("is that nothing came of what is still to be done", async () => {
    const message = "No answer came. A look shows that nothing was changed.";
    assert.deepEqual(await settled(toDo, toDo), {
      outcome: "failed",
      failure: { ...lost, inDoubt: false, message },
    });
  });

  it("stays in doubt where it was changed meanwhile, or no look could tell", async () => {
    for (const now of [{ kind: "toDo", changed: "It is green" }, notKnown] as const) {
      assert.deepEqual(await settled(now, toDo), { outcome: "failed", failure: lost });
    }
  });

  it("is ours where it is so now and was not before", async () => {
    const made = { item: thing("it"), answer: "as it is now" };
    assert.deepEqual(await settled(painted, toDo), { outcome: "done", made });
  });

  it("may be somebody else's where nobody looked before", async () => {
    const made = { item: thing("it"), answer: "as it is now" };
    assert.deepEqual(await settled(painted, unlooked), { outcome: "done", made, found: true });
    assert.deepEqual(await settled(painted, notKnown), { outcome: "done", found: true });
  });

  it("is done where the look does not say what came of it", async () => {
    const gone: Verdict<string> = { kind: "alreadySo", why: "It is gone" };
    assert.deepEqual(await settled(gone, toDo), { outcome: "done" });
    assert.deepEqual(await settled(gone, unlooked), { outcome: "done", found: true });
  });

  it("has done then what comes after an answer", async () => {
    assert.deepEqual(await settled(painted, toDo, (answer) => `${answer}, and varnished`), {
      outcome: "done",
      made: { item: thing("it"), answer: "as it is now, and varnished" },
    });
    const unasked = await settled(painted, unlooked, () => assert.fail("it may be somebody else's"));
    assert.equal(unasked?.outcome, "done");
  });

  it("is somebody else's where it is not what was asked for", async () => {
    const made = { item: thing("it"), answer: "as it is now" };
    assert.deepEqual(await settled(painted, toDo, () => undefined), { outcome: "done", made, found: true });
  });
});

describe("what an attempt has found made", () => {
  const varnish = (answer: string) => `${answer}, and varnished`;

  it("is ours where a look has told that it was not so before, and taken up", async () => {
    const { log, change: paint } = change([], varnish);
    const [end] = await settle(paint, [done("it")]);
    assert.deepEqual(end, {
      outcome: "done",
      made: { item: thing("it"), answer: "as it was found, and varnished" },
    });
    assert.deepEqual(log, []);
  });

  it("is left as it is where nobody looked before", async () => {
    for (const before of [unlooked, notKnown]) {
      const each = done("it", before);
      const [end] = await settle(change([], () => assert.fail()).change, [each]);
      assert.equal(end, each.end);
    }
  });

  it("is not taken up twice, where it was answered", async () => {
    const each = ended("it", { outcome: "done", made: { item: thing("it"), answer: "made" } });
    const [end] = await settle(change([], () => assert.fail()).change, [each]);
    assert.equal(end, each.end);
  });
});

describe("what is taken up", () => {
  it("is what was made for sure, by a change that does more then", async () => {
    const made = { item: thing("it"), answer: "made" };
    const found = async () => "more";
    assert.deepEqual(await takenUp({ found }, { outcome: "done", made }), {
      outcome: "done",
      made: { item: thing("it"), answer: "more" },
    });
    const others: readonly ItemEnd<Thing, string>[] = [
      { outcome: "done", made, found: true },
      { outcome: "done" },
      { outcome: "failed", failure: refused },
    ];
    for (const end of others) {
      assert.equal(await takenUp({ found }, end), end);
    }
    const plain: ItemEnd<Thing, string> = { outcome: "done", made };
    assert.equal(await takenUp({}, plain), plain);
  });
});
