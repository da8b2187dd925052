import assert from "node:assert/strict";
import { call, rowAt, until } from "./rows";
import { useSandbox } from "./useSandbox";

const classic = { profile: "sandbox-classic", region: "us-west-2" };
const made = { ...classic, cacheSecurityGroupName: "made" };
const grant = { ...made, ec2SecurityGroupName: "default", ec2SecurityGroupOwnerId: "565419523791" };
const section = ["sandbox-classic", "us-west-2", "Cache security groups"] as const;

describe("five rapid clicks on the same action", () => {
  const sandbox = useSandbox({ settleMs: 200 });
  const sent = (action: string) => sandbox().requests.filter((request) => request.action === action);

  for (const [command, params, action] of [
    ["createCacheSecurityGroup", { ...made, description: "d" }, "CreateCacheSecurityGroup"],
    ["authorizeIngress", grant, "AuthorizeCacheSecurityGroupIngress"],
    ["revokeIngress", { ...grant, confirmed: true }, "RevokeCacheSecurityGroupIngress"],
    ["deleteCacheSecurityGroup", { ...made, confirmed: true }, "DeleteCacheSecurityGroup"],
  ] as const) {
    it(`send one request: ${command}`, async () => {
      if (command === "deleteCacheSecurityGroup") {
        await until(
          (rows) => rowAt(rows, ...section, "made")?.children?.length === 0,
          "the end of the grant",
        );
      }
      // The fields in another order are the same call.
      const again = Object.fromEntries(Object.entries(params).reverse());
      const results = await Promise.all(
        [params, again, params, again, params].map((each) => call(command, each)),
      );
      assert.deepEqual(
        results.map(({ outcome }) => outcome),
        Array.from({ length: 5 }, () => "done"),
      );
      assert.equal(sent(action).length, 1);
      await call("refresh", classic);
    });
  }

  it("are one batch too, and another call afterwards is a call of its own", async () => {
    const items = ["mygroup", "rate-limit"].map((cacheSecurityGroupName) => ({
      ...grant,
      cacheSecurityGroupName,
    }));
    const before = sent("AuthorizeCacheSecurityGroupIngress").length;
    const results = await Promise.all(Array.from({ length: 5 }, () => call("authorizeMany", { items })));
    assert.ok(
      results.every(({ outcome }) => outcome === "done"),
      JSON.stringify(results[0]),
    );
    assert.equal(sent("AuthorizeCacheSecurityGroupIngress").length - before, 2);
    assert.equal((await call("authorizeMany", { items })).outcome, "unchanged");
    assert.equal(sent("AuthorizeCacheSecurityGroupIngress").length - before, 2);
  });
});

describe("Authorize Many by params", () => {
  const sandbox = useSandbox({ settleMs: 400 });

  it("shows the grants on their rows, authorizing, and authorized soon after by themselves", async () => {
    await call("refresh", classic);
    const sources = Array.from({ length: 8 }, (_, number) => `web-${number}`);
    const items = ["mygroup", "rate-limit"].flatMap((cacheSecurityGroupName) =>
      sources.map((ec2SecurityGroupName) => ({ ...grant, cacheSecurityGroupName, ec2SecurityGroupName })),
    );
    const result = await call("authorizeMany", { items });
    assert.equal(result.outcome, "done", JSON.stringify(result));
    for (const name of ["mygroup", "rate-limit"]) {
      await until(
        (rows) =>
          sources.every(
            (source) => rowAt(rows, ...section, name, source)?.contextValue === "grant.authorized",
          ),
        `the check marks of ${name}`,
      );
    }
    const sent = sandbox().requests.filter(({ action }) => action.startsWith("Authorize"));
    assert.equal(sent.length, 16);
  });
});
