import assert from "node:assert/strict";
import type { Failure } from "../../../src/core/failures/failures";
import { error, type FakeAws, result, startFakeAws, xml } from "./support/fakeAws";
import { failureIn, makeWorld, type World } from "./support/world";

const target = { profile: "dev", region: "us-west-2" };
const ingress = {
  cacheSecurityGroupName: "mygroup",
  ec2SecurityGroupName: "default",
  ec2SecurityGroupOwnerId: "565419523791",
};
const identity = result(
  "GetCallerIdentity",
  "<Account>123456781234</Account><Arn>arn:aws:iam::123456781234:user/x</Arn><UserId>X</UserId>",
);

/** Each row: the code, the service's words, the HTTP status; then the kind and what the message says. */
const rows: readonly (readonly [
  code: string,
  text: string,
  status: number,
  Partial<Omit<Failure, "message">>,
  RegExp,
])[] = [
  [
    "InvalidParameterValue",
    "Use of cache security groups is not permitted in this API version for your account.",
    400,
    { kind: "classicRetired" },
    /^AWS does not permit cache security groups for the account of dev in us-west-2\. .*VPC security groups.*Nothing was changed\.$/,
  ],
  [
    "InvalidParameterValue",
    "The parameter EC2SecurityGroupOwnerId is not a valid account number",
    400,
    { kind: "invalidParameter", field: "ec2SecurityGroupOwnerId" },
    /^AWS did not accept EC2SecurityGroupOwnerId: The parameter .*\. Nothing was changed\.$/,
  ],
  ["InvalidParameterCombination", "Not together.", 400, { kind: "invalidParameter" }, /Not together\./],
  [
    "AuthorizationAlreadyExists",
    "x",
    400,
    { kind: "alreadyAuthorized" },
    /^default of 565419523791 is already authorized in mygroup\. Nothing was changed\.$/,
  ],
  [
    "CacheSecurityGroupNotFound",
    "x",
    404,
    { kind: "notFound" },
    /^There is no cache security group mygroup in us-west-2\./,
  ],
  [
    "AuthorizationNotFound",
    "x",
    404,
    { kind: "notFound" },
    /^default of 565419523791 is not authorized in mygroup\./,
  ],
  [
    "InvalidCacheSecurityGroupState",
    "x",
    400,
    { kind: "invalidState" },
    /^mygroup does not allow this now: /,
  ],
  [
    "CacheSecurityGroupAlreadyExists",
    "x",
    400,
    { kind: "alreadyExists" },
    /already\. Nothing was changed\.$/,
  ],
  ["QuotaExceeded.CacheSecurityGroup", "x", 400, { kind: "quota" }, /50, unless AWS has raised it/],
  ["RulesPerSecurityGroupLimitExceeded", "x", 400, { kind: "quota" }, /60 inbound ones/],
  [
    "AccessDenied",
    "User: arn:aws:iam::123456781234:user/x is not authorized to perform: elasticache:AuthorizeCacheSecurityGroupIngress because no identity-based policy allows the action",
    403,
    { kind: "accessDenied", action: "elasticache:AuthorizeCacheSecurityGroupIngress" },
    /^Profile dev may not do elasticache:AuthorizeCacheSecurityGroupIngress in us-west-2\. No policy allows it\. Nothing/,
  ],
  [
    "AccessDenied",
    "with an explicit deny in a service control policy",
    403,
    { kind: "accessDenied", action: "elasticache:AuthorizeCacheSecurityGroupIngress" },
    /A policy denies it/,
  ],
  // What goes into a policy to copy is one action, of the service that was asked.
  ...["iam:*", "elasticache:*", "elasticache:Describe*", "iam:PassRole"].map(
    (named): (typeof rows)[number] => [
      "AccessDenied",
      `User: x is not authorized to perform: ${named}`,
      403,
      { kind: "accessDenied", action: "elasticache:AuthorizeCacheSecurityGroupIngress" },
      /may not do elasticache:AuthorizeCacheSecurityGroupIngress/,
    ],
  ),
  [
    "UnauthorizedOperation",
    "You are not authorized to perform this operation.",
    403,
    { kind: "accessDenied", action: "elasticache:AuthorizeCacheSecurityGroupIngress" },
    /may not do/,
  ],
  [
    "ExpiredToken",
    "The security token included in the request is expired",
    403,
    { kind: "credentials" },
    /^The credentials of profile dev have expired\./,
  ],
  [
    "SignatureDoesNotMatch",
    "The request signature we calculated does not match",
    403,
    { kind: "credentials" },
    /secret access key of profile dev does not belong/,
  ],
  [
    "SignatureDoesNotMatch",
    "Signature expired: 20150202T192317Z is now earlier than 20150202T200000Z",
    403,
    { kind: "credentials" },
    /^The clock of this computer/,
  ],
  [
    "InvalidClientTokenId",
    "The security token included in the request is invalid.",
    403,
    { kind: "credentials" },
    /^AWS does not accept the access key of profile dev\./,
  ],
  [
    "OptInRequired",
    "You are not subscribed to this service.",
    403,
    { kind: "regionDisabled" },
    /^us-west-2 is not enabled for the account of profile dev\./,
  ],
  [
    "Throttling",
    "Rate exceeded",
    400,
    { kind: "throttled" },
    /^AWS throttled AuthorizeCacheSecurityGroupIngress in us-west-2, 4 times in a row\./,
  ],
  ["ServiceUnavailable", "x", 503, { kind: "throttled" }, /unavailable for the moment.*may have been made/],
  [
    "InternalFailure",
    "x",
    500,
    { kind: "throttled", code: "InternalFailure" },
    /failed itself, with InternalFailure\. .* was tried .*may have been made all the same/,
  ],
  [
    "SomethingNew",
    "x",
    400,
    { kind: "unexpected", code: "SomethingNew" },
    /AWS answered SomethingNew\. Nothing was changed\./,
  ],
];

