import assert from "node:assert/strict";
import { failureOf } from "../../../../src/aws/failureOf";
import { answeredFailure } from "../../../../src/aws/failures/answeredFailure";
import type { FailedCall } from "../../../../src/aws/failures/call";
import { networkFailure, timeOutFailure } from "../../../../src/aws/failures/networkFailure";
import type { ServiceError } from "../../../../src/aws/failures/serviceError";
import { ProxyError } from "../../../../src/aws/http/proxyAgents";
import type { Subject } from "../../../../src/core/requests/request";
import { isAsWrittenDown } from "../../../support/writtenDown";

const folder = "test/unit/aws/failures/told";

function callOf(
  service: FailedCall["operation"]["service"],
  action: string,
  subject?: Subject,
  more: Partial<FailedCall> = {},
): FailedCall {
  const operation = { service, action, writes: false, ...(subject ? { subject } : {}) };
  return { operation, profile: "dev", region: "us-west-2", ...more };
}

const errorOf = (
  code: string,
  text = "Something is odd",
  more: Partial<ServiceError> = {},
): ServiceError => ({
  ...{ code, text, attempts: 1 },
  ...more,
});

const ingress = {
  cacheSecurityGroupName: "mygroup",
  ec2SecurityGroupName: "web",
  ec2SecurityGroupOwnerId: "565419523791",
};
const authorize = callOf("elasticache", "AuthorizeCacheSecurityGroupIngress", ingress);
const nameless = callOf("elasticache", "AuthorizeCacheSecurityGroupIngress");
const rule = callOf("ec2", "AuthorizeSecurityGroupIngress", { securityGroupId: "sg-1", source: "sg-2" });
const ofGroup = callOf("ec2", "DescribeSecurityGroupRules");
const cache = callOf("elasticache", "ModifyCacheCluster", { cacheId: "shop" });
const schedule = callOf("scheduler", "CreateSchedule", { scheduleName: "one" });

const retired = "Use of cache security groups is not permitted in this API version for your account.";
const denied = (rest: string) => `User: arn:aws:iam::1:user/me is not authorized to perform: ${rest}`;

