import assert from "node:assert/strict";
import type { Judged } from "../../../src/changes/change";
import type { DeletedGroupItem } from "../../../src/changes/deletedGroup";
import { deleteQuestion, named } from "../../../src/changes/deleteQuestion";
import type { Grant } from "../../../src/core/cacheSecurityGroups/cacheSecurityGroup";

type Open = Judged<DeletedGroupItem, undefined>;

function grants(count: number): readonly Grant[] {
  return Array.from({ length: count }, (_, index) => ({
    ec2SecurityGroupName: `web-${index + 1}`,
    ec2SecurityGroupOwnerId: "565419523791",
    status: "authorized",
  }));
}

/** A group that lets so many in, or of which nobody knows. */
function open(cacheSecurityGroupName: string, count: number | "not read", region = "us-west-2"): Open {
  const item = { profile: "dev", region, cacheSecurityGroupName };
  const failure = { kind: "accessDenied", message: "May not look at shop.v2. Nothing was changed" } as const;
  return count === "not read"
    ? { item, verdict: { kind: "notKnown", failure } }
    : { item: { ...item, read: { description: "", grants: grants(count) } }, verdict: { kind: "toDo" } };
}

const kept: Open = {
  item: { profile: "dev", region: "us-west-2", cacheSecurityGroupName: "Default" },
  verdict: { kind: "impossible", failure: { kind: "invalidParameter", message: "It stays" } },
};

describe("the question before one cache security group is deleted", () => {
  it("is a modal where nobody is let in", () => {
    assert.deepEqual(deleteQuestion([open("Shop", 0)], []), {
      message: "Delete the cache security group shop?",
      detail: "It lets nobody in (us-west-2, profile dev).",
      action: "Delete",
    });
  });

  for (const [count, goes] of [
    [1, "It goes with its grant: web-1 of 565419523791"],
    [2, "It goes with its 2 grants: web-1 of 565419523791, web-2 of 565419523791"],
  ] as const) {
    it(`names the ${count} that it lets in, and wants its name typed`, () => {
      assert.deepEqual(deleteQuestion([open("Shop", count)], []), {
        message: "Delete the cache security group shop?",
        detail: `${goes} (us-west-2, profile dev).`,
        action: "Delete",
        typed: {
          title: "Delete shop",
          prompt: "shop lets somebody in. Type its name to delete it",
          text: "shop",
          wrong: "Type shop to delete it",
        },
      });
    });
  }

  it("says why nobody knows whom it lets in, and wants its name typed", () => {
    const { detail, typed } = deleteQuestion([open("shop.v2", "not read")], []);
    assert.equal(
      detail,
      "Whom it lets in could not be read: May not look at shop.v2 (us-west-2, profile dev).",
    );
    assert.equal(typed?.prompt, "shop.v2 may let somebody in. Type its name to delete it");
  });

  it("says that default stays, where that was among those to be deleted", () => {
    assert.equal(
      deleteQuestion([open("shop", 0)], [kept]).detail,
      "It lets nobody in (us-west-2, profile dev).\n\nThe groups named default stay: each region keeps its own.",
    );
    assert.ok(!deleteQuestion([open("shop", 0)], [open("jobs", 0)]).detail.includes("default"));
  });
});

describe("the question before several cache security groups are deleted", () => {
  it("names each with what it lets in, below its target, and wants their number typed", () => {
    const groups = [open("Shop", 2), open("jobs", 0), open("old", 1, "eu-west-1"), open("odd", "not read")];
    assert.deepEqual(deleteQuestion(groups, [kept]), {
      message: "Delete 4 cache security groups?",
      detail: [
        "us-west-2, profile dev:",
        "• Shop: 2 grants",
        "• jobs: lets nobody in",
        "• odd: not read",
        "eu-west-1, profile dev:",
        "• old: 1 grant",
        "",
        "The groups named default stay: each region keeps its own.",
      ].join("\n"),
      action: "Delete",
      typed: {
        title: "Delete 4 cache security groups",
        prompt: "3 of them may let somebody in. Type the number of groups to delete: 4",
        text: "4",
        wrong: "Type 4 to delete 4 groups",
      },
    });
  });

  it("is a modal alone where none lets anybody in", () => {
    const question = deleteQuestion([open("shop", 0), open("jobs", 0)], []);
    assert.equal(question.message, "Delete 2 cache security groups?");
    assert.equal(question.action, "Delete");
    assert.equal(question.typed, undefined);
  });
});

describe("whom a group lets in, in words", () => {
  it("are five by name, and that there are more", () => {
    const five = [1, 2, 3, 4, 5].map((number) => `web-${number} of 565419523791`).join(", ");
    assert.equal(named(grants(5)), five);
    assert.equal(named(grants(6)), `${five}…`);
  });
});
