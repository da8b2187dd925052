import assert from "node:assert/strict";
import { DescribeSecurityGroupsCommand } from "@aws-sdk/client-ec2";
import { DescribeCacheSecurityGroupsCommand } from "@aws-sdk/client-elasticache";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { refusal, sandboxForEach } from "./sandboxUnderTest";

const minutes = 60_000;

describe("a signature in the sandbox", () => {
  const test = sandboxForEach();

  const ask = async (who: Parameters<typeof test.elasticache>[0]) => ({
    elasticache: await refusal(test.elasticache(who).send(new DescribeCacheSecurityGroupsCommand({}))),
    sts: await refusal(test.sts(who).send(new GetCallerIdentityCommand({}))),
    ec2: await refusal(test.ec2(who).send(new DescribeSecurityGroupsCommand({}))),
  });

  it("says who asks", async () => {
    const { Account, Arn } = await test
      .sts({ profile: "sandbox-vpc" })
      .send(new GetCallerIdentityCommand({}));
    assert.equal(Account, "111122223333");
    assert.equal(Arn, "arn:aws:iam::111122223333:user/sandbox-vpc");
  });

  it("by an unknown key is refused", async () => {
    assert.deepEqual(await ask({ accessKeyId: "AKIAIOSFODNN7EXAMPLE" }), {
      elasticache: "InvalidClientTokenId 403",
      sts: "InvalidClientTokenId 403",
      ec2: "AuthFailure 401",
    });
  });

  it("with a wrong secret is refused", async () => {
    assert.deepEqual(await ask({ secretAccessKey: "wrong" }), {
      elasticache: "SignatureDoesNotMatch 403",
      sts: "SignatureDoesNotMatch 403",
      ec2: "AuthFailure 401",
    });
  });

  it("by a clock that is off by more than 15 minutes is refused", async () => {
    const refused = {
      elasticache: "SignatureDoesNotMatch 403",
      sts: "SignatureDoesNotMatch 403",
      ec2: "RequestExpired 400",
    };
    assert.deepEqual(await ask({ systemClockOffset: -16 * minutes }), refused);
    assert.deepEqual(await ask({ systemClockOffset: 16 * minutes }), refused);
    const accepted = { elasticache: "accepted", sts: "accepted", ec2: "accepted" };
    assert.deepEqual(await ask({ systemClockOffset: -14 * minutes }), accepted);
  });

  it("is needed", async () => {
    const answer = await fetch(`${test.sandbox.endpoint}/?Action=GetCallerIdentity&Version=2011-06-15`);
    assert.equal(answer.status, 403);
    assert.match(await answer.text(), /<Code>MissingAuthenticationToken<\/Code>/);
  });

  it("is needed in full", async () => {
    const headers = { Authorization: "AWS4-HMAC-SHA256 Credential=a/20260101/us-west-2/sts/aws4_request" };
    const answer = await fetch(test.sandbox.endpoint, { method: "POST", headers });
    assert.equal(answer.status, 400);
    assert.match(await answer.text(), /<Code>IncompleteSignature<\/Code>/);
  });
});
