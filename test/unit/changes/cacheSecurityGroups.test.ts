import assert from "node:assert/strict";
import { createGroups, deleteGroups } from "../../../src/changes/cacheSecurityGroups";
import type { CacheSecurityGroup } from "../../../src/core/cacheSecurityGroups/cacheSecurityGroup";
import type { Failure } from "../../../src/core/failures/failures";
import { failed, succeeded } from "../../../src/core/outcome";
import { ChangedAccount } from "../support/accountServices";

const target = { profile: "dev", region: "us-west-2" };
const named = (cacheSecurityGroupName: string) => ({ ...target, cacheSecurityGroupName });
const wanted = (name: string) => ({ ...named(name), description: "Of the shop" });

function group(name: string, more: Partial<CacheSecurityGroup> = {}): CacheSecurityGroup {
  return { name, description: "Of the shop", ownerId: "123456781234", grants: [], ...more };
}

const web = { ec2SecurityGroupName: "web", ec2SecurityGroupOwnerId: "565419523791", status: "authorized" };
const jobs = { ...web, ec2SecurityGroupName: "jobs" };
const denied: Failure = { kind: "accessDenied", message: "May not look" };
const expired: Failure = { kind: "credentials", message: "The keys have expired" };

function account(...groups: readonly CacheSecurityGroup[]) {
  const changed = new ChangedAccount();
  changed.cacheSecurityGroups = groups;
  return { changed, ...changed.services() };
}

describe("the look before a cache security group is made", () => {
  it("tells those to make from one that is there already, and from another of the name", async () => {
    const { services } = account(
      group("there"),
      group("other", { description: "Mine" }),
      group("full", { grants: [web] }),
    );
    const judged = await createGroups(services).look(["new", "There", "other", "full"].map(wanted));
    const taken = (name: string) => ({
      kind: "impossible",
      failure: {
        kind: "alreadyExists",
        field: "cacheSecurityGroupName",
        message: `There is a cache security group ${name} in us-west-2 already. Nothing was sent`,
      },
    });
    assert.deepEqual(
      judged.map(({ verdict }) => verdict),
      [
        { kind: "toDo" },
        { kind: "alreadySo", why: "It is there", answer: group("there") },
        taken("other"),
        taken("full"),
      ],
    );
  });

  for (const [failure, kind] of [
    [denied, "notKnown"],
    [expired, "impossible"],
  ] as const) {
    it(`comes to ${kind} where it fails with ${failure.kind}`, async () => {
      const { changed, services } = account();
      changed.refusal = failed(failure);
      const [made] = await createGroups(services).look([wanted("new")]);
      const [deleted] = await deleteGroups(services).look([named("new")]);
      assert.deepEqual(
        [made?.verdict, deleted?.verdict],
        [
          { kind, failure },
          { kind, failure },
        ],
      );
    });
  }
});

describe("the look before a cache security group is deleted", () => {
  const read = (...grants: CacheSecurityGroup["grants"]) => ({ description: "Of the shop", grants });

  it("does not ask about default, which stays", async () => {
    const { changed, services } = account(group("default"));
    const [judged] = await deleteGroups(services).look([named("Default")]);
    assert.deepEqual(judged?.verdict.kind === "impossible" && judged.verdict.failure, {
      kind: "invalidParameter",
      field: "cacheSecurityGroupName",
      message: "Each region keeps its group named default. Nothing was sent",
    });
    assert.deepEqual(changed.looks, []);
  });

  it("tells what is not there", async () => {
    const { services } = account();
    const [judged] = await deleteGroups(services).look([named("gone")]);
    assert.deepEqual(judged?.verdict, {
      ...{ kind: "alreadySo", why: "It is not there", answer: undefined },
      missing: {
        kind: "notFound",
        code: "CacheSecurityGroupNotFound",
        message: "There is no cache security group gone in us-west-2 (dev). Nothing was sent",
      },
    });
  });

  for (const [what, before, changed] of [
    ["that nobody has read", undefined, undefined],
    ["that is as it was read", read(web, jobs), undefined],
    ["that lets in fewer", read(web, jobs, { ...web, ec2SecurityGroupName: "old" }), undefined],
    ["whose grant has another status by now", read({ ...web, status: "authorizing" }, jobs), undefined],
    ["that lets in one more", read(web), "shop lets in jobs of 565419523791 now"],
    ["that lets in two more", read(), "shop lets in web of 565419523791, jobs of 565419523791 now"],
    [
      "that is another of its name",
      { ...read(web, jobs), description: "Mine" },
      "shop is another group by now",
    ],
  ] as const) {
    it(`finds one ${what} ${changed ?? "unchanged"}`, async () => {
      const { services } = account(group("shop", { grants: [web, jobs] }));
      const [judged] = await deleteGroups(services).look([
        { ...named("Shop"), ...(before ? { read: before } : {}) },
      ]);
      assert.deepEqual(judged?.verdict, { kind: "toDo", ...(changed ? { changed } : {}) });
      assert.deepEqual(judged?.item.read, read(web, jobs), "it is asked about as it is now");
    });
  }
});