const answers: readonly (readonly [ServiceError, FailedCall])[] = [
  [errorOf("AuthorizationAlreadyExists"), authorize],
  [errorOf("AuthorizationAlreadyExists"), nameless],
  [errorOf("InvalidPermission.Duplicate"), rule],
  [errorOf("CacheSecurityGroupNotFound"), authorize],
  [errorOf("CacheSecurityGroupNotFound"), nameless],
  [errorOf("AuthorizationNotFound"), authorize],
  [errorOf("AuthorizationNotFound"), nameless],
  [errorOf("InvalidSecurityGroupRuleId.NotFound"), rule],
  [errorOf("InvalidPermission.NotFound"), ofGroup],
  [errorOf("InvalidPrefixListID.NotFound"), callOf("ec2", "X", { source: "pl-1" })],
  [errorOf("InvalidPrefixListID.NotFound"), ofGroup],
  [errorOf("InvalidGroup.NotFound"), rule],
  [errorOf("InvalidGroup.NotFound"), ofGroup],
  ...["CacheClusterNotFound", "ReplicationGroupNotFoundFault", "ServerlessCacheNotFoundFault"].map(
    (code) => [errorOf(code), cache] as const,
  ),
  [errorOf("CacheClusterNotFound"), nameless],
  [errorOf("InvalidCacheClusterState"), cache],
  [errorOf("InvalidCacheSecurityGroupState"), authorize],
  [errorOf("InvalidCacheSecurityGroupState"), nameless],
  [errorOf("InvalidParameterValue", retired), authorize],
  [errorOf("InvalidParameterCombination", retired), authorize],
  [errorOf("InvalidParameterValue", "The EC2 security group owner id is wrong"), authorize],
  [errorOf("InvalidParameterValue", "The account number is wrong!"), authorize],
  [errorOf("InvalidParameterValue", "cache-security-group_name\n  is odd"), authorize],
  [errorOf("InvalidParameterValue", "Max Records is odd?"), authorize],
  [errorOf("InvalidParameterValue", "x".repeat(400)), authorize],
  [errorOf("CacheSecurityGroupAlreadyExists"), authorize],
  [errorOf("CacheSecurityGroupAlreadyExists"), nameless],
  ...[
    ...["QuotaExceeded.CacheSecurityGroup", "RulesPerSecurityGroupLimitExceeded", "TagLimitExceeded"],
    ...["SecurityGroupsPerInterfaceLimitExceeded", "TagQuotaPerResourceExceeded"],
  ].map((code) => [errorOf(code), authorize] as const),
  [errorOf("OptInRequired"), authorize],
  [errorOf("AccessDenied", denied("elasticache:DescribeUsers because no policy allows it")), authorize],
  [errorOf("AccessDenied", denied("elasticache:DescribeUsers with an explicit deny in a policy")), authorize],
  [errorOf("UnauthorizedOperation", denied("ec2:Describe* because")), ofGroup],
  [errorOf("UnauthorizedOperation", denied("s3:GetObject because")), ofGroup],
  [errorOf("AccessDeniedException", denied("iam:PassRole on resource")), schedule],
  [errorOf("AccessDeniedException", denied("iam:PassRole on resource")), authorize],
  [errorOf("ExpiredToken"), authorize],
  [errorOf("ExpiredToken"), { ...authorize, remedy: "aws sso login --profile dev" }],
  [errorOf("RequestExpired", "The security token has expired"), ofGroup],
  [errorOf("RequestExpired", "Request has expired"), ofGroup],
  [errorOf("RequestTimeTooSkewed"), authorize],
  [errorOf("RequestInTheFuture"), authorize],
  [errorOf("SignatureDoesNotMatch", "Signature expired: 2026 is now earlier than"), authorize],
  [errorOf("SignatureDoesNotMatch"), authorize],
  [errorOf("InvalidSignatureException"), { ...authorize, remedy: "aws login --profile dev" }],
  [errorOf("InvalidClientTokenId"), authorize],
  [errorOf("Throttling"), authorize],
  [errorOf("Throttling", "", { attempts: 3 }), authorize],
  [errorOf("ServiceUnavailable"), authorize],
  [errorOf("ServiceUnavailable", "", { attempts: 2 }), authorize],
  [errorOf("InternalFailure"), authorize],
  [errorOf("InternalFailure", "", { attempts: 2 }), authorize],
  [errorOf("BrandNewError"), authorize],
  ...["ResourceNotFoundException", "ServiceQuotaExceededException", "ConflictException"].flatMap((code) => [
    [errorOf(code), schedule] as const,
    [errorOf(code), callOf("scheduler", "CreateSchedule")] as const,
  ]),
  [errorOf("ValidationException", "The time is odd"), schedule],
  [errorOf("ConflictException"), authorize],
];

