import assert from "node:assert/strict";
import { AsyncResource } from "node:async_hooks";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Journal, journalBounds } from "../../../src/history/journal";
import { Plans } from "../../../src/history/plans";

const plan = {
  command: "authorizeMany",
  title: "Authorize Many",
  done: "authorized",
  items: [],
  looked: true,
};

/** What Node hands on to whatever begins now, however it is asked for. */
function handedOn(): number {
  return Object.getOwnPropertySymbols(new AsyncResource("test")).length;
}

describe("the plans of a window", () => {
  let own: Journal;

  before(() => {
    const folder = mkdtempSync(path.join(tmpdir(), "plans-"));
    own = new Journal({ ...journalBounds, folder, log: () => undefined, tell: () => undefined });
  });

  after(() => own.dispose());

  it("are known to the requests of their items alone", async () => {
    const plans = new Plans(own);
    const of = await plans.run(plan, async ({ sending }) => {
      assert.equal(plans.itemOf("outside"), undefined);
      const both = await Promise.all([
        sending(0, async () => plans.itemOf("a")),
        sending(1, async () => plans.itemOf("b")),
      ]);
      return both.map((each) => each?.item);
    });
    assert.deepEqual(of, [0, 1]);
  });

  it("leave nothing behind that every later promise of the process would carry", async () => {
    const before = handedOn();
    const plans = new Plans(own);
    await plans.run(plan, ({ sending }) => sending(0, async () => undefined));
    await plans
      .run(plan, ({ sending }) => sending(0, () => Promise.reject(new Error("No"))))
      .catch(() => undefined);
    assert.equal(handedOn(), before);
  });

  it("go on where another has ended meanwhile", async () => {
    const plans = new Plans(own);
    await plans.run(plan, ({ sending }) =>
      sending(3, async () => {
        await plans.run(plan, (inner) => inner.sending(0, async () => undefined));
        assert.equal(plans.itemOf("a")?.item, 3);
      }),
    );
  });
});
