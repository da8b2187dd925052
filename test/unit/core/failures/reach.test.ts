import assert from "node:assert/strict";
import {
  mayHaveBeenMade,
  nothingChanged,
  nothingWasChanged,
  withAftermath,
} from "../../../../src/core/failures/aftermath";
import { failureDetails } from "../../../../src/core/failures/failureDetails";
import {
  failureReach,
  groupNotFound,
  isInDoubt,
  leavesOpen,
} from "../../../../src/core/failures/failureScope";
import { type Failure, type FailureKind, failureKinds } from "../../../../src/core/failures/failures";
import { codeForm, idForm } from "../../../../src/core/failures/forms";
import { protectedFailure, readOnlyFailure } from "../../../../src/core/failures/guards";
import { invalidParameter } from "../../../../src/core/failures/invalidParameter";
import { isBusy } from "../../../../src/core/failures/isBusy";
import { kindWords } from "../../../../src/core/failures/kindWords";
import type { Settings } from "../../../../src/core/settings";

const settings: Settings = {
  ...{ profiles: [], regions: {}, readOnly: false, protectedProfiles: [] },
  ...{ requestTimeout: 10, processTimeout: 60, settleTimeout: 120 },
};
const failure = (kind: FailureKind, more: Partial<Failure> = {}): Failure => ({
  kind,
  message: "No.",
  ...more,
});
const kindsWhere = (is: (one: Failure) => boolean) => failureKinds.filter((kind) => is(failure(kind)));

describe("how far a failure reaches", () => {
  it("is the target for what is the same for all that is sent there", () => {
    assert.deepEqual(
      kindsWhere((each) => failureReach(each) === "target"),
      ["classicRetired", "regionDisabled", "credentials", "readOnly", "protected"],
    );
  });

  it("is what fails together for a permission, and for a cache security group that is gone", () => {
    assert.deepEqual(
      kindsWhere((each) => failureReach(each) === "scope"),
      ["accessDenied"],
    );
    assert.equal(failureReach(failure("notFound", { code: groupNotFound })), "scope");
    assert.equal(failureReach(failure("notFound", { code: "AuthorizationNotFound" })), "item");
    assert.equal(groupNotFound, "CacheSecurityGroupNotFound");
  });

  it("is one alone for all else", () => {
    assert.equal(kindsWhere((each) => failureReach(each) === "item").length, failureKinds.length - 6);
  });

  it("leaves open what became of it where the service gave no answer that counts", () => {
    assert.deepEqual(kindsWhere(leavesOpen), ["throttled", "network", "protocol", "unexpected"]);
    assert.deepEqual(kindsWhere(isBusy), ["invalidState", "throttled"]);
    assert.deepEqual(
      [true, false, undefined].map((inDoubt) =>
        isInDoubt(failure("network", inDoubt === undefined ? {} : { inDoubt })),
      ),
      [true, false, false],
    );
  });
});

describe("what a failure says of what stays true", () => {
  it("takes the place of what was said before a look", () => {
    assert.equal(withAftermath(failure("network", { message: "No answer." }), "Done."), "No answer. Done.");
    assert.equal(withAftermath(failure("network", { message: "No answer" }), "Done."), "No answer. Done.");
    for (const said of [nothingWasChanged, mayHaveBeenMade]) {
      const message = `No answer. ${said}`;
      assert.equal(withAftermath(failure("network", { message }), "Done."), "No answer. Done.");
    }
  });

  it("is that nothing came of it where a look tells", () => {
    const doubtful = failure("network", {
      message: `No answer. ${mayHaveBeenMade}`,
      inDoubt: true,
      code: "X",
    });
    assert.deepEqual(nothingChanged(doubtful), {
      ...{ kind: "network", code: "X", inDoubt: false },
      message: "No answer. A look shows that nothing was changed.",
    });
  });

  it("is in the words of the catalogue", () => {
    assert.equal(nothingWasChanged, "Nothing was changed.");
    assert.equal(mayHaveBeenMade, "The change may have been made all the same: refresh to see.");
    assert.deepEqual(invalidParameter("port", "port is odd"), {
      ...{ kind: "invalidParameter", field: "port", message: "port is odd. Nothing was sent" },
    });
    assert.equal(readOnlyFailure(settings), undefined);
    assert.deepEqual(readOnlyFailure({ ...settings, readOnly: true }), {
      kind: "readOnly",
      message: "Read-only mode is on, so nothing was changed. The setting is elasticacheAccess.readOnly",
    });
    assert.deepEqual(protectedFailure("prod"), {
      kind: "protected",
      message:
        "prod is a protected profile, so nothing was changed. The setting is elasticacheAccess.protectedProfiles",
    });
  });
});

describe("all that is known of a failure", () => {
  it("is a line each, of what is known alone", () => {
    assert.equal(failureDetails(failure("network")), "No.\nKind: network");
    const whole = failure("accessDenied", {
      ...{ code: "AccessDenied", action: "ec2:DescribeVpcs", endpoint: "ec2.example", requestId: "id-1" },
    });
    assert.equal(
      failureDetails(whole, { profile: "dev", region: "us-west-2" }),
      [
        ...["No.", "Kind: accessDenied", "Profile: dev", "Region: us-west-2", "Code: AccessDenied"],
        ...["Missing permission: ec2:DescribeVpcs", "Endpoint: ec2.example", "Request ID: id-1"],
      ].join("\n"),
    );
    assert.equal(failureDetails(failure("network"), { profile: 7, region: undefined }), "No.\nKind: network");
  });

  it("has each kind in words of its own, as a summary says them", () => {
    const words = failureKinds.map(kindWords);
    assert.equal(new Set(words).size, failureKinds.length);
    for (const each of words) {
      assert.match(each, /^[a-z][A-Za-z ,-]+$/);
    }
    assert.deepEqual(
      (["notFound", "throttled", "accessDenied", "credentials", "unexpected"] as const).map(kindWords),
      ["not there", "throttled", "no permission", "sign-in", "a fault in the extension"],
    );
  });

  it("has codes and ids by their form alone", () => {
    for (const code of ["InvalidPermission.Duplicate", "HTTP-407", "a", "x".repeat(128)]) {
      assert.match(code, codeForm);
    }
    for (const code of ["", "two words", "x".repeat(129), "<html>", "a\n", "a/b"]) {
      assert.doesNotMatch(code, codeForm);
    }
    for (const id of ["817fa999-3647-11e0-ae57-f96cfe56749c", "a/b+c=", "x".repeat(128)]) {
      assert.match(id, idForm);
    }
    for (const id of ["", "a b", "x".repeat(129), "<p>"]) {
      assert.doesNotMatch(id, idForm);
    }
  });
});
