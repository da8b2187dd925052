import assert from "node:assert/strict";
import {
  forgetGrant,
  type GrantItem,
  grantEndWords,
  keepFoundEnd,
  makeGrant,
  rememberGrant,
} from "../../../../src/changes/expiry/grantEnd";
import { momentWords } from "../../../../src/core/expiry/endWords";
import type { Failure } from "../../../../src/core/failures/failures";
import { failed, type Outcome, succeeded } from "../../../../src/core/outcome";
import { target } from "../../support/account";
import { accountId, denied, EndsAccount, hour, inAnHour, lost, noon } from "../../support/endsAccount";

const names = {
  cacheSecurityGroupName: "mygroup",
  ec2SecurityGroupName: "default",
  ec2SecurityGroupOwnerId: "565419523791",
};
const endless: GrantItem = { ...target, ...names };
const item: GrantItem = { ...endless, expires: inAnHour };
const kept = { kind: "grant", ...names, accountId, at: noon + hour };
const unwritten: Failure = {
  kind: "unexpected",
  message: "The end could not be written down on this machine, so nothing was sent: The disk is full",
};

function world() {
  const account = new EndsAccount();
  const { services } = account.services();
  return { account, services, memory: account.memory };
}

/** Gives an answer, and keeps what was remembered when it was asked for. */
function asked(account: EndsAccount, answer: Outcome<string>) {
  const then: (readonly object[])[] = [];
  const send = async () => {
    then.push(account.remembered);
    account.now += 1000;
    return answer;
  };
  return { then, send };
}

describe("a grant that is made to end", () => {
  it("is on the disk before it is sent, and is known to be ours once it is answered", async () => {
    const { account, services } = world();
    const { then, send } = asked(account, succeeded("made"));
    assert.deepEqual(await makeGrant(item, services, send), succeeded("made"));
    assert.deepEqual(then, [[{ ...kept, inDoubt: true }]]);
    assert.deepEqual(account.remembered, [{ ...kept, at: noon + 1000 + hour }], "by the time of the answer");
    assert.deepEqual(services.expiry.ofGrant(item), { at: noon + 1000 + hour, by: "sweep" });
  });

  it("is made where whose account it is cannot be told", async () => {
    const { account, services } = world();
    account.isAccountKnown = false;
    await makeGrant(item, services, async () => succeeded("made"));
    const { accountId: _, ...rest } = kept;
    assert.deepEqual(account.remembered, [rest]);
  });

  it("is not sent where its end is over", async () => {
    const { account, services } = world();
    const { then, send } = asked(account, succeeded("made"));
    const made = await makeGrant({ ...item, expires: { kind: "at", at: noon } }, services, send);
    assert.equal(made.ok ? "" : made.failure.field, "expires");
    assert.match(made.ok ? "" : made.failure.message, /^expires is over already: .*Nothing was sent$/);
    assert.deepEqual([then, account.remembered, account.sent], [[], [], []]);
  });

  it("is not sent where its end cannot be written down", async () => {
    const { account, services, memory } = world();
    const { then, send } = asked(account, succeeded("made"));
    memory.fault = new Error("The disk is full");
    assert.deepEqual(await makeGrant(item, services, send), failed(unwritten));
    memory.fault = "no error";
    const made = await makeGrant(item, services, send);
    assert.match(made.ok ? "" : made.failure.message, /nothing was sent: an unknown error$/);
    assert.deepEqual(then, []);
  });

  it("is made where the second writing alone fails: the first says enough", async () => {
    const { account, services, memory } = world();
    const made = await makeGrant(item, services, async () => {
      memory.fault = new Error("The disk is full");
      return succeeded("made");
    });
    assert.deepEqual(made, succeeded("made"));
    assert.deepEqual(account.remembered, [{ ...kept, inDoubt: true }]);
  });

  it("stays in doubt where a look has found it: it may be somebody else's", async () => {
    const { account, services } = world();
    const found = { ok: true, value: "made", found: true } as const;
    assert.deepEqual(await makeGrant(item, services, async () => found), found);
    assert.deepEqual(account.remembered, [{ ...kept, inDoubt: true }]);
    assert.equal(services.expiry.ofGrant(item), undefined);
  });

  it("is forgotten where it was refused, and stays in doubt where no answer came", async () => {
    const { account, services } = world();
    assert.deepEqual(await makeGrant(item, services, async () => failed(denied)), failed(denied));
    assert.deepEqual(account.remembered, []);
    assert.deepEqual(await makeGrant(item, services, async () => failed(lost)), failed(lost));
    assert.deepEqual(account.remembered, [{ ...kept, inDoubt: true }]);
  });

  it("has the end that it had where another one was refused", async () => {
    const { account, services } = world();
    await rememberGrant({ ...item, expires: { kind: "at", at: noon + 5 * hour } }, services);
    await makeGrant(item, services, async () => failed(denied));
    assert.deepEqual(account.remembered, [{ ...kept, at: noon + 5 * hour }]);
  });
});

