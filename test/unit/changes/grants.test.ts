import assert from "node:assert/strict";
import type { Verdict } from "../../../src/changes/change";
import { authorizeGrants, authorizeManyGrants, revokeGrants } from "../../../src/changes/grants";
import { toAuthorize, toRevoke } from "../../../src/changes/grantVerdicts";
import type { CacheSecurityGroup } from "../../../src/core/cacheSecurityGroups/cacheSecurityGroup";
import type { Ingress } from "../../../src/core/cacheSecurityGroups/ingress";
import type { IngressItem } from "../../../src/core/cacheSecurityGroups/items";
import type { Failure } from "../../../src/core/failures/failures";
import { failed, succeeded } from "../../../src/core/outcome";
import type { Target } from "../../../src/core/target";
import type { Settled } from "../../../src/store/follower";
import { ChangedAccount } from "../support/accountServices";

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

const known = group("a", { in: "authorized", soon: "authorizing", leaving: "revoking" });
const denied: Failure = { kind: "accessDenied", message: "May not look" };
const expired: Failure = { kind: "credentials", message: "The keys have expired" };
const gone: Failure = { kind: "notFound", code: "CacheSecurityGroupNotFound", message: "It is gone" };

/** The account with the group, and its services. */
function account(...groups: readonly CacheSecurityGroup[]) {
  const changed = new ChangedAccount();
  changed.cacheSecurityGroups = groups;
  return { changed, ...changed.services() };
}

function words(verdict: Verdict | undefined): string {
  switch (verdict?.kind) {
    case "alreadySo":
      return `alreadySo: ${verdict.why}${verdict.missing ? `, missing: ${verdict.missing.code}` : ""}`;
    case "impossible":
    case "notKnown":
      return `${verdict.kind}: ${verdict.failure.kind}`;
    case "toDo":
      return `toDo${verdict.changed === undefined ? "" : `: ${verdict.changed}`}`;
    case undefined:
      return "";
  }
}

describe("the verdict on a grant that is to be", () => {
  const names = ["in", "soon", "leaving", "new"];

  it("is to do where it is not let in, or not for long", () => {
    assert.deepEqual(
      names.map((name) => words(toAuthorize(item("A", name), known))),
      ["alreadySo: The status is authorized", "alreadySo: The status is authorizing", "toDo", "toDo"],
    );
  });

  it("is to do where it is let in, and tells what is going from what is not there", () => {
    assert.deepEqual(
      names.map((name) => words(toRevoke(item("A", name), known))),
      [
        "toDo",
        "toDo",
        "alreadySo: The status is revoking",
        "alreadySo: It is not let in, missing: AuthorizationNotFound",
      ],
    );
  });

  it("says what was not there, and that nothing was sent", () => {
    const verdict = toRevoke(item("a", "new"), known);
    assert.deepEqual(verdict.kind === "alreadySo" && verdict.missing, {
      kind: "notFound",
      code: "AuthorizationNotFound",
      message: "a does not let in new of account 565419523791 (any more). Nothing was sent",
    });
  });

  it("takes another owner's group of the same name for another group", () => {
    const other = { ...item("a", "in"), ec2SecurityGroupOwnerId: "123456781234" };
    assert.equal(toAuthorize(other, known).kind, "toDo");
  });

  it("is impossible in a group that is not there, and names the field", () => {
    for (const judge of [toAuthorize, toRevoke]) {
      const verdict = judge(item("b", "in"), undefined);
      assert.ok(verdict.kind === "impossible");
      assert.equal(verdict.failure.kind, "notFound");
      assert.equal(verdict.failure.field, "cacheSecurityGroupName");
    }
  });
});

describe("the look at grants", () => {
  it("reads each group once, and judges each grant by its own", async () => {
    const { changed, services } = account(known, group("b", { in: "authorized" }));
    const items = [item("a", "new"), item("A", "in"), item("b", "in")];
    const judge = async (change: typeof authorizeGrants) =>
      (await change(services).look(items)).map(({ verdict }) => verdict.kind);
    assert.deepEqual(await judge(authorizeGrants), ["toDo", "alreadySo", "alreadySo"]);
    assert.deepEqual(await judge(revokeGrants), ["alreadySo", "toDo", "toDo"]);
    assert.deepEqual(changed.looks, ["a", "b", "a", "b"]);
  });

  for (const [failure, kind] of [
    [denied, "notKnown"],
    [expired, "impossible"],
  ] as const) {
    it(`that fails with ${failure.kind} comes to ${kind}`, async () => {
      const { changed, services } = account(known);
      changed.refusal = failed(failure);
      for (const change of [authorizeGrants, revokeGrants]) {
        const [judged] = await change(services).look([item("a", "in")]);
        assert.deepEqual(judged?.verdict, { kind, failure });
      }
    });
  }
});

