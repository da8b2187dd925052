import assert from "node:assert/strict";
import type { Verdict } from "../../../../src/changes/change";
import { type GrantEndItem, setGrantEnds } from "../../../../src/changes/expiry/setGrantEnds";
import { momentWords } from "../../../../src/core/expiry/endWords";
import type { End } from "../../../../src/core/expiry/expiry";
import type { Failure } from "../../../../src/core/failures/failures";
import { failed, succeeded } from "../../../../src/core/outcome";
import { target } from "../../support/account";
import { denied, EndsAccount, hour, inAnHour, noon } from "../../support/endsAccount";

const at = noon + hour;
const end: End = { at, by: "sweep" };
const thisExtension = "this extension revokes it when it is next used";
const who = "default of account 565419523791";

function item(expires: GrantEndItem["expires"], more: Partial<GrantEndItem> = {}): GrantEndItem {
  return {
    ...{ ...target, cacheSecurityGroupName: "mygroup" },
    ...{ ec2SecurityGroupName: "default", ec2SecurityGroupOwnerId: "565419523791" },
    expires,
    ...more,
  };
}
const exactly = (time: number) => ({ kind: "at", at: time }) as const;

/** A group that lets in what the test says, by its status. */
function world(statuses: Readonly<Record<string, string>> = { default: "authorized" }) {
  const account = new EndsAccount();
  const grants = Object.entries(statuses).map(([ec2SecurityGroupName, status]) => ({
    ...{ ec2SecurityGroupName, ec2SecurityGroupOwnerId: "565419523791" },
    status,
  }));
  account.cacheSecurityGroups = [{ name: "mygroup", description: "", ownerId: "123456781234", grants }];
  const { services } = account.services();
  return { account, services, change: setGrantEnds(services) };
}

/** What was judged, in a line. */
function words(verdict: Verdict<End | undefined> | undefined): string {
  switch (verdict?.kind) {
    case "toDo":
      return verdict.changed ?? "toDo";
    case "alreadySo":
      return verdict.why;
    default:
      return `${verdict?.kind}: ${verdict?.failure.code ?? verdict?.failure.field} ${verdict?.failure.message}`;
  }
}

describe("the look before a grant's end is set", () => {
  const look = async ({ change }: ReturnType<typeof world>, each: GrantEndItem) => {
    const [judged] = await change.look([each]);
    return judged ?? assert.fail();
  };

  it("finds it to be done, and what end it has", async () => {
    const made = world();
    assert.deepEqual(await look(made, item(inAnHour)), { item: item(inAnHour), verdict: { kind: "toDo" } });
    await made.change.send(item(inAnHour));
    const judged = await look(made, item(exactly(noon + 2 * hour)));
    assert.deepEqual(judged, {
      item: item(exactly(noon + 2 * hour), { before: end }),
      verdict: { kind: "toDo" },
    });
  });

  it("finds what is so already, with the end that it has", async () => {
    const made = world();
    const none = await look(made, item(null));
    assert.deepEqual(none.verdict, { kind: "alreadySo", why: "It is so already", answer: undefined });
    await made.change.send(item(inAnHour));
    const same = await look(made, item(exactly(at)));
    assert.deepEqual(same.verdict, { kind: "alreadySo", why: "It is so already", answer: end });
    assert.equal(words((await look(made, item(inAnHour))).verdict), "toDo", "a duration begins anew");
  });

  for (const status of ["revoking", "revoked", undefined]) {
    it(`finds it impossible for one that is ${status ?? "not there"}`, async () => {
      const made = world(status === undefined ? {} : { default: status });
      assert.equal(
        words((await look(made, item(inAnHour))).verdict),
        `impossible: AuthorizationNotFound mygroup does not let in ${who} (any more). Nothing was changed`,
      );
    });
  }

  it("knows statuses of today alone: what is named like revoked is let in", async () => {
    for (const status of ["not revoked", "revoked soon"]) {
      assert.equal(words((await look(world({ default: status }), item(inAnHour))).verdict), "toDo");
    }
  });

  it("finds it impossible in a group that is gone", async () => {
    const made = world();
    made.account.cacheSecurityGroups = [];
    const { verdict } = await look(made, item(inAnHour));
    assert.equal(verdict.kind === "impossible" && verdict.failure.kind, "notFound");
  });

  it("is not known where it is refused, with the end that is known all the same", async () => {
    const made = world();
    await made.change.send(item(inAnHour));
    made.account.refusal = failed(denied);
    assert.deepEqual(await look(made, item(null)), {
      item: item(null, { before: end }),
      verdict: { kind: "notKnown", failure: denied },
    });
  });

  it("finds an end that is over, or later than the profile's setting has it", async () => {
    const made = world();
    const over = words((await look(made, item(exactly(noon)))).verdict);
    assert.match(over, /^impossible: expires expires is over already: /);
    made.account.settings = { longestExpiry: { dev: "PT30M" } };
    assert.match(words((await look(made, item(inAnHour))).verdict), /expires is later than that/);
    assert.match(words((await look(made, item(null))).verdict), /expires is missing/);
  });

  it("finds what somebody has set since, of what is to be taken back, whatever the setting says", async () => {
    const made = world();
    made.account.settings = { longestExpiry: { dev: "PT30M" } };
    await made.change.send(item(inAnHour, { set: { at } }));
    const judge = async (set: number | undefined) =>
      words((await look(made, item(null, { set: { at: set } }))).verdict);
    assert.equal(await judge(at), "toDo");
    assert.equal(
      await judge(undefined),
      `${who} was given another end: it expires ${momentWords(at)}: ${thisExtension}`,
    );
    await made.change.send(item(null, { set: { at } }));
    const gone = await look(made, item(exactly(at), { set: { at } }));
    assert.equal(words(gone.verdict), `${who} was given another end: it does not expire any more`);
  });
});

