import assert from "node:assert/strict";
import type { CallerIdentity } from "../../../src/aws/api";
import { failed, type Outcome, succeeded } from "../../../src/core/outcome";
import { AccountStore } from "../../../src/store/accountStore";

const target = { profile: "dev", region: "us-west-2" };
const identity = (accountId: string): CallerIdentity => ({
  accountId,
  arn: `arn:aws:iam::${accountId}:user/a`,
});

/** A store whose questions to STS are answered by hand. */
function storeAnsweredByHand() {
  const answers: ((answer: Outcome<CallerIdentity>) => void)[] = [];
  const store = new AccountStore(async () => ({
    callerIdentity: () => new Promise((resolve) => answers.push(resolve)),
  }));
  return { store, answers };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("the account of a profile", () => {
  it("is asked once, however many of its regions open at the same time", async () => {
    const { store, answers } = storeAnsweredByHand();
    const loads = [store.load(target), store.load({ ...target, region: "eu-west-1" })];
    await settled();
    assert.equal(answers.length, 1);
    answers[0]?.(succeeded(identity("123456781234")));
    await Promise.all(loads);
    await store.load(target);
    assert.equal(answers.length, 1);
  });

  it("is asked again after it could not be told", async () => {
    const { store, answers } = storeAnsweredByHand();
    const first = store.load(target);
    await settled();
    answers[0]?.(failed({ kind: "accessDenied", message: "" }));
    assert.equal(await first, undefined);
    void store.load(target);
    await settled();
    assert.equal(answers.length, 2);
  });

  it("is not that of credentials which changed while it was asked", async () => {
    const { store, answers } = storeAnsweredByHand();
    const older = store.load(target);
    await settled();
    store.forget("dev");
    const newer = store.load(target);
    await settled();
    assert.equal(answers.length, 2);
    answers[1]?.(succeeded(identity("565419523791")));
    await newer;
    answers[0]?.(succeeded(identity("123456781234")));
    await older;
    assert.equal(store.get("dev")?.accountId, "565419523791");
  });
});