describe("a cache security group that is sent", () => {
  it("is made, or deleted by its stored name, and shown", async () => {
    const { changed, services, shown } = account(group("old"));
    const asked: unknown[] = [];
    changed.api = {
      createCacheSecurityGroup: async (...given) => {
        asked.push(given);
        return succeeded(group("shop"));
      },
      deleteCacheSecurityGroup: async (...given) => {
        asked.push(given);
        return succeeded(undefined);
      },
    };
    await services.state.groups.load(target);
    const [create, remove] = [createGroups(services), deleteGroups(services)];
    assert.deepEqual(await create.send(wanted("Shop")), succeeded(group("shop")));
    assert.deepEqual(await remove.send(named("Old")), succeeded(undefined));
    assert.deepEqual(asked, [
      [target, { name: "Shop", description: "Of the shop" }],
      [target, "old"],
    ]);
    assert.deepEqual(services.state.groups.get(target).value, [group("shop")]);
    assert.deepEqual(await create.end(wanted("Shop"), group("shop")), {
      severity: "information",
      text: "shop was created in us-west-2 (dev)",
      canUndo: true,
    });
    assert.deepEqual(shown, ["cacheSecurityGroup dev us-west-2 shop"]);
    assert.deepEqual(await remove.end(named("Old"), undefined), {
      severity: "information",
      text: "Old was deleted in us-west-2 (dev)",
      canUndo: false,
    });
  });

  it("is so already by no failure when made, and by its absence when deleted", () => {
    const { services } = account();
    const kinds = ["alreadyExists", "notFound", "quota"] as const;
    const told = ({ alreadySo }: Pick<ReturnType<typeof createGroups>, "alreadySo">) =>
      kinds.filter((kind) => alreadySo({ kind, message: "" }));
    assert.deepEqual([told(createGroups(services)), told(deleteGroups(services))], [[], ["notFound"]]);
  });

  it("is sent again where there are too many requests, and not where it is in use", () => {
    const { isPassing } = deleteGroups(account().services);
    assert.deepEqual(
      (["throttled", "invalidState"] as const).map((kind) => isPassing({ kind, message: "" })),
      [true, false],
    );
  });
});

describe("the words of changes of cache security groups", () => {
  const { services } = account();
  const [create, remove] = [createGroups(services), deleteGroups(services)];

  it("name the command, and count what is being done", () => {
    assert.deepEqual(
      [create, remove].map(({ command, title, done, undone, doing }) => [
        command,
        title,
        done,
        undone,
        doing(1),
        doing(2),
      ]),
      [
        [
          ...[
            "createCacheSecurityGroup",
            "Create Cache Security Group",
            "created",
            "somebody has made it again",
          ],
          ...["Creating 1 cache security group", "Creating 2 cache security groups"],
        ],
        [
          ...[
            "deleteCacheSecurityGroup",
            "Delete Cache Security Group",
            "deleted",
            "it is not there any more",
          ],
          ...["Deleting 1 cache security group", "Deleting 2 cache security groups"],
        ],
      ],
    );
    assert.equal(create.unchanged(wanted("shop")), "shop was there already");
    assert.equal(remove.unchanged(named("shop")), "shop is not there any more");
  });

  it("are equal for the same group in whatever case, and for no other", () => {
    assert.equal(create.key(wanted("Shop")), create.key(wanted("shop")));
    assert.equal(create.scope(wanted("Shop")), create.scope(wanted("shop")));
    assert.notEqual(create.scope(wanted("Shop")), create.scope(wanted("jobs")));
    assert.equal(
      new Set([wanted("a"), wanted("b"), { ...wanted("a"), profile: "prod" }].map(create.key)).size,
      3,
    );
  });

  it("have what names a group in results, and what was made in the API's shape", () => {
    const more = { ...wanted("shop"), more: "of the caller" };
    assert.deepEqual(create.fields(more), wanted("shop"));
    assert.deepEqual(remove.fields(more), named("shop"));
    const answered = create.value(wanted("shop"), group("shop"));
    assert.ok(typeof answered === "object" && answered !== null && "CacheSecurityGroupName" in answered);
    assert.equal(remove.value(named("shop"), undefined), undefined);
  });

  it("take back what was made by deleting it, as it was answered with nobody in it; there is no way back from that", () => {
    const items = create
      .undo?.([{ item: wanted("Shop"), answer: group("shop") }])
      .into((change, of) => [change.command, of]);
    assert.deepEqual(items, [
      "deleteCacheSecurityGroup",
      [{ ...named("shop"), read: { description: "Of the shop", grants: [] } }],
    ]);
    assert.equal(remove.undo, undefined);
  });
});
