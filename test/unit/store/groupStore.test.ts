import assert from "node:assert/strict";
import type { CacheSecurityGroup } from "../../../src/core/cacheSecurityGroups/cacheSecurityGroup";
import { failed, type Outcome, succeeded } from "../../../src/core/outcome";
import { AccountStore } from "../../../src/store/accountStore";
import { branchState } from "../../../src/store/branch";
import { ClassicRefusals } from "../../../src/store/classicRefusals";
import { GroupStore } from "../../../src/store/groupStore";

const target = { profile: "dev", region: "us-west-2" };
const group = (name: string, description = ""): CacheSecurityGroup => ({
  name,
  description,
  ownerId: "123456781234",
  grants: [],
});

/** A store whose lists are answered by hand, in any order. */
function storeAnsweredByHand() {
  const answers: ((answer: Outcome<readonly CacheSecurityGroup[]>) => void)[] = [];
  const accounts = new AccountStore(async () => ({
    callerIdentity: async () => failed({ kind: "accessDenied", message: "" }),
  }));
  const lists = {
    listCacheSecurityGroups: () =>
      new Promise<Outcome<readonly CacheSecurityGroup[]>>((resolve) => answers.push(resolve)),
  };
  const store = new GroupStore(
    async () => lists,
    new ClassicRefusals(accounts),
    () => 0,
  );
  return { store, answers };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("the groups of a target", () => {
  it("are loaded once, however many ask at the same time", async () => {
    const { store, answers } = storeAnsweredByHand();
    const loads = [store.load(target), store.load(target)];
    await settled();
    assert.equal(answers.length, 1);
    answers[0]?.(succeeded([group("b"), group("a")]));
    await Promise.all(loads);
    await store.load(target);
    assert.equal(answers.length, 1);
    assert.deepEqual(
      store.get(target).value?.map(({ name }) => name),
      ["a", "b"],
    );
  });

  it("stay, stale, when a later read fails", async () => {
    const { store, answers } = storeAnsweredByHand();
    const first = store.load(target);
    await settled();
    answers[0]?.(succeeded([group("a")]));
    await first;
    const second = store.refresh(target);
    await settled();
    answers[1]?.(failed({ kind: "network", message: "down" }));
    await second;
    const branch = store.get(target);
    assert.equal(branchState(branch), "stale");
    assert.deepEqual(
      branch.value?.map(({ name }) => name),
      ["a"],
    );
    assert.equal(branch.failure?.kind, "network");
  });

  it("are not overwritten by a list that was asked for before a change", async () => {
    const { store, answers } = storeAnsweredByHand();
    const first = store.load(target);
    await settled();
    answers[0]?.(succeeded([group("a", "old"), group("gone")]));
    await first;
    const second = store.refresh(target);
    await settled();
    store.apply(target, group("a", "changed"), store.moment());
    store.apply(target, group("new"), store.moment());
    store.remove(target, "gone");
    answers[1]?.(succeeded([group("a", "old"), group("gone")]));
    await second;
    assert.deepEqual(
      store.get(target).value?.map(({ name, description }) => `${name} ${description}`),
      ["a changed", "new "],
    );
  });

  it("take a newer list whole", async () => {
    const { store, answers } = storeAnsweredByHand();
    const first = store.load(target);
    await settled();
    answers[0]?.(succeeded([group("a"), group("b")]));
    await first;
    store.remove(target, "a");
    const second = store.refresh(target);
    await settled();
    answers[1]?.(succeeded([group("a", "made again")]));
    await second;
    assert.deepEqual(
      store.get(target).value?.map(({ description }) => description),
      ["made again"],
    );
  });

  it("drop a look at one group that a change has overtaken", async () => {
    const { store, answers } = storeAnsweredByHand();
    const first = store.load(target);
    await settled();
    answers[0]?.(succeeded([group("a", "old")]));
    await first;
    const asked = store.moment();
    store.apply(target, group("a", "changed"), store.moment());
    store.apply(target, group("a", "old"), asked);
    assert.equal(store.find(target, "a")?.description, "changed");
  });

  it("show no grant whose status is revoked", async () => {
    const { store, answers } = storeAnsweredByHand();
    const load = store.load(target);
    await settled();
    const grant = { ec2SecurityGroupName: "web", ec2SecurityGroupOwnerId: "1" };
    answers[0]?.(
      succeeded([
        {
          ...group("a"),
          grants: [
            { ...grant, status: "revoked" },
            { ...grant, status: "odd" },
          ],
        },
      ]),
    );
    await load;
    assert.deepEqual(
      store.find(target, "a")?.grants.map(({ status }) => status),
      ["odd"],
    );
  });

  it("keep a change that was answered while the first list was under way", async () => {
    const { store, answers } = storeAnsweredByHand();
    const load = store.load(target);
    await settled();
    const asked = store.moment();
    store.applyChange(target, letting("a", "web"), { asked });
    answers[0]?.(succeeded([group("a"), group("b")]));
    await load;
    assert.deepEqual(shown(store), ["a: web", "b: "]);
  });

  it("are not shown as the whole list when only a change's answer is there", async () => {
    const { store, answers } = storeAnsweredByHand();
    const load = store.load(target);
    await settled();
    store.applyChange(target, letting("a", "web"), { asked: store.moment() });
    assert.equal(store.get(target).value, undefined);
    answers[0]?.(failed({ kind: "network", message: "down" }));
    await load;
    assert.equal(branchState(store.get(target)), "failed");
  });

  it("keep both of two changes whose answers come in the wrong order", async () => {
    const { store } = await loaded([group("a")]);
    const first = store.moment();
    const second = store.moment();
    store.applyChange(target, letting("a", "web", "batch"), { asked: second, grant: ec2("batch") });
    store.applyChange(target, letting("a", "web"), { asked: first, grant: ec2("web") });
    assert.deepEqual(shown(store), ["a: batch web"]);
  });

  it("lose only its own grant to a revocation that another change has overtaken", async () => {
    const { store } = await loaded([letting("a", "web")]);
    const revoke = store.moment();
    const authorize = store.moment();
    store.applyChange(target, letting("a", "web", "batch"), { asked: authorize, grant: ec2("batch") });
    store.applyChange(target, group("a"), { asked: revoke, grant: ec2("web") });
    assert.deepEqual(shown(store), ["a: batch"]);
  });

  it("do not come back with the answer to a change that was asked before they were deleted", async () => {
    const { store } = await loaded([group("a")]);
    const asked = store.moment();
    store.remove(target, "a");
    store.applyChange(target, letting("a", "web"), { asked, grant: ec2("web") });
    assert.deepEqual(shown(store), []);
  });

  it("are not taken away by a look that was asked before they were made anew", async () => {
    const { store } = await loaded([group("a")]);
    const look = store.moment();
    store.applyChange(target, group("a", "made anew"), { asked: store.moment() });
    store.remove(target, "a", look);
    assert.equal(store.find(target, "a")?.description, "made anew");
  });

  it("come back when a look finds them made anew elsewhere", async () => {
    const { store } = await loaded([group("a")]);
    store.remove(target, "a");
    store.apply(target, group("a", "made elsewhere"), store.moment());
    assert.equal(store.find(target, "a")?.description, "made elsewhere");
  });

  it("are read anew where the target was forgotten while they were read", async () => {
    const { store, answers } = storeAnsweredByHand();
    const first = store.load(target);
    await settled();
    store.keepOnly(() => false);
    const second = store.load(target);
    answers[0]?.(succeeded([group("a")]));
    await first;
    await settled();
    answers[1]?.(succeeded([group("b")]));
    await second;
    assert.deepEqual(shown(store), ["b: "]);
  });

  it("are read once more when a refresh is asked for while an older list is under way", async () => {
    const { store, answers } = await loaded([group("a")]);
    const older = store.refresh(target);
    await settled();
    const newer = [store.refresh(target), store.refresh(target)];
    answers[1]?.(succeeded([group("a")]));
    await older;
    await settled();
    assert.equal(answers.length, 3);
    answers[2]?.(succeeded([group("a"), group("made elsewhere")]));
    await Promise.all(newer);
    assert.deepEqual(shown(store), ["a: ", "made elsewhere: "]);
  });
});

function ec2(ec2SecurityGroupName: string) {
  return { ec2SecurityGroupName, ec2SecurityGroupOwnerId: "1" };
}

function letting(name: string, ...names: readonly string[]): CacheSecurityGroup {
  return { ...group(name), grants: names.map((each) => ({ ...ec2(each), status: "authorizing" })) };
}

/** A store that has read these groups. */
async function loaded(groups: readonly CacheSecurityGroup[]) {
  const { store, answers } = storeAnsweredByHand();
  const load = store.load(target);
  await settled();
  answers[0]?.(succeeded(groups));
  await load;
  return { store, answers };
}

function shown(store: GroupStore): readonly string[] | undefined {
  return store.get(target).value?.map(
    ({ name, grants }) =>
      `${name}: ${grants
        .map((grant) => grant.ec2SecurityGroupName)
        .sort()
        .join(" ")}`,
  );
}
