import assert from "node:assert/strict";
import type { IngressItem } from "../../../src/core/batchItem";
import type { CacheSecurityGroup } from "../../../src/core/cacheSecurityGroups/cacheSecurityGroup";
import type { Failure, FailureKind } from "../../../src/core/failures/failures";
import { type KnownGroups, planIngress } from "../../../src/core/ingressPlan";

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

const failure = (kind: FailureKind): Failure => ({ kind, message: "" });

function verdicts(items: readonly IngressItem[], known: KnownGroups): readonly string[] {
  return planIngress(items, () => known).map(({ item: { ec2SecurityGroupName }, verdict }) => {
    const why =
      verdict.kind === "alreadySo"
        ? ` ${verdict.status}`
        : verdict.kind === "impossible"
          ? ` ${verdict.failure.kind}`
          : "";
    return `${ec2SecurityGroupName} ${verdict.kind}${why}`;
  });
}

describe("the plan of many ingresses", () => {
  it("tells what is to do, already so, and impossible", () => {
    const known = { value: [group("a", { in: "authorized", soon: "authorizing", leaving: "revoking" })] };
    const items = [
      item("a", "in"),
      item("A", "soon"),
      item("a", "leaving"),
      item("a", "new"),
      item("b", "elsewhere"),
    ];
    assert.deepEqual(verdicts(items, known), [
      "in alreadySo authorized",
      "soon alreadySo authorizing",
      "leaving toDo",
      "new toDo",
      "elsewhere impossible notFound",
    ]);
  });

  it("takes another owner's group of the same name for another group", () => {
    const other = { ...item("a", "in"), ec2SecurityGroupOwnerId: "123456781234" };
    assert.deepEqual(verdicts([other], { value: [group("a", { in: "authorized" })] }), ["in toDo"]);
  });

  it("plans once what is named twice, the group in whatever case, the EC2 group exactly", () => {
    const items = [item("a", "web"), item("A", "web"), item("a", "Web"), item("a", "web", "prod")];
    assert.equal(planIngress(items, () => ({})).length, 3);
  });

  it("does not trust what was read before a look failed, nor give up for want of the look", () => {
    const known = { value: [group("a", { in: "authorized" })], failure: failure("accessDenied") };
    assert.deepEqual(verdicts([item("a", "in"), item("b", "x")], known), ["in toDo", "x toDo"]);
  });

  for (const kind of ["classicRetired", "credentials", "regionDisabled"] as const) {
    it(`gives up on a target that answered ${kind}`, () => {
      assert.deepEqual(verdicts([item("a", "x")], { failure: failure(kind) }), [`x impossible ${kind}`]);
    });
  }
});
