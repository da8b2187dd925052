import assert from "node:assert/strict";
import { endLine, endSentence, endWords, momentWords } from "../../../../src/core/expiry/endWords";
import { endOfTags, expiryOf, otherTags, tagsOfEnd } from "../../../../src/core/expiry/expiry";
import { readEnd } from "../../../../src/core/expiry/givenEnd";
import { longestExpiryFailure } from "../../../../src/core/expiry/longestExpiry";

const now = Date.parse("2026-11-25T17:30:00.000Z");
const minute = 60_000;

describe("the end of a rule", () => {
  it("stands in its tags, and is read back from them", () => {
    const end = { at: now, by: "schedule", scheduleName: "elasticache-access-1" } as const;
    assert.deepEqual(tagsOfEnd(end), {
      "elasticache-access:expires": "2026-11-25T17:30:00.000Z",
      "elasticache-access:by": "schedule",
      "elasticache-access:schedule": "elasticache-access-1",
    });
    assert.deepEqual(endOfTags({ team: "a", ...tagsOfEnd(end) }), end);
    assert.deepEqual(otherTags({ team: "a", ...tagsOfEnd(end) }), { team: "a" });
  });

  it("is the sweep's where no schedule is named, and none where the time cannot be read", () => {
    const tags = {
      "elasticache-access:expires": "2026-11-25T17:30:00Z",
      "elasticache-access:by": "schedule",
    };
    assert.deepEqual(endOfTags(tags), { at: now, by: "sweep" });
    assert.equal(endOfTags({ "elasticache-access:expires": "soon" }), undefined);
    assert.equal(endOfTags({}), undefined);
  });

  it("is told to callers in UTC", () => {
    assert.deepEqual(expiryOf({ at: now, by: "sweep" }, ["sgr-1"]), {
      at: "2026-11-25T17:30:00.000Z",
      by: "sweep",
      ruleIds: ["sgr-1"],
    });
    assert.deepEqual(expiryOf({ at: now, by: "session" }), { at: "2026-11-25T17:30:00.000Z", by: "session" });
  });

  it("is said in words", () => {
    const said = (left: number) => endWords(now + left, now);
    assert.equal(said(42 * minute), "expires in 42 min");
    assert.equal(said(1000), "expires in 1 min");
    assert.equal(said(minute), "expires in 1 min");
    assert.equal(said(minute + 1), "expires in 2 min");
    assert.equal(said(99 * minute), "expires in 99 min");
    assert.equal(said(99 * minute + 1), "expires in 2 h");
    assert.equal(said(5 * 60 * minute), "expires in 5 h");
    assert.equal(said(47 * 60 * minute), "expires in 47 h");
    assert.equal(said(48 * 60 * minute), "expires in 2 days");
    assert.equal(said(3 * 24 * 60 * minute), "expires in 3 days");
    assert.equal(said(0), "expired, still there");
    assert.equal(said(-minute), "expired, still there");
    assert.match(momentWords(now), /2026|26/);
    for (const [by, who] of [
      ["schedule", "EventBridge Scheduler revokes it"],
      ["sweep", "this extension revokes it when it is next used"],
      ["session", "this window revokes it while it is open"],
    ] as const) {
      assert.equal(endSentence({ at: now, by }), `expires ${momentWords(now)}: ${who}`);
      assert.equal(endLine({ at: now, by }, now - 1), endSentence({ at: now, by }));
      assert.equal(endLine({ at: now, by }, now), `was to expire ${momentWords(now)}`);
    }
  });

  it("has the name of its schedule alone where there is one", () => {
    const end = { at: now, by: "sweep" } as const;
    assert.deepEqual(Object.keys(tagsOfEnd(end)), ["elasticache-access:expires", "elasticache-access:by"]);
    const scheduled = { at: now, by: "schedule", scheduleName: "one" } as const;
    assert.deepEqual(expiryOf(scheduled), {
      at: "2026-11-25T17:30:00.000Z",
      by: "schedule",
      scheduleName: "one",
    });
    // A schedule's name that stands beside another's end is not that end's.
    assert.deepEqual(endOfTags({ ...tagsOfEnd(scheduled), "elasticache-access:by": "sweep" }), end);
    assert.deepEqual(endOfTags({ ...tagsOfEnd(scheduled), "elasticache-access:schedule": "" }), end);
  });
});

describe("the longest expiry", () => {
  const settings = { longestExpiry: { "prod*": "P1D", "prod-eu": "PT8H", "*-lab": "a while" } };
  const field = (profile: string, expires?: string) => {
    const given = expires === undefined ? undefined : readEnd(expires, now);
    return longestExpiryFailure(settings, profile, given?.ok ? given.value : undefined, now)?.field;
  };

  it("demands an end in the profiles that its patterns match, whatever their case", () => {
    assert.equal(field("dev"), undefined);
    assert.equal(field("dev", "P1Y"), undefined);
    assert.equal(field("Prod"), "expires");
    assert.equal(field("PROD", "P1D"), undefined);
    assert.equal(field("prod", "P1DT1S"), "expires");
  });

  it("is the shortest of those that match, and none that cannot be read", () => {
    assert.equal(field("prod-eu", "PT8H"), undefined);
    assert.equal(field("prod-eu", "PT9H"), "expires");
    assert.equal(field("my-lab", "PT1M"), "expires");
  });

  it("says what stands in the setting, and what is the matter with it", () => {
    const says = (profile: string, expires?: string) => {
      const given = expires === undefined ? undefined : readEnd(expires, now);
      return longestExpiryFailure(settings, profile, given?.ok ? given.value : undefined, now);
    };
    const failure = (words: string) => ({
      kind: "invalidParameter",
      field: "expires",
      message: `elasticacheAccess.longestExpiry has ${words}. Nothing was sent`,
    });
    assert.deepEqual(
      says("prod"),
      failure("P1D for prod: a grant there needs an end, and expires is missing"),
    );
    assert.deepEqual(says("prod-eu", "PT9H"), failure("PT8H for prod-eu, and expires is later than that"));
    assert.deepEqual(says("my-lab", "PT1M"), failure("a while for my-lab, which is no duration of ISO 8601"));
    // What cannot be read guards more than what can, in whatever order they stand.
    const both = { longestExpiry: { "*": "P1D", "my-*": "a while" } };
    assert.match(longestExpiryFailure(both, "my-lab", undefined, now)?.message ?? "", /a while/);
    assert.equal(longestExpiryFailure({}, "prod", undefined, now), undefined);
  });

  it("lets a moment pass that is no later than it", () => {
    assert.equal(field("prod", "2026-11-26T17:30:00Z"), undefined);
    assert.equal(field("prod", "2026-11-26T17:30:01Z"), "expires");
  });
});