describe("the catalogue of failures", () => {
  let fake: FakeAws;
  let sts: FakeAws;
  let world: World;

  beforeEach(async () => {
    fake = await startFakeAws((_asked, response) => error(response, "X", "x"));
    sts = await startFakeAws((_asked, response) => error(response, "InvalidClientTokenId", "invalid", 403));
    world = await makeWorld(
      `[profile dev]\nregion = eu-west-1\nservices = mine\n[services mine]\nelasticache =\n  endpoint_url = ${fake.url}\nsts =\n  endpoint_url = ${sts.url}\n`,
      "[dev]\naws_access_key_id = AKIADEV\naws_secret_access_key = devsecretdevsecret\n",
    );
    world.seconds = 20;
  });
  afterEach(async () => {
    await world.close();
    await fake.close();
    await sts.close();
  });
  const authorize = async () => failureIn(await world.aws.authorizeIngress(target, ingress));

  for (const [code, text, status, expected, message] of rows) {
    it(`${code} ${status} is ${expected.kind}: ${text.slice(0, 40)}`, async () => {
      fake.answer = (_asked, response) => error(response, code, text, status);
      const failure = await authorize();
      assert.match(failure.message, message);
      const { kind, action, field } = failure;
      assert.deepEqual(
        { kind, action, field },
        { action: undefined, field: undefined, kind, ...pick(expected) },
      );
      assert.equal(kind, expected.kind);
      assert.deepEqual(
        [failure.code, failure.requestId, failure.endpoint],
        [code, "11111111-2222", fake.host],
      );
      assert.doesNotMatch(failure.message, /!|please|[Ss]orry/);
      assert.match(failure.message, /\.$/);
    });
  }

  it("tells a region that is not enabled from keys that nobody knows, and suggests no login", async () => {
    fake.answer = (_asked, response) =>
      error(response, "InvalidClientTokenId", "The security token included in the request is invalid.", 403);
    sts.answer = (_asked, response) => xml(response, identity);
    const failure = await authorize();
    assert.equal(failure.kind, "regionDisabled");
    assert.deepEqual([failure.remedy, failure.label], [undefined, undefined]);
    assert.doesNotMatch(failure.message, /login|sign in/i);
    assert.deepEqual(
      sts.asked.map((one) => [one.action, one.region, one.accessKeyId]),
      [["GetCallerIdentity", "eu-west-1", "AKIADEV"]],
    );
  });

  it("tells keys of another partition from a region that is not enabled", async () => {
    await world.write(
      "config",
      ["[profile dev]", "region = cn-north-1", `endpoint_url = ${fake.url}`, ""].join("\n"),
    );
    fake.answer = (asked, response) =>
      asked.action === "GetCallerIdentity"
        ? xml(response, identity)
        : error(response, "InvalidClientTokenId", "The security token is invalid.", 403);
    const failure = await authorize();
    assert.deepEqual([failure.kind, failure.remedy], ["credentials", undefined]);
    assert.match(failure.message, /dev are of the partition aws-cn, and us-west-2 is in aws: /);
    assert.doesNotMatch(failure.message, /enable/);
    assert.ok(
      fake.asked.every(({ action }) => action !== "GetCallerIdentity"),
      "nobody is asked",
    );
  });

  it("says what the attempts came to where the time ends between two of them", async () => {
    world.seconds = 0.1;
    fake.answer = (_asked, response) => error(response, "Throttling", "Rate exceeded");
    let failure = await authorize();
    for (let n = 0; n < 5 && failure.kind === "network"; n++) {
      failure = await authorize();
    }
    assert.deepEqual([failure.kind, failure.code], ["throttled", "Throttling"]);
  });

  it("does not quote what AWS quotes of a signed request", async () => {
    fake.answer = (_asked, response) =>
      error(
        response,
        "SignatureDoesNotMatch",
        "The Canonical String should have been x-amz-security-token:devsecretdevsecret",
        403,
      );
    assert.doesNotMatch(JSON.stringify(await authorize()) + world.log.join("\n"), /devsecret/);
  });

  it("logs a line a failure", async () => {
    fake.answer = (_asked, response) => error(response, "CacheSecurityGroupNotFound", "x", 404);
    await authorize();
    assert.match(
      world.log[0] ?? "",
      /^elasticache AuthorizeCacheSecurityGroupIngress dev\/us-west-2: notFound CacheSecurityGroupNotFound, 1 attempt, \d+ ms, 11111111-2222$/,
    );
  });
});

function pick({ action, field }: Partial<Omit<Failure, "message">>) {
  return { ...(action ? { action } : {}), ...(field ? { field } : {}) };
}
