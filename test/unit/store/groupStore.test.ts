import assert from "node:assert/strict";
import type { GroupListOptions } from "../../../src/aws/api/cacheSecurityGroups";
import type { CacheSecurityGroup } from "../../../src/core/cacheSecurityGroups/cacheSecurityGroup";
import { failed, type Outcome, succeeded } from "../../../src/core/outcome";
import type { Target } from "../../../src/core/target";
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
  const looks: ((answer: Outcome<CacheSecurityGroup>) => void)[] = [];
  const pages: (((groups: readonly CacheSecurityGroup[]) => void) | undefined)[] = [];
  const api = {
    listCacheSecurityGroups: (_target: Target, options?: GroupListOptions) =>
      new Promise<Outcome<readonly CacheSecurityGroup[]>>((resolve) => {
        pages.push(options?.soFar);
        answers.push(resolve);
      }),
    describeCacheSecurityGroup: () =>
      new Promise<Outcome<CacheSecurityGroup>>((resolve) => looks.push(resolve)),
  };
  const store = new GroupStore(
    async () => api,
    new ClassicRefusals(accounts),
    () => 0,
  );
  return { store, answers, pages, looks };
}

const notFound = failed({ kind: "notFound", code: "CacheSecurityGroupNotFound", message: "" });

/** A change of the group, or of one grant in it, that is under way until it is answered. */
function changeUnderWay(store: GroupStore, name: string, grant?: string) {
  let answer: (outcome: Outcome<CacheSecurityGroup | undefined>) => void = () => undefined;
  const done = store.change(
    target,
    { name, ...(grant === undefined ? {} : { grant: ec2(grant) }) },
    () =>
      new Promise<Outcome<CacheSecurityGroup | undefined>>((resolve) => {
        answer = resolve;
      }),
  );
  return async (outcome: Outcome<CacheSecurityGroup | undefined>) => {
    answer(outcome);
    await done;
  };
}

/** A change that was asked and answered by now. */
async function change(store: GroupStore, name: string, group: CacheSecurityGroup | undefined): Promise<void> {
  await store.change(target, { name }, async () => succeeded(group));
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

  it("are known so far while the first list is read, and nothing is said of the others", async () => {
    const { store, answers, pages } = storeAnsweredByHand();
    const first = store.load(target);
    await settled();
    let told = 0;
    store.changed.listen(() => told++);
    pages[0]?.([group("a", "first page")]);
    const { value, soFar, loading } = store.get(target);
    assert.deepEqual([value, soFar?.map(({ name }) => name), loading, told], [undefined, ["a"], true, 1]);
    assert.equal(store.find(target, "A")?.description, "first page");
    assert.equal(branchState(store.get(target)), "loading");
    answers[0]?.(succeeded([group("a"), group("b")]));
    await first;
    assert.equal(store.get(target).soFar, undefined);
    assert.equal(store.get(target).value?.length, 2);
    const second = store.refresh(target);
    await settled();
    assert.equal(pages[1], undefined, "the rows that were there stay until the whole list is");
    answers[1]?.(succeeded([]));
    await second;
  });

  it("are not known where the rest of the first list could not be read", async () => {
    const { store, answers, pages } = storeAnsweredByHand();
    const first = store.load(target);
    await settled();
    pages[0]?.([group("a")]);
    answers[0]?.(failed({ kind: "network", message: "down" }));
    await first;
    const { value, soFar } = store.get(target);
    assert.deepEqual([value, soFar, store.find(target, "a")], [undefined, undefined, undefined]);
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
    await change(store, "a", group("a", "changed"));
    await change(store, "new", group("new"));
    await change(store, "gone", undefined);
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
    await change(store, "a", undefined);
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
    const { store, looks } = await loaded([group("a", "old")]);
    const look = store.look(target, "a");
    await settled();
    await change(store, "a", group("a", "changed"));
    looks[0]?.(succeeded(group("a", "old")));
    await look;
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
    await change(store, "a", letting("a", "web"));
    answers[0]?.(succeeded([group("a"), group("b")]));
    await load;
    assert.deepEqual(shown(store), ["a: web", "b: "]);
  });

  it("are not shown as the whole list when only a change's answer is there", async () => {
    const { store, answers } = storeAnsweredByHand();
    const load = store.load(target);
    await settled();
    await change(store, "a", letting("a", "web"));
    assert.equal(store.get(target).value, undefined);
    answers[0]?.(failed({ kind: "network", message: "down" }));
    await load;
    assert.equal(branchState(store.get(target)), "failed");
  });

  it("keep both of two changes whose answers come in the wrong order", async () => {
    const { store } = await loaded([group("a")]);
    const answerFirst = changeUnderWay(store, "a", "web");
    const answerSecond = changeUnderWay(store, "a", "batch");
    await answerSecond(succeeded(letting("a", "web", "batch")));
    await answerFirst(succeeded(letting("a", "web")));
    assert.deepEqual(shown(store), ["a: batch web"]);
  });

  it("lose only its own grant to a revocation that another change has overtaken", async () => {
    const { store } = await loaded([letting("a", "web")]);
    const answerRevoke = changeUnderWay(store, "a", "web");
    const answerAuthorize = changeUnderWay(store, "a", "batch");
    await answerAuthorize(succeeded(letting("a", "web", "batch")));
    await answerRevoke(succeeded(group("a")));
    assert.deepEqual(shown(store), ["a: batch"]);
  });

  it("do not come back with the answer to a change that was asked before they were deleted", async () => {
    const { store } = await loaded([group("a")]);
    const answer = changeUnderWay(store, "a", "web");
    await change(store, "a", undefined);
    await answer(succeeded(letting("a", "web")));
    assert.deepEqual(shown(store), []);
  });

  it("are not taken away by a look that was asked before they were made anew", async () => {
    const { store, looks } = await loaded([group("a")]);
    const look = store.look(target, "a");
    await settled();
    await change(store, "a", group("a", "made anew"));
    looks[0]?.(notFound);
    await look;
    assert.equal(store.find(target, "a")?.description, "made anew");
  });

  it("come back when a look finds them made anew elsewhere", async () => {
    const { store, looks } = await loaded([group("a")]);
    await change(store, "a", undefined);
    const look = store.look(target, "a");
    await settled();
    looks[0]?.(succeeded(group("a", "made elsewhere")));
    await look;
    assert.equal(store.find(target, "a")?.description, "made elsewhere");
  });

  it("are gone when a look or a change is told so, in whatever case they were named", async () => {
    const { store, looks } = await loaded([group("a"), group("b")]);
    const look = store.look(target, "A");
    await settled();
    looks[0]?.(notFound);
    await look;
    await store.change(target, { name: "B" }, async () => notFound);
    assert.deepEqual(shown(store), []);
  });

  it("stay when a look fails in another way", async () => {
    const { store, looks } = await loaded([group("a")]);
    const look = store.look(target, "a");
    await settled();
    looks[0]?.(failed({ kind: "throttled", message: "" }));
    assert.equal((await look).ok, false);
    assert.deepEqual(shown(store), ["a: "]);
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
  const { store, answers, looks } = storeAnsweredByHand();
  const load = store.load(target);
  await settled();
  answers[0]?.(succeeded(groups));
  await load;
  return { store, answers, looks };
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
