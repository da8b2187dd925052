import assert from "node:assert/strict";
import { toAuthorize, toRevoke } from "../../../src/changes/grants";
import type { CacheSecurityGroup } from "../../../src/core/cacheSecurityGroups/cacheSecurityGroup";
import type { IngressItem } from "../../../src/core/cacheSecurityGroups/items";

const item = (
  cacheSecurityGroupName: string,
  ec2SecurityGroupName: string,
  profile = "dev",
): IngressItem => ({
  profile,
  region: "us-west-2",
  cacheSecurityGroupName,
  ec2SecurityGroupName,
  ec2SecurityGroupOwnerId: "565419523791",
});

const group = (name: string, grants: Readonly<Record<string, string>> = {}): CacheSecurityGroup => ({
  name,
  description: "",
  ownerId: "123456781234",
  grants: Object.entries(grants).map(([ec2SecurityGroupName, status]) => ({
    ec2SecurityGroupName,
    ec2SecurityGroupOwnerId: "565419523791",
    status,
  })),
});

describe("the verdict on a grant that is to be", () => {
  const known = group("a", { in: "authorized", soon: "authorizing", leaving: "revoking" });
  const kinds = (judge: typeof toAuthorize) =>
    ["in", "soon", "leaving", "new"].map((name) => {
      const verdict = judge(item("A", name), known);
      return verdict.kind === "alreadySo" && verdict.missing
        ? `missing ${verdict.missing.code}`
        : verdict.kind;
    });

  it("is to do where it is not let in, or not for long", () => {
    assert.deepEqual(kinds(toAuthorize), ["alreadySo", "alreadySo", "toDo", "toDo"]);
  });

  it("is to do where it is let in, and tells what is going from what is not there", () => {
    assert.deepEqual(kinds(toRevoke), ["toDo", "toDo", "alreadySo", "missing AuthorizationNotFound"]);
  });

  it("takes another owner's group of the same name for another group", () => {
    const other = { ...item("a", "in"), ec2SecurityGroupOwnerId: "123456781234" };
    assert.equal(toAuthorize(other, known).kind, "toDo");
  });

  it("is impossible in a group that is not there", () => {
    for (const judge of [toAuthorize, toRevoke]) {
      const verdict = judge(item("b", "in"), undefined);
      assert.ok(verdict.kind === "impossible");
      assert.equal(verdict.failure.kind, "notFound");
    }
  });
});
