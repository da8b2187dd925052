import assert from "node:assert/strict";
import { compareMoments } from "../../../../src/core/compare/compareMoments";
import { comparisonMarkdown } from "../../../../src/core/compare/comparisonMarkdown";
import type { LetIn, Moment, Place } from "../../../../src/core/compare/moment";
import { momentsIn } from "../../../../src/core/compare/momentsIn";
import { isAsWrittenDown } from "../../../support/writtenDown";

const by = (...names: readonly string[]): readonly LetIn[] =>
  names.map((name) => ({ key: `id-${name}`, text: name }));

function cache(cacheId: string, letsIn: readonly LetIn[], notKnown?: string): Place {
  return { name: { cacheKind: "cluster", cacheId }, letsIn, ...(notKnown ? { notKnown } : {}) };
}

function group(cacheSecurityGroupName: string, ...names: readonly string[]): Place {
  return { name: { cacheSecurityGroupName }, letsIn: by(...names) };
}

function moment(places: readonly Place[], more: Partial<Moment> = {}): Moment {
  return {
    profile: "dev",
    region: "us-west-2",
    at: "2026-11-01T10:00:00.000Z",
    places,
    notRead: {},
    ...more,
  };
}

const later = { at: "2026-11-02T10:00:00.000Z" };

describe("two moments", () => {
  it("that are alike have no difference", () => {
    const places = [cache("a", by("web", "10.0.0.0/8")), group("g", "app")];
    const { added, removed, notKnown, same } = compareMoments(moment(places), moment(places, later));
    assert.deepEqual([added, removed, notKnown, same], [[], [], [], 3]);
  });

  it("tell who is let in since, and who is not any more, in places that stay", () => {
    const { added, removed, same } = compareMoments(
      moment([cache("a", by("web", "old")), group("g", "app")]),
      moment([cache("a", by("web", "new")), group("g", "app", "more")], later),
    );
    const name = { cacheKind: "cluster", cacheId: "a" };
    assert.deepEqual(added, [
      { ...name, source: "new" },
      { cacheSecurityGroupName: "g", source: "more" },
    ]);
    assert.deepEqual(removed, [{ ...name, source: "old" }]);
    assert.equal(same, 2);
  });

  it("tell of a place that is new or gone as such", () => {
    const { added, removed } = compareMoments(
      moment([cache("old", by("web"))]),
      moment([cache("new", by("web"))], later),
    );
    assert.deepEqual(added, [{ cacheKind: "cluster", cacheId: "new", source: "web", placeIsNew: true }]);
    assert.deepEqual(removed, [{ cacheKind: "cluster", cacheId: "old", source: "web", placeIsGone: true }]);
  });

  it("never call gone what was not read, be it a place's rules or a whole list", () => {
    const whole = moment([cache("a", by("web")), cache("b", by("web"))]);
    const half = moment([cache("a", [], "its rules were not read")], {
      ...later,
      notRead: { caches: "Profile dev may not list them" },
    });
    const lost = compareMoments(whole, half);
    assert.deepEqual([lost.added, lost.removed], [[], []]);
    assert.deepEqual(
      lost.notKnown.map(({ at, source, why }) => [at, source, why]),
      [
        ["after", undefined, "Profile dev may not list them"],
        ["after", "web", "its rules were not read"],
      ],
    );
    const found = compareMoments(half, { ...whole, ...later });
    assert.deepEqual([found.added, found.removed], [[], []], "nor new what was not read before");
    assert.deepEqual(
      found.notKnown.map(({ at }) => at),
      ["before", "before"],
    );
  });

  it("tell what is certain of a place that was read in part", () => {
    const { added, removed, notKnown } = compareMoments(
      moment([cache("a", by("web", "old"))]),
      moment([cache("a", by("new"), "a group could not be read")], later),
    );
    assert.deepEqual(
      added.map(({ source }) => source),
      ["new"],
    );
    assert.deepEqual(removed, []);
    assert.deepEqual(
      notKnown.map(({ source }) => source),
      ["web", "old"],
    );
  });

  it("of one target go by ids, of two by names", () => {
    const renamed = [{ key: "id-web", text: "frontend" }];
    const one = compareMoments(moment([cache("a", by("web"))]), moment([cache("a", renamed)], later));
    assert.deepEqual([one.added, one.removed], [[], []]);
    const elsewhere = moment([cache("a", [{ key: "id-other", text: "web" }])], { profile: "prod" });
    const two = compareMoments(moment([cache("a", by("web"))]), elsewhere);
    assert.deepEqual([two.added, two.removed, two.same], [[], [], 1]);
  });
});

