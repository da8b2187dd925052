import assert from "node:assert/strict";
import { type SendOptions, sendAll } from "../../../src/changes/sendAll";
import type { GroupItem } from "../../../src/core/cacheSecurityGroups/items";
import type { ItemEnd } from "../../../src/core/changes/end";
import type { Failure, FailureKind } from "../../../src/core/failures/failures";
import { failed, type Outcome, succeeded } from "../../../src/core/outcome";
import { ConcurrencyLimit } from "../../../src/store/concurrencyLimit";

interface Numbered extends GroupItem {
  readonly number: number;
}

const failure = (kind: FailureKind, code?: string): Failure => ({
  kind,
  message: kind,
  ...(code === undefined ? {} : { code }),
});
const groupGone = failure("notFound", "CacheSecurityGroupNotFound");

const target = { profile: "dev", region: "us-west-2" };

/** So many items, in turn for each of the groups, each `PROFILE/GROUP`. */
function items(count: number, ...groups: readonly string[]): readonly Numbered[] {
  return Array.from({ length: count }, (_, number) => {
    const [profile = "", cacheSecurityGroupName = ""] = (groups[number % groups.length] ?? "").split("/");
    return { number, profile, region: "us-west-2", cacheSecurityGroupName };
  });
}

/** Runs with answers by item and try, and keeps what was sent, slept, and how many were under way at once. */
async function run(
  all: readonly Numbered[],
  answer: (item: Numbered, nth: number) => Outcome<unknown>,
  options: Partial<SendOptions<Numbered, unknown>> = {},
) {
  const sent: string[] = [];
  const slept: number[] = [];
  const most = new Map<string, number>();
  const underWay = new Map<string, number>();
  const outcomes = await sendAll<Numbered, unknown>(all, {
    lanes: new ConcurrencyLimit(3),
    signal: new AbortController().signal,
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
    },
    refusal: () => undefined,
    alreadySo: ({ kind }) => kind === "alreadyAuthorized",
    isPassing: ({ kind }) => kind === "throttled",
    scope: ({ cacheSecurityGroupName }) => cacheSecurityGroupName,
    send: async (item) => {
      const { profile, number } = item;
      underWay.set(profile, (underWay.get(profile) ?? 0) + 1);
      most.set(profile, Math.max(most.get(profile) ?? 0, underWay.get(profile) ?? 0));
      sent.push(`${number}`);
      const nth = sent.filter((each) => each === `${number}`).length;
      await new Promise((resolve) => setImmediate(resolve));
      underWay.set(profile, (underWay.get(profile) ?? 0) - 1);
      return answer(item, nth);
    },
    ...options,
  });
  return { outcomes, words: outcomes.map(words), sent, slept, most };
}

function words(outcome: ItemEnd<Numbered, unknown>): string {
  return outcome.outcome === "failed" ? outcome.failure.kind : outcome.outcome;
}

