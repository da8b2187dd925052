import assert from "node:assert/strict";
import { CreateCacheSecurityGroupCommand } from "@aws-sdk/client-elasticache";
import { asciiJson } from "../../../src/core/formats/cli";
import { formatRecord, type RequestRecord } from "../../../src/sandbox/requestLog";
import { refusal, sandboxForEach } from "./sandboxUnderTest";

describe("the sandbox's request log", () => {
  const heard: RequestRecord[] = [];
  const test = sandboxForEach({ onRequest: (record) => heard.push(record) });
  beforeEach(() => heard.splice(0));

  it("says who asked for what and what came of it, and holds no secret", async () => {
    const create = new CreateCacheSecurityGroupCommand({
      CacheSecurityGroupName: "mygroup",
      Description: "d",
    });
    await refusal(test.elasticache().send(create));
    assert.deepEqual(test.sandbox.requests, heard);
    const { time, requestId, ...rest } = heard[0] ?? assert.fail("nothing was logged");
    assert.ok(!Number.isNaN(Date.parse(time)));
    assert.match(requestId, /^[0-9a-f-]{36}$/);
    assert.deepEqual(rest, {
      service: "elasticache",
      action: "CreateCacheSecurityGroup",
      profile: "sandbox-classic",
      accountId: "123456781234",
      region: "us-west-2",
      subject: "mygroup",
      status: 400,
      code: "CacheSecurityGroupAlreadyExists",
    });
    const secrets = test.sandbox.profiles.flatMap((profile) => [
      profile.secretAccessKey,
      profile.accessKeyId,
    ]);
    for (const secret of secrets) {
      assert.ok(!JSON.stringify(heard).includes(secret));
    }
  });

  it("is one line a request, whoever asks for whatever, and a short one", async () => {
    const forged =
      "X\n2026-01-01T00:00:00.000Z  sandbox-vpc  us-west-2  elasticache:DeleteCacheSecurityGroup";
    for (const action of [forged, "\u009b2J", "A".repeat(900_000), "\u2028x"]) {
      const body = new URLSearchParams({ Action: action, CacheSecurityGroupName: "g".repeat(90_000) });
      await fetch(test.sandbox.endpoint, { method: "POST", body });
      const record = heard.at(-1) ?? assert.fail("nothing was logged");
      assert.ok(JSON.stringify(record).length < 1_200);
      assert.match(formatRecord(record), /^[\x20-\x7e…]{1,400}$/);
      assert.match(asciiJson({ request: record }), /^[\x20-\x7e]*$/);
    }
  });

  it("lets no name act on a terminal", () => {
    const record = {
      time: "2026-01-01T00:00:00.000Z",
      service: "elasticache",
      action: "DescribeCacheSecurityGroups",
      subject: "a\n\u001b[31m\u202e",
      status: 200,
      requestId: "r",
    };
    assert.doesNotMatch(formatRecord(record), /[\p{Cc}\u202e]/u);
  });
});
