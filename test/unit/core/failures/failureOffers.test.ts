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

  it("opens the file that the credentials are in, at the line that is wrong", () => {
    const failure = { kind: "credentials", message: "" } as const;
    const opens = (file: { awsFile: "configFile" | "credentialsFile"; line?: number }) =>
      offersFor(failure, { canRetry: true, file }).map(({ label }) => label);
    assert.deepEqual(opens({ awsFile: "credentialsFile" }), ["Open Credentials File", "Retry"]);
    assert.deepEqual(opens({ awsFile: "configFile", line: 13 }), ["Open Config File at Line 13", "Retry"]);
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

  it("of each kind is what the catalogue says, and no more", () => {
    const all = Object.fromEntries(
      failureKinds.map((kind) => [
        kind,
        offersFor({ kind, message: "" }, { canRetry: true, hasTarget: true }).map(({ label }) => label),
      ]),
    );
    assert.deepEqual(all, {
      ...{ classicRetired: ["Show Caches"], alreadyAuthorized: [], notFound: ["Refresh"] },
      ...{ changedSince: ["Refresh"], invalidState: ["Retry"], invalidParameter: [] },
      ...{ alreadyExists: ["Refresh"], quota: ["How to Raise a Quota"] },
      ...{ regionDisabled: ["Hide This Region"], accessDenied: ["Retry"], credentials: ["Retry"] },
      ...{ throttled: ["Retry"], network: ["Retry"], protocol: ["Retry", "Show Log"] },
      ...{ readOnly: [], protected: [], cancelled: [], unexpected: ["Retry", "Show Log"] },
    });
    for (const kind of failureKinds) {
      const nowhere = offersFor({ kind, message: "", inDoubt: true }).map(({ label }) => label);
      const place = kind === "quota" ? ["How to Raise a Quota"] : [];
      const log = kind === "unexpected" || kind === "protocol" ? ["Show Log"] : [];
      assert.deepEqual(nowhere, [...place, ...log], kind);
    }
  });

  it("has what is run, opened and copied, whole", () => {
    const remedy = "aws --debug login --profile dev";
    assert.deepEqual(offersFor({ kind: "credentials", message: "", remedy }), [
      { kind: "runInTerminal", label: "Run aws login", commandLine: remedy },
    ]);
    // What the AWS CLI lacks matters where there is something to run alone.
    assert.deepEqual(offersFor({ kind: "credentials", message: "" }, { cliLacksRemedy: true }), []);
    assert.deepEqual(offersFor({ kind: "credentials", message: "", remedy }, { cliLacksRemedy: true }), [
      {
        ...{ kind: "openPage", label: "Install AWS CLI" },
        url: "https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html",
      },
      { kind: "copy", label: "Copy Command", text: remedy },
    ]);
    const [quota] = offersFor({ kind: "quota", message: "" });
    assert.ok(quota?.kind === "openPage");
    assert.match(quota.url, /^https:\/\/docs\.aws\.amazon\.com\/servicequotas\//);
  });

  it("copies a policy of one action, and of nothing that is none", () => {
    const copied = (action: string) =>
      offersFor({ kind: "accessDenied", message: "", action }).map(({ label }) => label);
    assert.deepEqual(copied("ec2:DescribeVpcs"), ["Copy Policy Statement"]);
    for (const action of [
      "ec2:*",
      "*",
      "ec2:Describe*",
      "EC2:DescribeVpcs",
      "ec2",
      "ec2:",
      "a ec2:B",
      "ec2:B c",
    ]) {
      assert.deepEqual(copied(action), [], action);
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