describe("a failure's words", () => {
  it("are as written down for what a service answers", () => {
    const lines = answers.map(([error, call]) => {
      const { kind, message, code, ...more } = answeredFailure(error, call);
      const { service, action } = call.operation;
      return `${service} ${action} ${code} -> ${kind}: ${message} ${JSON.stringify(more)}`;
    });
    isAsWrittenDown(`${folder}/answers.txt`, `${lines.join("\n")}\n`);
  });

  it("carry the request id and the endpoint where there are any", () => {
    const failure = answeredFailure(errorOf("Throttling", "", { requestId: "id-1" }), {
      ...authorize,
      endpoint: "elasticache.us-west-2.amazonaws.com",
    });
    assert.deepEqual(
      [failure.code, failure.requestId, failure.endpoint],
      ["Throttling", "id-1", "elasticache.us-west-2.amazonaws.com"],
    );
  });

  it("are as written down for what the network does", () => {
    const codes = [
      ...["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "EPIPE", "ECONNABORTED"],
      ...["ERR_STREAM_PREMATURE_CLOSE", "ETIMEDOUT", "ERR_SOCKET_CONNECTION_TIMEOUT", "EHOSTUNREACH"],
      ...["ENETUNREACH", "EADDRNOTAVAIL", "EPROXY", "CERT_HAS_EXPIRED", "HPE_INVALID_CONSTANT", "EACCES"],
    ];
    const calls = [
      authorize,
      { ...authorize, endpoint: "elasticache.us-west-2.amazonaws.com" },
      { ...authorize, region: "us-west-9", endpoint: "elasticache.us-west-9.amazonaws.com" },
      { ...authorize, region: "us-west-9", endpoint: "cache.example:9999" },
    ];
    const lines = calls.flatMap((call) =>
      codes.map((code) => {
        const failure = networkFailure(Object.assign(new Error("x"), { code }), call);
        return `${code} at ${call.endpoint ?? "AWS's own"} -> ${JSON.stringify(failure) ?? "not the network's"}`;
      }),
    );
    isAsWrittenDown(`${folder}/network.txt`, `${lines.join("\n")}\n`);
  });

  it("name the proxy that failed, and why where that is known", () => {
    const said = (error: unknown) => networkFailure(error, authorize)?.message;
    const refused = Object.assign(new Error("x"), { code: "ECONNREFUSED" });
    const where = "on the way to The endpoint in us-west-2 could not be reached";
    assert.equal(
      said(new ProxyError("proxy:3128", refused)),
      `The proxy proxy:3128 ${where} (ECONNREFUSED).`,
    );
    assert.equal(said(new ProxyError("proxy:3128", undefined)), `The proxy proxy:3128 ${where}.`);
    // What VS Code's own agent throws has no code.
    assert.equal(
      said(new Error("Failed to establish a socket connection to proxies: PROXY a:1")),
      `The proxy ${where}.`,
    );
  });

  it("find the code in what wraps it, five deep and no deeper", () => {
    const inner = Object.assign(new Error("x"), { code: "ECONNREFUSED" });
    const wrapped = (depth: number): Error =>
      depth === 0 ? inner : new Error("y", { cause: wrapped(depth - 1) });
    assert.equal(networkFailure(wrapped(5), authorize)?.code, "ECONNREFUSED");
    assert.equal(networkFailure(wrapped(6), authorize), undefined);
    const timeOut = Object.assign(new Error("x"), { name: "TimeoutError" });
    assert.equal(networkFailure(timeOut, authorize)?.code, "ETIMEDOUT");
    for (const none of [
      undefined,
      "ECONNREFUSED",
      new Error("x"),
      Object.assign(new Error("x"), { code: "a" }),
    ]) {
      assert.equal(networkFailure(none, authorize), undefined);
    }
  });

  it("say how long nobody answered", () => {
    const stopped = (seconds?: number) => {
      const reason = "timedOut" as const;
      return timeOutFailure({
        ...authorize,
        stopped: seconds === undefined ? { reason } : { reason, seconds },
      }).message;
    };
    assert.equal(stopped(), "The endpoint in us-west-2 did not answer in time.");
    assert.equal(stopped(1), "The endpoint in us-west-2 did not answer within 1 second.");
    assert.equal(stopped(10), "The endpoint in us-west-2 did not answer within 10 seconds.");
    assert.equal(timeOutFailure(authorize).code, "ETIMEDOUT");
  });

  it("say what stays true of a change alone", () => {
    const refused = Object.assign(new Error("x"), { code: "ECONNREFUSED" });
    const change = { ...authorize, operation: { ...authorize.operation, writes: true } };
    assert.doesNotMatch(failureOf(refused, authorize).message, /changed|refresh/);
    assert.match(failureOf(refused, change).message, /Nothing was changed\.$/);
  });
});
