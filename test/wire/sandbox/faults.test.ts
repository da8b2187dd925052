import assert from "node:assert/strict";
import {
  AuthorizeCacheSecurityGroupIngressCommand,
  CreateCacheSecurityGroupCommand,
  DeleteCacheSecurityGroupCommand,
  DescribeCacheSecurityGroupsCommand,
  RevokeCacheSecurityGroupIngressCommand,
} from "@aws-sdk/client-elasticache";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { parseFault } from "../../../src/sandbox/faults";
import { refusal, sandboxForEach } from "./sandboxUnderTest";

const group = { CacheSecurityGroupName: "mygroup" };
const ingress = { ...group, EC2SecurityGroupName: "default", EC2SecurityGroupOwnerId: "565419523791" };
const list = () => new DescribeCacheSecurityGroupsCommand({});

/** The errors of each operation as the service model has them: code and HTTP status. */
const modelled = {
  DescribeCacheSecurityGroups: [
    "CacheSecurityGroupNotFound 404",
    "InvalidParameterValue 400",
    "InvalidParameterCombination 400",
  ],
  CreateCacheSecurityGroup: [
    "CacheSecurityGroupAlreadyExists 400",
    "QuotaExceeded.CacheSecurityGroup 400",
    "TagQuotaPerResourceExceeded 400",
    "InvalidParameterValue 400",
    "InvalidParameterCombination 400",
  ],
  DeleteCacheSecurityGroup: [
    "InvalidCacheSecurityGroupState 400",
    "CacheSecurityGroupNotFound 404",
    "InvalidParameterValue 400",
    "InvalidParameterCombination 400",
  ],
  AuthorizeCacheSecurityGroupIngress: [
    "CacheSecurityGroupNotFound 404",
    "InvalidCacheSecurityGroupState 400",
    "AuthorizationAlreadyExists 400",
    "InvalidParameterValue 400",
    "InvalidParameterCombination 400",
  ],
  RevokeCacheSecurityGroupIngress: [
    "CacheSecurityGroupNotFound 404",
    "AuthorizationNotFound 404",
    "InvalidCacheSecurityGroupState 400",
    "InvalidParameterValue 400",
    "InvalidParameterCombination 400",
  ],
};

describe("a sandbox told to fail", () => {
  const test = sandboxForEach();
  const fail = (...faults: string[]) => test.sandbox.setFaults(faults.map(parseFault));

  it("answers with every error of the model", async () => {
    const client = test.elasticache();
    const calls = {
      DescribeCacheSecurityGroups: () => client.send(list()),
      CreateCacheSecurityGroup: () =>
        client.send(new CreateCacheSecurityGroupCommand({ ...group, Description: "Never made" })),
      DeleteCacheSecurityGroup: () => client.send(new DeleteCacheSecurityGroupCommand(group)),
      AuthorizeCacheSecurityGroupIngress: () =>
        client.send(new AuthorizeCacheSecurityGroupIngressCommand(ingress)),
      RevokeCacheSecurityGroupIngress: () => client.send(new RevokeCacheSecurityGroupIngressCommand(ingress)),
    } satisfies Record<keyof typeof modelled, () => Promise<unknown>>;
    for (const [action, call] of Object.entries(calls)) {
      for (const [name, wanted] of Object.entries(modelled)) {
        if (name !== action) {
          continue;
        }
        for (const error of wanted) {
          fail(`${action}=${error.split(" ")[0]}`);
          assert.equal(await refusal(call()), error, action);
        }
      }
    }
  });

  it("knows what every service can answer, with its HTTP status", async () => {
    const client = test.elasticache();
    const common = [
      "Throttling 400",
      "AccessDenied 403",
      "ExpiredToken 403",
      "OptInRequired 403",
      "InternalFailure 500",
      "ServiceUnavailable 503",
    ];
    for (const error of common) {
      fail(`*=${error.split(" ")[0]}`);
      assert.equal(await refusal(client.send(list())), error);
    }
    fail("*=SomethingNobodyKnows");
    assert.equal(await refusal(client.send(list())), "SomethingNobodyKnows 400");
  });

  it("fails a share of the requests, or the first few", async () => {
    const client = test.elasticache();
    const count = async (requests: number) => {
      let failed = 0;
      for (let number = 0; number < requests; number++) {
        if ((await refusal(client.send(list()))) !== "accepted") {
          failed += 1;
        }
      }
      return failed;
    };
    fail("DescribeCacheSecurityGroups=Throttling:5%");
    assert.equal(await count(100), 5);
    fail("DescribeCacheSecurityGroups=Throttling*3");
    assert.equal(await count(10), 3);
    fail();
    assert.equal(await count(5), 0);
  });

  it("fails for one profile or region and not for others", async () => {
    fail("sandbox-classic/eu-west-1/*=AccessDenied", "sandbox-partner/*=ExpiredToken");
    const answer = (profile: string, region: string) =>
      refusal(test.elasticache({ profile, region }).send(list()));
    assert.equal(await answer("sandbox-classic", "eu-west-1"), "AccessDenied 403");
    assert.equal(await answer("sandbox-classic", "us-west-2"), "accepted");
    assert.equal(await answer("sandbox-partner", "us-west-2"), "ExpiredToken 403");
    assert.equal(await refusal(test.sts().send(new GetCallerIdentityCommand({}))), "accepted");
  });

  it("drops the answer after the work is done", async () => {
    fail("AuthorizeCacheSecurityGroupIngress=@lost*1");
    const authorize = () => test.elasticache().send(new AuthorizeCacheSecurityGroupIngressCommand(ingress));
    assert.match(await refusal(authorize()), /ECONNRESET|TimeoutError|Error/);
    assert.equal(await refusal(authorize()), "AuthorizationAlreadyExists 400");
  });

  it("refuses to be told nonsense", () => {
    for (const text of ["", "Nonsense=Throttling", "*=@nothing", "a/b/*=Throttling", "*=Throttling:5", "*"]) {
      assert.throws(() => parseFault(text), Error, text);
    }
  });
});