describe("a grant that is made without an end", () => {
  it("is not remembered, and nobody asks whose account it is", async () => {
    const { account, services } = world();
    const { then, send } = asked(account, succeeded("made"));
    assert.deepEqual(await makeGrant(endless, services, send), succeeded("made"));
    assert.deepEqual([then, account.remembered, account.sent], [[[]], [], []]);
  });

  it("has no end of one that was there before, once it is made", async () => {
    const { account, services } = world();
    await rememberGrant(item, services);
    await makeGrant(endless, services, async () => failed(denied));
    assert.deepEqual(account.remembered, [kept]);
    await makeGrant(endless, services, async () => succeeded("made"));
    assert.deepEqual(account.remembered, []);
  });

  it("is refused where the profile's setting wants an end", async () => {
    const { account, services } = world();
    account.settings = { longestExpiry: { dev: "PT30M" } };
    for (const [each, why] of [
      [endless, /expires is missing/],
      [item, /expires is later than that/],
    ] as const) {
      const made = await makeGrant(each, services, async () => assert.fail("sent"));
      assert.match(made.ok ? "" : made.failure.message, why);
    }
    const remade = { ...endless, isRemade: true };
    assert.ok(
      (await makeGrant(remade, services, async () => succeeded("made"))).ok,
      "it takes something back",
    );
  });
});

describe("a grant that a look has found made by us", () => {
  it("has its end then", async () => {
    const { account, services } = world();
    await makeGrant(item, services, async () => failed(lost));
    assert.equal(services.expiry.ofGrant(item), undefined);
    await keepFoundEnd(endless, services);
    assert.deepEqual(account.remembered, [{ ...kept, inDoubt: true }], "another change was to make it");
    await keepFoundEnd(item, services);
    assert.deepEqual(account.remembered, [kept]);
    assert.deepEqual(services.expiry.ofGrant(item), { at: noon + hour, by: "sweep" });
  });

  it("is not written down again where it is known, nor where nothing is", async () => {
    const { services, memory } = world();
    await keepFoundEnd(item, services);
    assert.equal(memory.writes, 0);
    await rememberGrant(item, services);
    await keepFoundEnd(item, services);
    assert.equal(memory.writes, 1);
  });
});

describe("what is remembered of a grant", () => {
  it("is another end, with whose account it is in", async () => {
    const { account, services } = world();
    assert.equal(await rememberGrant(item, services), undefined);
    assert.deepEqual(account.sent, ["GetCallerIdentity"]);
    assert.deepEqual(account.remembered, [kept]);
    await rememberGrant({ ...item, expires: { kind: "at", at: noon + 2 * hour } }, services);
    assert.deepEqual(account.remembered, [{ ...kept, at: noon + 2 * hour }]);
  });

  it("is over now where nobody says when", async () => {
    const { account, services } = world();
    await rememberGrant(endless, services);
    assert.deepEqual(account.remembered, [{ ...kept, at: noon }]);
  });

  it("is not changed where it cannot be written, which is said", async () => {
    const { services, memory } = world();
    memory.fault = new Error("The disk is full");
    assert.deepEqual(await rememberGrant(item, services), unwritten);
  });

  it("is forgotten, where it can be and there is something", async () => {
    const { account, services, memory } = world();
    assert.equal(await forgetGrant(item, services), true);
    await rememberGrant(item, services);
    memory.fault = new Error("The disk is full");
    assert.equal(await forgetGrant(item, services), false);
    memory.fault = undefined;
    assert.equal(await forgetGrant(item, services), true);
    assert.deepEqual(account.remembered, []);
  });
});

describe("the words of a grant's end", () => {
  it("say when, who sees to it, and where nobody does", async () => {
    const { services } = world();
    assert.equal(grantEndWords(endless, services), "");
    assert.equal(
      grantEndWords(item, services),
      ". It does not expire: whether it was made from here is not known",
    );
    await rememberGrant(item, services);
    assert.equal(
      grantEndWords(item, services),
      `. It expires ${momentWords(noon + hour)}: this extension revokes it when it is next used`,
    );
  });
});