describe("the page of a comparison", () => {
  it("says what differs, what is not known, and where from", () => {
    const text = comparisonMarkdown(
      compareMoments(
        moment([cache("a", by("web", "old")), cache("c", by("web"), "its port is not known yet")]),
        moment([cache("a", by("web", "[x](command:y)\n# z")), cache("b", by("web"))], later),
      ),
    );
    assert.match(text, /^# Access in dev, us-west-2\n\n\*\*2 more, 2 fewer, and not all is known\*\*/);
    assert.match(
      text,
      /## Let in since\n\n- cache a\n {2}- \\\[x\\\]\(command:y\)\\\\n# z\n- cache b, which is new\n/,
    );
    assert.match(text, /## Not let in any more\n\n- cache a\n {2}- old\n- cache c, which is gone\n/);
    assert.match(text, /## Not known\n\n- cache c: before, its port is not known yet/);
    assert.doesNotMatch(text, /^# z/m);
  });

  it("says that there is no difference, and of two targets which has what", () => {
    const one = moment([cache("a", by("web"))]);
    assert.match(
      comparisonMarkdown(compareMoments(one, { ...one, ...later })),
      /\*\*No difference was found\*\*/,
    );
    const two = comparisonMarkdown(compareMoments(one, moment([], { profile: "prod" })));
    assert.match(two, /## Let in only in dev, us-west-2\n\n- cache a, which the other has not\n/);
  });
});

describe("a comparison", () => {
  const before = moment(
    [
      cache("a", by("web", "old")),
      cache("c", by("web"), "its port is not known yet"),
      group("g", "app"),
      cache("gone", by("x", "y")),
    ],
    { accountId: "111122223333", notRead: { cacheSecurityGroups: "You may not list them" } },
  );
  const places = [cache("a", by("web", "new")), cache("c", by("app")), cache("fresh", by("x")), group("g")];

  it("is as written down", () => {
    const pages = [
      compareMoments(before, moment(places, later)),
      compareMoments(before, moment(places, { ...later, profile: "prod", region: "eu-west-1" })),
      compareMoments(moment([]), moment([], later)),
      compareMoments(moment(places), moment([group("new", "app")], { profile: "prod" })),
    ].map(comparisonMarkdown);
    isAsWrittenDown("test/unit/core/compare/told/pages.txt", pages.join("\n----\n"));
  });
});

describe("moments as they are kept", () => {
  it("are read as they were written, and not where they are broken", () => {
    const whole = moment([cache("a", by("web"), "why"), group("g", "app")], {
      accountId: "123456781234",
      notRead: { caches: "why" },
    });
    assert.deepEqual(momentsIn(JSON.stringify([whole])), [whole]);
    for (const broken of [
      "",
      "{",
      "7",
      JSON.stringify([{ ...whole, at: "yesterday" }]),
      JSON.stringify([{ ...whole, places: [{}] }]),
      JSON.stringify([{ ...whole, places: [7] }]),
      JSON.stringify([{ ...whole, places: [null] }]),
      JSON.stringify([{ ...whole, places: [cache("a", [{ key: "x" } as LetIn])] }]),
      JSON.stringify([null, { ...whole, notRead: undefined }]),
      ...["profile", "region", "at", "places", "notRead"].map((field) =>
        JSON.stringify([{ ...whole, [field]: 7 }]),
      ),
      JSON.stringify([[whole]]),
      JSON.stringify(whole),
      ...[{}, { cacheKind: "shard", cacheId: "a" }, { cacheKind: "cluster" }, "a", 7].map((name) =>
        JSON.stringify([{ ...whole, places: [{ ...group("g"), name }] }]),
      ),
      JSON.stringify([{ ...whole, places: [{ ...group("g"), letsIn: "all" }] }]),
      JSON.stringify([{ ...whole, places: [{ ...group("g"), letsIn: [{ key: 1, text: "x" }] }] }]),
    ]) {
      assert.deepEqual(momentsIn(broken), [], broken);
    }
  });
});
