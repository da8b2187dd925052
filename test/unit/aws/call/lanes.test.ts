import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import { Lanes } from "../../../../src/aws/call/lanes";

/** Calls that were asked for at one endpoint, and those of them that have begun, in their order. */
function calls(lanes = new Lanes()) {
  const begun: string[] = [];
  const leave = new Map<string, () => void>();
  const ask = (name: string, profile = "dev", until = new AbortController().signal) =>
    lanes.enter("http://127.0.0.1:1", profile, until).then((left) => {
      begun.push(name);
      leave.set(name, left);
    });
  return { begun, ask, leave: (name: string) => leave.get(name)?.() };
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) {
    await setImmediate();
  }
}

describe("the calls to one endpoint", () => {
  it("begin one in a turn of the event loop, the first at once, and 20 at a time", async () => {
    const { begun, ask, leave } = calls();
    const all = Array.from({ length: 30 }, (_, nth) => ask(`${nth}`));
    await Promise.resolve();
    assert.deepEqual(begun, ["0"]);
    await turns(2);
    assert.ok(begun.length >= 2 && begun.length <= 3, `${begun.length} in two turns`);
    await turns(40);
    assert.equal(begun.length, 20);
    leave("3");
    await turns(2);
    assert.deepEqual(begun.slice(20), ["20"]);
    for (let nth = 0; nth < 30; nth++) {
      leave(`${nth}`);
      await turns(2);
    }
    await Promise.all(all);
  });

  it("are taken from the profiles in turn", async () => {
    const { begun, ask } = calls();
    void ask("busy 1", "busy");
    void ask("busy 2", "busy");
    void ask("busy 3", "busy");
    void ask("busy 4", "busy");
    void ask("clicked", "dev");
    await turns(10);
    assert.deepEqual(begun, ["busy 1", "busy 2", "clicked", "busy 3", "busy 4"]);
  });

  it("end with the signal's reason where it comes first, and leave their place to others", async () => {
    const { begun, ask, leave } = calls();
    for (let nth = 0; nth < 20; nth++) {
      void ask(`${nth}`);
    }
    await turns(30);
    const stopped = new AbortController();
    const given = ask("stopped", "dev", stopped.signal);
    const next = ask("next");
    stopped.abort(new Error("the time has ended"));
    await assert.rejects(given, /the time has ended/);
    leave("0");
    await next;
    assert.equal(begun.at(-1), "next");
    await assert.rejects(ask("late", "dev", stopped.signal), /the time has ended/);
  });

  it("do not wait for those to another endpoint", async () => {
    const lanes = new Lanes();
    const { ask } = calls(lanes);
    for (let nth = 0; nth < 25; nth++) {
      void ask(`${nth}`);
    }
    await turns(30);
    const left = await lanes.enter("ec2 us-west-2", "dev", new AbortController().signal);
    left();
  });
});
