import assert from "node:assert/strict";
import { openInVpc } from "../../../../src/core/caches/cacheFacts";
import { openQuestion, willBeOpen } from "../../../../src/core/reach/openWords";
import {
  type Around,
  opensToEverybody,
  widthWarnings,
  withoutEffect,
} from "../../../../src/core/reach/ruleDangers";
import { noPrefixLists } from "../../../../src/core/rules/prefixLists";
import { blocksOf, cacheOf, ruleFrom } from "../../../support/caches";

const rules = (...texts: readonly string[]) => texts.map((text) => ruleFrom(text));
const around = (more: Partial<Around> = {}): Around => ({
  ...{ groupId: "sg-1", rulesOf: () => [], caches: [cacheOf("one")], there: [], known: noPrefixLists },
  ...more,
});
const half = { there: rules("128.0.0.0/1") };
const six = { caches: [cacheOf("six", { networkType: "ipv6" })] };
const elsewhere = { caches: [cacheOf("far", { securityGroups: [{ id: "sg-2", status: "active" }] })] };
const halfRead = { lists: [], entries: new Map([["pl-half", blocksOf("0.0.0.0/1")]]) };
const withOthers = (ids: string) => `With rules that are there already, ${ids} will be open. ${openInVpc}`;
const notKnown = (what: string) => `What ${what} holds is not known: it may be everybody`;
const private10 = "All of 10.0.0.0/8: whatever has a private address there and can route to the VPC";

describe("how many a new rule lets in", () => {
  for (const [title, sources, more, warnings, opens] of [
    ["one block", ["192.0.2.0/24"], {}, [], undefined],
    ["a whole private range", ["10.0.0.0/8"], {}, [private10], undefined],
    ["everybody", ["0.0.0.0/0"], {}, [openInVpc], { answer: "yes", cacheIds: ["one"] }],
    [
      "two halves at once",
      ["0.0.0.0/1", "128.0.0.0/1"],
      {},
      [openInVpc],
      { answer: "yes", cacheIds: ["one"] },
    ],
    ["half, beside nothing", ["0.0.0.0/1"], {}, [private10], undefined],
    [
      "half, beside the other half",
      ["0.0.0.0/1"],
      half,
      [withOthers("one"), private10],
      { answer: "yes", cacheIds: ["one"] },
    ],
    [
      "half, beside the other half in another group of the cache",
      ["0.0.0.0/1"],
      {
        caches: [
          cacheOf("both", {
            securityGroups: ["sg-1", "sg-2"].map((id) => ({ id, status: "active" })),
          }),
          cacheOf("one"),
        ],
        rulesOf: (id: string) => (id === "sg-2" ? rules("128.0.0.0/1") : undefined),
      },
      [withOthers("both"), private10],
      { answer: "yes", cacheIds: ["both"] },
    ],
    [
      "half, of a cache that is open already",
      ["0.0.0.0/1"],
      { there: rules("0.0.0.0/0") },
      [private10],
      undefined,
    ],
    ["half, where the others could not be read", ["0.0.0.0/1"], { there: undefined }, [private10], undefined],
    [
      "half, beside half on another port",
      ["0.0.0.0/1"],
      { there: [ruleFrom("128.0.0.0/1", 22)] },
      [private10],
      undefined,
    ],
    ["everybody of another family", ["0.0.0.0/0"], six, [], undefined],
    [
      "everybody, in a group that no cache has",
      ["0.0.0.0/0"],
      elsewhere,
      [openInVpc],
      { answer: "yes", cacheIds: [] },
    ],
    ["a list that was not read", ["pl-1"], {}, [notKnown("pl-1")], { answer: "notKnown", cacheIds: ["one"] }],
    [
      "half by a list that was read, beside the other half",
      ["pl-half"],
      { ...half, known: halfRead },
      [withOthers("one"), private10],
      { answer: "yes", cacheIds: ["one"] },
    ],
    ["no rule", [], elsewhere, [], undefined],
  ] as readonly (readonly [string, readonly string[], Partial<Around>, readonly string[], unknown])[]) {
    it(`is told: ${title}`, () => {
      assert.deepEqual(widthWarnings(rules(...sources), around(more)), warnings);
      assert.deepEqual(opensToEverybody(rules(...sources), around(more)), opens);
    });
  }

  it("is everybody on the ports of a cache alone where it covers them", () => {
    const other = [ruleFrom("0.0.0.0/0", 22)];
    assert.deepEqual(opensToEverybody(other, around()), { answer: "yes", cacheIds: [] });
  });
});

describe("a rule without effect", () => {
  it("is told of each cache that has no address of its family", () => {
    const caches = [
      ...["ipv4", "ipv6", "dual_stack"].map((networkType) => cacheOf(networkType, { networkType })),
      cacheOf("far", { networkType: "ipv6", securityGroups: [{ id: "sg-2", status: "active" }] }),
    ];
    const told = (...texts: readonly string[]) => withoutEffect(rules(...texts), around({ caches }));
    assert.deepEqual(told("0.0.0.0/0"), ["It has no effect on ipv6, which is IPv6 only"]);
    assert.deepEqual(told("::/0"), ["It has no effect on ipv4, which is IPv4 only"]);
    assert.deepEqual(told("0.0.0.0/0", "::/0"), []);
    assert.deepEqual(told("sg-2"), []);
  });
});

describe("what lets everybody in, asked again", () => {
  it("names what it opens, as many as are read in a title", () => {
    const asked = (...ids: readonly string[]) => openQuestion(ids, "what has sg-1");
    const rest = "to whatever can route to the VPC?";
    assert.equal(asked(), `Open what has sg-1 ${rest}`);
    assert.equal(asked("a"), `Open a ${rest}`);
    assert.equal(asked("a", "b"), `Open a and b ${rest}`);
    assert.equal(asked("a", "b", "c"), `Open 3 caches ${rest}`);
  });

  it("says what it comes to, and of whom that is not certain", () => {
    const rest =
      "be open to whatever can route to the VPC: its own network, peered ones, VPN and transit gateways. Not the internet.";
    assert.equal(willBeOpen(["a", "b"]), `a, b will ${rest}`);
    assert.equal(willBeOpen(["a"], false), `a may ${rest}`);
  });
});