describe("a grant that is sent", () => {
  const asked: unknown[] = [];
  const answer = group("a", { new: "authorizing" });
  const sent = (word: string) => async (at: Target, ingress: Ingress) => {
    asked.push([word, at, ingress]);
    return succeeded({ group: answer });
  };
  const api = { authorizeIngress: sent("authorize"), revokeIngress: sent("revoke") };
  const target = { profile: "dev", region: "us-west-2" };

  it("goes to its target, and is shown as it was answered", async () => {
    for (const [change, word] of [
      [authorizeGrants, "authorize"],
      [revokeGrants, "revoke"],
    ] as const) {
      const { changed, services } = account(group("a"));
      changed.api = api;
      await services.state.groups.load(target);
      asked.splice(0);
      assert.deepEqual(await change(services).send(item("a", "new")), succeeded(answer));
      assert.deepEqual(asked, [[word, target, item("a", "new")]]);
      assert.deepEqual(services.state.groups.find(target, "a")?.grants, answer.grants);
      assert.deepEqual(changed.looks, ["all"], "what was read already is not read again");
      assert.deepEqual(changed.recent, word === "authorize" ? ["new of 565419523791"] : []);
    }
  });

  it("has the groups of a target read that nobody has opened, so that it can be followed", async () => {
    const { changed, services } = account(group("a"));
    changed.api = api;
    await authorizeGrants(services).send(item("a", "new"));
    assert.deepEqual(changed.looks, ["all"]);
  });

  for (const [failure, isOpen, looks] of [
    [gone, true, ["all", "all"]],
    [gone, false, []],
    [denied, true, ["all"]],
  ] as const) {
    it(`that fails with ${failure.kind} in a target that is ${isOpen ? "open" : "not open"} reads ${looks.length}`, async () => {
      const { changed, services } = account(group("a"));
      const refuse = async () => failed(failure);
      changed.api = { authorizeIngress: refuse, revokeIngress: refuse };
      if (isOpen) {
        await services.state.groups.load(target);
      }
      assert.deepEqual(await authorizeGrants(services).send(item("a", "new")), failed(failure));
      assert.deepEqual(changed.looks, looks);
      assert.deepEqual(changed.recent, []);
    });
  }

  it("is so already by the failure that says so, and by no other", () => {
    const { services } = account();
    const kinds = ["alreadyAuthorized", "notFound", "quota"] as const;
    const told = (change: typeof authorizeGrants) =>
      kinds.filter((kind) => change(services).alreadySo({ kind, message: "" }));
    assert.deepEqual([told(authorizeGrants), told(revokeGrants)], [["alreadyAuthorized"], ["notFound"]]);
  });

  it("may be sent again while AWS is busy", () => {
    const { isPassing } = authorizeGrants(account().services);
    const kinds = ["throttled", "invalidState", "quota"] as const;
    assert.deepEqual(
      kinds.map((kind) => isPassing({ kind, message: "" })),
      [true, true, false],
    );
  });
});

describe("how a grant ends", () => {
  const at = (status: string): Settled => ({
    end: "settled",
    grant: { ec2SecurityGroupName: "new", ec2SecurityGroupOwnerId: "565419523791", status },
  });
  const who = "new of account 565419523791";
  const where = "A in us-west-2 (dev)";

  for (const [settled, severity, text, canUndo] of [
    [at("authorized"), "information", `${who} is authorized in ${where}`, true],
    [at("odd"), "warning", `${who} now has the status odd in ${where}`, true],
    [{ end: "gone" }, "warning", `${who} was authorized and is gone again from ${where}`, false],
  ] as const) {
    it(`authorized, and then ${settled.end === "settled" ? settled.grant.status : settled.end}`, async () => {
      const { changed, services, shown } = account();
      changed.settled = settled;
      const end = await authorizeGrants(services).end(item("A", "new"), known);
      assert.deepEqual(end, { severity, text, canUndo });
      assert.deepEqual(shown, ["cacheSecurityGroup dev us-west-2 a"], "its row is shown, by its stored name");
    });
  }

  it("authorized, and authorizing for longer than anybody waits", async () => {
    const { changed, services } = account();
    changed.settled = { end: "timedOut" };
    const end = await authorizeGrants(services).end(item("A", "new"), known);
    assert.match(
      end?.text ?? "",
      /^new of account 565419523791 has been authorizing since \d+:\d\d.* in A in us-west-2 \(dev\); Refresh looks again$/,
    );
    assert.deepEqual([end?.severity, end?.canUndo], ["warning", true]);
  });

  for (const [settled, severity, text, canUndo] of [
    [{ end: "gone" }, "information", `${who} is revoked from ${where}`, true],
    [at("authorized"), "warning", `${who} has the status authorized again in ${where}`, false],
    [
      { end: "timedOut" },
      "warning",
      `${who} is still being revoked from ${where}; Refresh looks again`,
      false,
    ],
  ] as const) {
    it(`revoked, and then ${settled.end === "settled" ? settled.grant.status : settled.end}`, async () => {
      const { changed, services } = account();
      changed.settled = settled;
      const end = await revokeGrants(services).end(item("A", "new"), group("a", { new: "revoking" }));
      assert.deepEqual(end, { severity, text, canUndo });
    });
  }

  it("revoked and gone with the answer, which nobody waits for", async () => {
    const { changed, services } = account();
    changed.settled = { end: "timedOut" };
    const end = await revokeGrants(services).end(item("A", "new"), group("a"));
    assert.equal(end?.text, `${who} is revoked from ${where}`);
  });

  it("says nothing where the window closes", async () => {
    const { services } = account();
    assert.equal(await authorizeGrants(services).end(item("A", "new"), known), undefined);
    const leaving = group("a", { new: "revoking" });
    assert.equal(await revokeGrants(services).end(item("A", "new"), leaving), undefined);
  });
});