describe("a grant whose end is set", () => {
  it("has it on this machine alone: nothing is sent but whose account it is", async () => {
    const { account, services, change } = world();
    assert.deepEqual(await change.send(item(inAnHour)), succeeded(end));
    assert.deepEqual(account.sent, ["GetCallerIdentity"]);
    assert.deepEqual(services.expiry.ofGrant(item(null)), end);
    assert.deepEqual(await change.send(item(null)), succeeded(undefined));
    assert.deepEqual(account.remembered, []);
  });

  it("has it not where it is over by then", async () => {
    const { account, change } = world();
    const set = await change.send(item(exactly(noon)));
    assert.equal(set.ok ? "" : set.failure.field, "expires");
    assert.deepEqual(account.remembered, []);
  });

  it("is as it was where that cannot be written, or not be taken away", async () => {
    const { account, change, services } = world();
    await change.send(item(inAnHour));
    account.memory.fault = new Error("The disk is full");
    const moved = await change.send(item(exactly(noon + 2 * hour)));
    assert.match(moved.ok ? "" : moved.failure.message, /could not be written down .*: The disk is full$/);
    assert.deepEqual(
      await change.send(item(null)),
      failed({
        kind: "unexpected",
        message:
          "The end could not be taken away on this machine: its file cannot be deleted. Nothing was changed",
      }),
    );
    assert.deepEqual(services.expiry.ofGrant(item(null)), end);
  });
});

describe("the words of grants' ends", () => {
  const { change } = world();

  it("name the command, and count what is being done", () => {
    const { command, title, doing, done, undone } = change;
    assert.deepEqual(
      [command, title, doing(1), doing(2), done, undone],
      [
        ...["setExpiry", "Set Expiry", "Setting the expiry of 1 grant", "Setting the expiry of 2 grants"],
        ...["set", "somebody has set it so already"],
      ],
    );
  });

  it("say of one that it was so already", () => {
    assert.equal(change.unchanged(item(inAnHour)), `${who} expires then already`);
    assert.equal(change.unchanged(item(null)), `${who} does not expire already`);
  });

  it("say of one what it has now", async () => {
    assert.deepEqual(await change.end(item(inAnHour), end), {
      ...{ severity: "information", canUndo: true },
      text: `${who} in mygroup, us-west-2 (dev) expires ${momentWords(at)}: ${thisExtension}`,
    });
    assert.equal(
      (await change.end(item(null), undefined))?.text,
      `${who} in mygroup, us-west-2 (dev) does not expire any more`,
    );
  });

  it("are equal for the same grant in whatever case its group is written, and for no other", () => {
    const others: readonly Partial<GrantEndItem>[] = [
      ...[{}, { cacheSecurityGroupName: "MyGroup" }, { cacheSecurityGroupName: "other" }],
      ...[{ ec2SecurityGroupName: "other" }, { ec2SecurityGroupOwnerId: "1" }, { profile: "prod" }],
    ];
    const items = others.map((more) => item(null, more));
    assert.equal(new Set(items.map(change.key)).size, 5);
    assert.equal(new Set(items.map(change.scope)).size, 3);
  });

  it("are sent again while something is busy, and never so already by a refusal", () => {
    const failure = (kind: Failure["kind"]): Failure => ({ kind, message: "" });
    assert.deepEqual(
      [change.isPassing(failure("throttled")), change.isPassing(failure("notFound"))],
      [true, false],
    );
    assert.equal(change.alreadySo(failure("notFound")), false);
  });

  it("give a caller the end, and what names the grant as in params", () => {
    assert.deepEqual(change.value(item(inAnHour), end), { at: "2026-11-27T13:00:00.000Z", by: "sweep" });
    assert.equal(change.value(item(null), undefined), null);
    const { expires: _, ...names } = item(null);
    assert.deepEqual(change.fields(item(inAnHour, { before: end, set: { at } })), {
      ...names,
      expires: "PT1H",
    });
    assert.deepEqual(change.fields(item(null)), { ...names, expires: null });
  });

  it("are taken back to the end there was before, or none", () => {
    const made = [
      { item: item(inAnHour, { before: { at: noon + 5 * hour, by: "sweep" } }), answer: end },
      { item: item(null), answer: undefined },
    ] as const;
    const back = change.undo?.(made).into((way, items) => [way.command, items]);
    assert.deepEqual(back, [
      "setExpiry",
      [item(exactly(noon + 5 * hour), { set: { at } }), item(null, { set: { at: undefined } })],
    ]);
  });
});
