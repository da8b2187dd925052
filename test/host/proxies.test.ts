import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import * as vscode from "vscode";
import { accountWith, type FakeAws, startFakeAws } from "../wire/aws/support/fakeAws";
import { type FakeProxy, startFakeProxy } from "../wire/aws/support/fakeProxy";
import { authority, serverTls } from "../wire/aws/support/tls";
import { call, rowAt, wholeTree } from "./rows";
import { useAwsFiles } from "./useAwsFiles";

const target = { profile: "behind", region: "us-west-2" };
const section = ["behind", "us-west-2", "Cache security groups"] as const;
const tunnel = "elasticache.us-west-2.amazonaws.com:443";
const password = "secret%word";
const keys = "[behind]\naws_access_key_id = AKIABEHIND\naws_secret_access_key = behindsecretbehind\n";

// AWS's own host names, behind a proxy that leads to an endpoint on loopback.
describe("a proxy that wants a user name and password", () => {
  const files = useAwsFiles();
  const bundle = path.join(files.folder, "authority.pem");
  let fake: FakeAws;
  let proxy: FakeProxy;

  beforeEach(async () => {
    fake = await startFakeAws(accountWith("faraway"), serverTls);
    proxy = await startFakeProxy(() => fake.port, `jane:${password}`);
    writeFileSync(bundle, authority);
    files.write("[profile behind]\nregion = us-west-2\n", keys);
  });
  afterEach(async () => {
    for (const name of ["HTTPS_PROXY", "AWS_CA_BUNDLE"]) {
      delete process.env[name];
    }
    await http("proxySupport", undefined);
    await http("proxy", undefined);
    await Promise.all([fake.close(), proxy.close()]);
  });

  const withLogin = () => `http://jane:${encodeURIComponent(password)}@${proxy.host}`;

  for (const proxySupport of ["override", "fallback", "on", "off"] as const) {
    it(`is gone through with http.proxySupport ${proxySupport}, as ${proxySupport === "off" ? "HTTPS_PROXY" : "http.proxy"} names it`, async () => {
      process.env["AWS_CA_BUNDLE"] = bundle;
      await http("proxySupport", proxySupport);
      if (proxySupport === "off") {
        process.env["HTTPS_PROXY"] = withLogin();
      } else {
        await http("proxy", withLogin());
      }
      const refreshed = await call("refresh", target);
      assert.equal(refreshed.outcome, "done", JSON.stringify(refreshed));
      assert.ok(rowAt(await wholeTree(), ...section, "faraway"));
      assert.ok(proxy.tunnels.includes(tunnel), proxy.tunnels.join());
      // Whose account it is may be asked before.
      assert.ok(fake.asked.some(({ headers }) => headers.host === "elasticache.us-west-2.amazonaws.com"));
    });
  }

  for (const proxySupport of ["override", "fallback", "on"] as const) {
    it(`says what the proxy wants with http.proxySupport ${proxySupport}, and nothing of the password`, async () => {
      process.env["AWS_CA_BUNDLE"] = bundle;
      await http("proxySupport", proxySupport);
      await http("proxy", `http://jane:wrong-password@${proxy.host}`);
      // A change does not read the files again by itself.
      await call("refresh", target);
      const refused = await call("createCacheSecurityGroup", {
        ...target,
        cacheSecurityGroupName: "never",
        description: "never",
      });
      assert.ok(refused.outcome === "failed", JSON.stringify(refused));
      assert.equal(refused.failure.kind, "network");
      assert.match(refused.failure.message, /proxy/);
      assert.doesNotMatch(JSON.stringify(refused), /wrong-password/);
      assert.deepEqual(fake.asked, []);
    });

    it(`trusts a profile's own ca_bundle alone with http.proxySupport ${proxySupport}`, async () => {
      await http("proxySupport", proxySupport);
      await http("proxy", withLogin());
      const untrusted = await call("refresh", target);
      assert.ok(untrusted.outcome === "failed", JSON.stringify(untrusted));
      assert.match(untrusted.failure.message, /certificate.*AWS_CA_BUNDLE/);
      files.write(`[profile behind]\nregion = us-west-2\nca_bundle = ${bundle}\n`, keys);
      assert.deepEqual(await call("refresh", target), { outcome: "done" });
    });

    it(`is passed by for loopback endpoints with http.proxySupport ${proxySupport}`, async () => {
      process.env["AWS_CA_BUNDLE"] = bundle;
      await http("proxySupport", proxySupport);
      await http("proxy", withLogin());
      files.write(`[profile behind]\nregion = us-west-2\nendpoint_url = ${fake.url}\n`, keys);
      assert.deepEqual(await call("refresh", target), { outcome: "done" });
      assert.ok(fake.asked.some(({ headers }) => headers.host === fake.host));
      assert.deepEqual(
        proxy.tunnels.filter((name) => name.startsWith("127.")),
        [],
      );
    });
  }

  it("is not gone through with http.proxySupport off, where only http.proxy names it", async () => {
    await http("proxySupport", "off");
    await http("proxy", withLogin());
    files.write("[profile behind]\nregion = us-west-2\nendpoint_url = https://cache.invalid\n", keys);
    const result = await call("refresh", target);
    assert.ok(result.outcome === "failed" && result.failure.kind === "network", JSON.stringify(result));
    assert.deepEqual(
      proxy.tunnels.filter((name) => name.startsWith("cache.invalid")),
      [],
    );
  });
});

async function http(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration("http").update(name, value, vscode.ConfigurationTarget.Global);
}