describe("the words of changes of grants", () => {
  const { services } = account();

  it("name the command, and count what is being done", () => {
    const told = [authorizeGrants(services), authorizeManyGrants(services), revokeGrants(services)].map(
      ({ command, title, done, undone, doing }) => [command, title, done, undone, doing(1), doing(1200)],
    );
    const again = "somebody has let it in again";
    assert.deepEqual(told, [
      [
        "authorizeIngress",
        "Authorize Ingress",
        "authorized",
        again,
        "Authorizing 1 grant",
        "Authorizing 1200 grants",
      ],
      [
        "authorizeMany",
        "Authorize Many",
        "authorized",
        again,
        "Authorizing 1 grant",
        "Authorizing 1200 grants",
      ],
      [
        ...["revokeIngress", "Revoke Ingress", "revoked", "somebody has revoked it already"],
        ...["Revoking 1 grant", "Revoking 1200 grants"],
      ],
    ]);
  });

  it("say of one that it was so already", () => {
    assert.equal(
      authorizeGrants(services).unchanged(item("a", "in")),
      "in of account 565419523791 was let in by a already",
    );
    assert.equal(
      revokeGrants(services).unchanged(item("a", "in")),
      "in of account 565419523791 is being revoked from a already",
    );
  });

  it("are equal for the same grant in whatever case its group is written, and for no other", () => {
    const { key, scope } = authorizeGrants(services);
    assert.equal(key(item("A", "in")), key(item("a", "in")));
    assert.equal(scope(item("A", "in")), scope(item("a", "out")));
    const others = [
      item("a", "out"),
      item("b", "in"),
      item("a", "in", "prod"),
      { ...item("a", "in"), region: "eu-west-1" },
      { ...item("a", "in"), ec2SecurityGroupOwnerId: "123456781234" },
    ];
    assert.equal(new Set([item("a", "in"), ...others].map(key)).size, 6);
  });

  it("ask about one grant by its name, and about several by their groups", () => {
    const { question } = revokeGrants(services);
    const asked = (...items: readonly IngressItem[]) =>
      question?.(
        items.map((each) => ({ item: each, verdict: { kind: "toDo" } })),
        [],
      );
    assert.deepEqual(asked(item("a", "in")), {
      message: "Revoke in of account 565419523791 from a?",
      detail:
        "What runs in that EC2 security group will not reach the caches in a (us-west-2, profile dev) any more.",
      action: "Revoke",
    });
    assert.deepEqual(asked(item("a", "in"), item("A", "soon"), item("b", "in", "prod")), {
      message: "Revoke 3 grants from 2 cache security groups?",
      detail: [
        "What runs in these EC2 security groups will not reach the caches any more:",
        "",
        "us-west-2, profile dev:",
        "• in of 565419523791, from a",
        "• soon of 565419523791, from A",
        "us-west-2, profile prod:",
        "• in of 565419523791, from b",
      ].join("\n"),
      action: "Revoke",
    });
  });

  it("have what names a grant in results and reports, and what was answered in the API's shape", () => {
    const { fields, cells, value, copy } = authorizeGrants(services);
    const named = { ...item("a", "in"), more: "of the caller" };
    assert.deepEqual(fields(named), item("a", "in"));
    assert.deepEqual(copy?.(named), item("a", "in"));
    assert.deepEqual(cells?.(named), ["dev", "us-west-2", "a", "565419523791/in"]);
    const answered = value(named, known);
    assert.ok(typeof answered === "object" && answered !== null && "CacheSecurityGroupName" in answered);
  });

  it("are each the way back of the other, of one or of several", () => {
    const undone = (change: ReturnType<typeof authorizeGrants>, count: number) =>
      change
        .undo?.(["in", "soon"].slice(0, count).map((name) => ({ item: item("a", name), answer: known })))
        .into((way, items) => `${way.command} ${items.length}`);
    assert.equal(undone(authorizeGrants(services), 2), "revokeIngress 2");
    assert.equal(undone(revokeGrants(services), 1), "authorizeIngress 1");
    assert.equal(undone(revokeGrants(services), 2), "authorizeMany 2");
  });
});
