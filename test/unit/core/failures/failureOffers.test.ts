import assert from "node:assert/strict";
import { offersFor } from "../../../../src/core/failures/failureOffers";
import { type Failure, failureKinds, firstSentence } from "../../../../src/core/failures/failures";

const labels = (failure: Failure, canRetry = true) =>
  offersFor(failure, { canRetry }).map((offer) => offer.label);

describe("what a failure offers", () => {
  it("runs the command that mends the credentials, named", () => {
    const remedy = "aws sso login --profile dev";
    assert.deepEqual(labels({ kind: "credentials", message: "", remedy }), ["Run aws sso login", "Retry"]);
  });

  it("says where to get the command where the AWS CLI lacks it", () => {
    const failure = { kind: "credentials", message: "", remedy: "aws sso login --profile dev" } as const;
    const offers = offersFor(failure, { canRetry: true, cliLacksRemedy: true });
    assert.deepEqual(
      offers.map(({ kind, label }) => [kind, label]),
      [
        ["openPage", "Install AWS CLI"],
        ["copy", "Copy Command"],
        ["retry", "Retry"],
      ],
    );
  });

  it("copies the missing action as a policy statement", () => {
    const action = "elasticache:AuthorizeCacheSecurityGroupIngress";
    const offer = offersFor({ kind: "accessDenied", message: "", action })[0];
    assert.ok(offer?.kind === "copy");
    assert.deepEqual(JSON.parse(offer.text), { Effect: "Allow", Action: action, Resource: "*" });
  });

  it("retries what may pass, and only where the caller can", () => {
    for (const kind of ["invalidState", "throttled", "network"] as const) {
      assert.deepEqual(labels({ kind, message: "" }), ["Retry"]);
      assert.deepEqual(labels({ kind, message: "" }, false), []);
    }
    for (const kind of ["notFound", "regionDisabled", "readOnly", "protected"] as const) {
      assert.deepEqual(labels({ kind, message: "" }), []);
    }
  });

  it("reads again what may not be so any more, and takes away a region that is off, where it is known where", () => {
    const at = (failure: Failure) => offersFor(failure, { hasTarget: true }).map(({ label }) => label);
    for (const kind of ["notFound", "changedSince", "alreadyExists"] as const) {
      assert.deepEqual(at({ kind, message: "" }), ["Refresh"]);
    }
    assert.deepEqual(at({ kind: "network", message: "", inDoubt: true }), ["Refresh"]);
    assert.deepEqual(at({ kind: "regionDisabled", message: "" }), ["Hide This Region"]);
    assert.deepEqual(labels({ kind: "quota", message: "" }), ["How to Raise a Quota"]);
  });

  it("shows the log for what nobody expected", () => {
    assert.deepEqual(labels({ kind: "unexpected", message: "" }), ["Retry", "Show Log"]);
  });

  it("knows every kind", () => {
    for (const kind of failureKinds) {
      assert.ok(Array.isArray(labels({ kind, message: "" })));
    }
  });
});

describe("a message's first sentence", () => {
  for (const [message, first] of [
    ["One. Two.", "One"],
    ["Only one", "Only one"],
    [
      "The host elasticache.us-west-2.amazonaws.com is unknown. Nothing was sent.",
      "The host elasticache.us-west-2.amazonaws.com is unknown",
    ],
    ["Line\nnext", "Line"],
    ["", ""],
  ] as const) {
    it(JSON.stringify(message), () => assert.equal(firstSentence(message, {}), first));
  }
});
