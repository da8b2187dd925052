import assert from "node:assert/strict";
import { failureLabel } from "../../../../src/core/failures/failureLabel";
import { type Failure, failureKinds } from "../../../../src/core/failures/failures";

const message = "Something happened, in a sentence that no narrow row shows whole. It stays so";
const endpoint = "elasticache.us-west-2.amazonaws.com";

describe("the label of a failure's row", () => {
  for (const [failure, label] of [
    [
      { kind: "accessDenied", message, action: "ec2:DescribeSecurityGroups" },
      "You may not do ec2:DescribeSecurityGroups",
    ],
    [{ kind: "network", message, code: "ENOTFOUND", endpoint }, `Host not found: ${endpoint}`],
    [{ kind: "network", message, code: "ETIMEDOUT", endpoint }, `No answer in time from ${endpoint}`],
    [{ kind: "network", message, code: "ECONNREFUSED", endpoint }, `No connection to ${endpoint}`],
    [{ kind: "network", message, code: "ENOTFOUND" }, "Host not found"],
    [{ kind: "network", message, code: "EAI_AGAIN", endpoint }, `Host not found: ${endpoint}`],
    [{ kind: "network", message, code: "ETIMEDOUT" }, "No answer in time"],
    [{ kind: "network", message, code: "ERR_SOCKET_CONNECTION_TIMEOUT" }, "No answer in time"],
    [{ kind: "network", message }, "No connection"],
    [{ kind: "network", message, code: "EPROXY", endpoint }, "Proxy not reached"],
    [{ kind: "network", message, code: "HTTP 407" }, "Proxy wants a password"],
    [{ kind: "protocol", message, endpoint }, `Not an answer of AWS from ${endpoint}`],
    [{ kind: "protocol", message }, "Not an answer of AWS"],
    [{ kind: "classicRetired", message }, "Retired by AWS"],
    [{ kind: "throttled", message }, "Throttled by AWS"],
    [{ kind: "throttled", message, code: "ServiceFailure" }, "Service failed"],
    [{ kind: "throttled", message, code: "MyInternalFailure" }, "Throttled by AWS"],
    [{ kind: "accessDenied", message }, message.split(". ")[0] ?? ""],
    [{ kind: "quota", message: "Fifty is the limit. No more" }, "Fifty is the limit"],
    [{ kind: "throttled", message, code: "Throttling" }, "Throttled by AWS"],
    [{ kind: "throttled", message, code: "ServiceUnavailable" }, "Service not available"],
    [{ kind: "throttled", message, code: "InternalFailure" }, "Service failed"],
    [{ kind: "regionDisabled", message }, "Region not enabled"],
    [{ kind: "credentials", message, label: "Not signed in" }, "Not signed in"],
  ] as const satisfies readonly (readonly [Failure, string])[]) {
    it(`is ${label}`, () => {
      assert.equal(failureLabel(failure), label);
    });
  }

  it("is never the kind's own name, and the first sentence where there is nothing shorter", () => {
    for (const kind of failureKinds) {
      assert.notEqual(failureLabel({ kind, message }), kind);
    }
    assert.equal(failureLabel({ kind: "unexpected", message }), message.split(". ")[0]);
  });
});
