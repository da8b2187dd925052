import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { RememberedGrant } from "../../../src/core/expiry/remembered";
import { ExpiryStore } from "../../../src/store/expiry/expiryStore";
import { Memory } from "../../../src/store/expiry/memory";
import { noEnds } from "../../support/noEnds";

const grant: RememberedGrant = {
  kind: "grant",
  profile: "dev",
  region: "us-west-2",
  cacheSecurityGroupName: "mygroup",
  ec2SecurityGroupName: "default",
  ec2SecurityGroupOwnerId: "565419523791",
  at: 1,
};

describe("what this machine remembers of an end", () => {
  let folder = "";
  let store: ExpiryStore;
  beforeEach(() => {
    folder = path.join(mkdtempSync(path.join(tmpdir(), "elasticache-access-")), "expiring");
    store = new ExpiryStore(new Memory(folder), noEnds());
  });
  afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

  /** Nothing can be done with a file where a folder stands, whoever runs the test. */
  const block = () => {
    const [file = ""] = readdirSync(folder);
    rmSync(path.join(folder, file));
    mkdirSync(path.join(folder, file, "in the way"), { recursive: true });
  };

  it("is written while the last of something else is forgotten, which takes the folder along", async () => {
    const ways = Array.from({ length: 8 }, async (_, way) => {
      for (let time = 0; time < 40; time += 1) {
        const entry = { ...grant, ec2SecurityGroupName: `${way}-${time}` };
        await store.remember(entry);
        await store.forget(entry);
      }
    });
    await Promise.all(ways);
    assert.deepEqual(store.remembered(), []);
  });

  it("is shown of a rule that another window alone is to revoke, and is none that could be moved from here", async () => {
    const target = { profile: "dev", region: "us-west-2" };
    const rule = { id: "sgr-1", tags: {} };
    const made = { ...target, groupId: "sg-1", ruleId: rule.id, at: 5 };
    store.keepForSession(made);
    await store.remember({ ...made, kind: "rule", by: "session", content: "" });
    const ends = noEnds();
    const other = new ExpiryStore(new Memory(folder), ends);
    let told = 0;
    ends.changed.listen(() => {
      told += 1;
    });
    await other.refresh();
    assert.deepEqual(ends.shownOfRule(target, rule), { at: 5, by: "session", isOthers: true });
    assert.deepEqual(
      [ends.ofRule(target, rule), other.ofRule(target, rule), told],
      [undefined, undefined, 1],
    );
    assert.deepEqual(store.ofRule(target, rule), { at: 5, by: "session" });
    await store.forgetRule(target, rule.id);
    await other.refresh();
    assert.equal(ends.shownOfRule(target, rule), undefined);
  });

  it("is read again where something was written while it was read", async () => {
    const reading = store.refresh();
    await store.remember(grant);
    await reading;
    assert.deepEqual(store.remembered(), [grant]);
  });

  it("is forgotten, in this window and on the disk", async () => {
    await store.remember(grant);
    assert.equal(await store.forget(grant), true);
    assert.deepEqual(store.remembered(), []);
    await store.refresh();
    assert.deepEqual(store.remembered(), []);
    assert.equal(await store.forget(grant), true);
  });

  it("fails nobody's change where it cannot be forgotten, and is remembered still", async () => {
    await store.remember(grant);
    block();
    assert.equal(await store.forget(grant), false);
    assert.deepEqual(store.remembered(), [grant]);
  });

  it("is not half there where it cannot be written", async () => {
    await store.remember(grant);
    block();
    await assert.rejects(store.remember({ ...grant, at: 2 }));
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.endsWith(".tmp")),
      [],
    );
    assert.deepEqual(store.remembered(), [grant]);
  });
});
