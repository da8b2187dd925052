import assert from "node:assert/strict";
import type { ServerResponse } from "node:http";
import type { Failure } from "../../../src/core/failures/failures";
import type { Outcome } from "../../../src/core/outcome";
import { ec2Result, error, type FakeAws, grants, group, result, startFakeAws, xml } from "./support/fakeAws";
import { failureIn, makeWorld, valueIn, type World } from "./support/world";

const target = { profile: "dev", region: "us-west-2" };
const ingress = {
  cacheSecurityGroupName: "mygroup",
  ec2SecurityGroupName: "default",
  ec2SecurityGroupOwnerId: "565419523791",
};
const rule = {
  source: { kind: "cidrIp", cidr: "192.0.2.0/24" },
  protocol: "tcp",
  fromPort: 6379,
  toPort: 6379,
  description: "Office",
} as const;
const groupId = "sg-0123456789abcdef0";
const nothing = / Nothing was changed\.$/;
const perhaps = / The change may have been made all the same: refresh to see\.$/;

/** What one attempt comes to. */
type End = (response: ServerResponse, action: string) => void;
const reset: End = (response) => void response.destroy();
const refuse =
  (code: string, status = 400): End =>
  (response) =>
    error(response, code, "No.", status);
const answer =
  (inner: string): End =>
  (response, action) =>
    xml(response, action === "DescribeSecurityGroupRules" ? ec2Result(action, inner) : result(action, inner));

interface Write {
  readonly send: (world: World) => Promise<Outcome<unknown>>;
  /** What a request is refused with where the change is made already, by whomever. */
  readonly already: { readonly code: string; readonly kind: Failure["kind"] };
  /** The look that tells whether it is so, and what it is answered where it is. */
  readonly look?: { readonly action: string; readonly so: string; readonly notSo: string };
}

const sgRule = (description: string) =>
  `<securityGroupRuleSet><item><securityGroupRuleId>sgr-1</securityGroupRuleId><groupId>${groupId}</groupId><isEgress>false</isEgress><ipProtocol>tcp</ipProtocol><fromPort>6379</fromPort><toPort>6379</toPort><cidrIpv4>192.0.2.0/24</cidrIpv4><description>${description}</description></item></securityGroupRuleSet>`;
const listed = (inner: string) => `<CacheSecurityGroups>${inner}</CacheSecurityGroups>`;
const granted = group("mygroup", grants(["default", "565419523791", "authorizing"]));

const writes: Readonly<Record<string, Write>> = {
  AuthorizeCacheSecurityGroupIngress: {
    send: ({ aws }) => aws.authorizeIngress(target, ingress),
    already: { code: "AuthorizationAlreadyExists", kind: "alreadyAuthorized" },
    look: {
      action: "DescribeCacheSecurityGroups",
      so: listed(granted),
      notSo: listed(group("mygroup")),
    },
  },
  RevokeCacheSecurityGroupIngress: {
    send: ({ aws }) => aws.revokeIngress(target, ingress),
    already: { code: "AuthorizationNotFound", kind: "notFound" },
    look: {
      action: "DescribeCacheSecurityGroups",
      so: listed(group("mygroup")),
      notSo: listed(granted),
    },
  },
  CreateCacheSecurityGroup: {
    send: ({ aws }) =>
      aws.createCacheSecurityGroup(target, { name: "mygroup", description: "About mygroup" }),
    already: { code: "CacheSecurityGroupAlreadyExists", kind: "alreadyExists" },
    look: {
      action: "DescribeCacheSecurityGroups",
      so: listed(group("mygroup")),
      notSo: listed(granted),
    },
  },
  DeleteCacheSecurityGroup: {
    send: ({ aws }) => aws.deleteCacheSecurityGroup(target, "mygroup"),
    already: { code: "CacheSecurityGroupNotFound", kind: "notFound" },
  },
  AuthorizeSecurityGroupIngress: {
    send: ({ aws }) => aws.authorizeVpcIngress(target, { groupId, rules: [rule] }),
    already: { code: "InvalidPermission.Duplicate", kind: "alreadyAuthorized" },
    look: { action: "DescribeSecurityGroupRules", so: sgRule("Office"), notSo: sgRule("Somebody's") },
  },
  RevokeSecurityGroupIngress: {
    send: ({ aws }) => aws.revokeVpcIngress(target, { groupId, ruleId: "sgr-1" }),
    already: { code: "InvalidSecurityGroupRuleId.NotFound", kind: "notFound" },
  },
  ...Object.fromEntries(
    (["cluster", "replicationGroup", "serverless"] as const).map((kind) => [
      {
        cluster: "ModifyCacheCluster",
        replicationGroup: "ModifyReplicationGroup",
        serverless: "ModifyServerlessCache",
      }[kind],
      {
        send: ({ aws }: World) =>
          aws.replaceCacheGroups(target, { cache: { kind, id: "cart" }, groupIds: [groupId] }),
        already: {
          code: {
            cluster: "InvalidCacheClusterState",
            replicationGroup: "InvalidReplicationGroupState",
            serverless: "InvalidServerlessCacheStateFault",
          }[kind],
          kind: "invalidState",
        },
      } satisfies Write,
    ]),
  ),
};