describe("a run of many changes", () => {
  it("sends each once, three at a time in each target", async () => {
    const { words, sent, most } = await run(items(40, "dev/a", "prod/b"), () => succeeded(undefined));
    assert.deepEqual(new Set(words), new Set(["done"]));
    assert.equal(sent.length, 40);
    assert.equal(new Set(sent).size, 40);
    assert.deepEqual(
      [...most],
      [
        ["dev", 3],
        ["prod", 3],
      ],
    );
  });

  it("keeps to three when two runs meet in a target", async () => {
    const lanes = new ConcurrencyLimit(3);
    let underWay = 0;
    let most = 0;
    const send = async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
      return succeeded(undefined);
    };
    const runs = await Promise.all(
      [1, 2].map(() => run(items(20, "dev/a"), () => succeeded(0), { lanes, send })),
    );
    assert.equal(most, 3);
    assert.ok(runs.every(({ words }) => words.every((word) => word === "done")));
  });

  it("tries again, after growing pauses, what was throttled", async () => {
    const { words, slept } = await run(items(1, "dev/a"), (_, nth) =>
      nth <= 3 ? failed(failure("throttled")) : succeeded(undefined),
    );
    assert.deepEqual(words, ["done"]);
    assert.deepEqual(slept, [1_000, 2_000, 4_000]);
  });

  it("gives up on what stays throttled, in the end", async () => {
    const { words, sent } = await run(items(1, "dev/a"), () => failed(failure("throttled")));
    assert.deepEqual(words, ["throttled"]);
    assert.equal(sent.length, 5);
  });

  it("takes what is there after a try that was throttled for somebody else's", async () => {
    const { words } = await run(items(2, "dev/a"), ({ number }, nth) =>
      failed(failure(number === 0 && nth === 1 ? "throttled" : "alreadyAuthorized")),
    );
    assert.deepEqual(words, ["unchanged", "unchanged"]);
  });

  it("does not try again what may have been carried out", async () => {
    const { sent, words } = await run(items(1, "dev/a"), () =>
      failed({ ...failure("throttled"), inDoubt: true }),
    );
    assert.deepEqual([sent.length, words], [1, ["throttled"]]);
  });

  it("asks before each request whether it may be sent", async () => {
    let asked = 0;
    const { sent, words } = await run(items(9, "dev/a"), () => succeeded(undefined), {
      lanes: new ConcurrencyLimit(1),
      refusal: () => (++asked > 2 ? failure("readOnly") : undefined),
    });
    assert.deepEqual(sent, ["0", "1"]);
    assert.deepEqual(new Set(words.slice(2)), new Set(["readOnly"]));
  });

  it("asks once for a group that is gone, and goes on with the others", async () => {
    const { words, sent, outcomes } = await run(items(30, "dev/gone", "dev/b"), (item) =>
      item.cacheSecurityGroupName === "gone" ? failed(groupGone) : succeeded(undefined),
    );
    assert.deepEqual(new Set(words.filter((_, index) => index % 2 === 0)), new Set(["notFound"]));
    assert.deepEqual(new Set(words.filter((_, index) => index % 2 === 1)), new Set(["done"]));
    // Those beside it on the way when it was told, no more.
    assert.ok(sent.length <= 15 + 3, `${sent.length} were sent`);
    assert.deepEqual(outcomes[28], { outcome: "failed", failure: groupGone });
  });

  it("does not take a grant that is gone for a group that is", async () => {
    const { sent } = await run(items(10, "dev/a"), () =>
      failed(failure("notFound", "AuthorizationNotFound")),
    );
    assert.equal(sent.length, 10);
  });

  it("leaves a target whose credentials have ended, and goes on in the others", async () => {
    const { words, sent } = await run(items(40, "dev/a", "prod/b"), ({ profile }) =>
      profile === "dev" ? failed(failure("credentials")) : succeeded(undefined),
    );
    assert.ok(sent.length <= 20 + 3, `${sent.length} were sent`);
    assert.equal(words.filter((word) => word === "credentials").length, 20);
    assert.equal(words.filter((word) => word === "done").length, 20);
  });

  it("stops where there are only failures without an answer, and says what it did not start", async () => {
    const { words, sent } = await run(items(20, "dev/a"), () => failed(failure("network")));
    assert.ok(sent.length <= 5, `${sent.length} were sent`);
    assert.equal(words.filter((word) => word === "network").length, sent.length);
    assert.equal(words.filter((word) => word === "notStarted").length, 20 - sent.length);
  });

  it("goes on after a single failure without an answer", async () => {
    const { words } = await run(items(20, "dev/a"), ({ number }) =>
      number % 4 === 0 ? failed(failure("network")) : succeeded(undefined),
    );
    assert.equal(words.filter((word) => word === "done").length, 15);
    assert.equal(words.filter((word) => word === "network").length, 5);
  });

  it("waits for what was sent when it is cancelled, and starts no more", async () => {
    const controller = new AbortController();
    const { words, sent } = await run(
      items(20, "dev/a"),
      ({ number }) => {
        if (number === 4) {
          controller.abort();
        }
        return succeeded(undefined);
      },
      { signal: controller.signal },
    );
    assert.equal(words.filter((word) => word === "done").length, sent.length);
    assert.ok(sent.length >= 5 && sent.length <= 7, `${sent.length} were sent`);
    assert.equal(words.filter((word) => word === "notStarted").length, 20 - sent.length);
  });

  it("does not start what still waits for its turn behind another run when it is cancelled", async () => {
    const lanes = new ConcurrencyLimit(1);
    const controller = new AbortController();
    const leave = await lanes.enter(target, controller.signal);
    const waiting = run(items(2, "dev/a"), () => succeeded(undefined), { lanes, signal: controller.signal });
    controller.abort();
    const { words, sent } = await waiting;
    assert.deepEqual([words, sent], [["notStarted", "notStarted"], []]);
    leave?.();
  });

  it("does not take for so already what may have been carried out", async () => {
    const { words } = await run(items(1, "dev/a"), () =>
      failed({ ...failure("alreadyAuthorized"), inDoubt: true }),
    );
    assert.deepEqual(words, ["alreadyAuthorized"]);
  });

  it("tells each outcome as it comes", async () => {
    const told: number[] = [];
    await run(items(5, "dev/a"), () => succeeded(undefined), { onEnd: (index) => told.push(index) });
    assert.deepEqual(told.sort(), [0, 1, 2, 3, 4]);
  });
});