describe("a change whose answer was lost", () => {
  let fake: FakeAws;
  let world: World;
  beforeEach(async () => {
    fake = await startFakeAws(() => undefined);
    world = await makeWorld(
      `[profile dev]\nendpoint_url = ${fake.url}\n`,
      "[dev]\naws_access_key_id = AKIA\naws_secret_access_key = other-secret\n",
    );
  });
  afterEach(async () => {
    await world.close();
    await fake.close();
  });

  /** Answers the attempts of one operation in turn, the last for all that follow, and any look as told. */
  const script = (action: string, ends: readonly End[], look: End = refuse("AccessDenied", 403)) => {
    let attempts = 0;
    fake.answer = (asked, response) => {
      if (asked.action === action) {
        (ends[Math.min(attempts++, ends.length - 1)] ?? reset)(response, asked.action);
      } else {
        look(response, asked.action);
      }
    };
  };
  const failure = async ({ send }: Write, doubt: boolean): Promise<Failure> => {
    const it = failureIn(await send(world));
    assert.match(it.message, doubt ? perhaps : nothing);
    assert.equal(it.inDoubt ?? false, doubt);
    return it;
  };

  for (const [action, write] of Object.entries(writes)) {
    const { already, look } = write;

    it(`was ours, of ${action}, only where an attempt may have been carried out`, async () => {
      script(action, [refuse("Throttling"), refuse(already.code)], answer(look?.so ?? ""));
      assert.equal((await failure(write, false)).kind, already.kind);
      assert.deepEqual([...new Set(fake.asked.map((asked) => asked.action))], [action], "no look is needed");
    });

    it(`leaves ${action} in doubt, whatever a later attempt is refused with`, async () => {
      for (const [code, kind] of [
        ["AccessDenied", "accessDenied"],
        ["InvalidParameterCombination", "invalidParameter"],
        ["InvalidClientTokenId", "credentials"],
      ] as const) {
        for (const lost of [reset, refuse("InternalFailure", 500), refuse("ServiceUnavailable", 503)]) {
          script(action, [lost, refuse(code)]);
          assert.equal((await failure(write, true)).kind, kind);
        }
      }
    });

    it(`knows of ${action} that nothing came of it, where every attempt was refused`, async () => {
      script(action, [refuse("Throttling", 503), refuse("AccessDenied", 403)]);
      assert.equal((await failure(write, false)).kind, "accessDenied");
      await fake.close();
      assert.equal((await failure(write, false)).kind, "network", "nobody listens there");
    });

    if (look) {
      it(`was ours, of ${action}, where a look shows it`, async () => {
        script(action, [reset, refuse(already.code)], answer(look.so));
        valueIn(await write.send(world));
        assert.equal(fake.asked.at(-1)?.action, look.action);
        assert.match(world.log.join("\n"), new RegExp(`${action} dev/us-west-2: 400, 2 attempts`));
      });

      it(`is not taken for ours, of ${action}, where a look shows something else, or is refused`, async () => {
        script(action, [reset, refuse(already.code)], answer(look.notSo));
        assert.equal(failureIn(await write.send(world)).kind, already.kind);
        script(action, [reset, refuse(already.code)]);
        const refused = await failure(write, true);
        assert.equal(refused.kind, already.kind);
        assert.doesNotMatch(refused.message, /Describe/, "it is not the look that failed");
      });
    } else if (already.kind === "notFound") {
      it(`was ours, of ${action}, where nothing is there any more`, async () => {
        script(action, [reset, refuse(already.code)]);
        valueIn(await write.send(world));
      });
    } else {
      it(`stays in doubt, of ${action}, where the retry finds the cache changing`, async () => {
        script(action, [reset, refuse(already.code)]);
        assert.equal((await failure(write, true)).kind, "invalidState");
      });
    }
  }

  it("stays in doubt after throttling that does not end, and is none after throttling alone", async () => {
    const write = writes["DeleteCacheSecurityGroup"] ?? assert.fail();
    script("DeleteCacheSecurityGroup", [reset, refuse("Throttling")]);
    assert.equal((await failure(write, true)).kind, "throttled");
    script("DeleteCacheSecurityGroup", [refuse("Throttling")]);
    assert.equal((await failure(write, false)).kind, "throttled");
  });

  it("stays in doubt where the call ended first, and is none where nothing was on its way", async () => {
    const write = writes["DeleteCacheSecurityGroup"] ?? assert.fail();
    world.seconds = 0.3;
    script("DeleteCacheSecurityGroup", [() => undefined]);
    assert.equal((await failure(write, true)).kind, "network");
    script("DeleteCacheSecurityGroup", [refuse("Throttling")]);
    await failure(write, false);
  });

  it("stays in doubt when its keys have ended meanwhile", async () => {
    const write = writes["DeleteCacheSecurityGroup"] ?? assert.fail();
    script("DeleteCacheSecurityGroup", [reset, refuse("ExpiredToken", 403)]);
    assert.equal((await failure(write, true)).kind, "credentials");
  });
});
