import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type FakeAws, groups, startFakeAws, xml } from "./support/fakeAws";
import { type FakeProxy, startFakeProxy } from "./support/fakeProxy";
import { authority, serverTls } from "./support/tls";
import { failureIn, makeWorld, valueIn, type World } from "./support/world";

const target = { profile: "dev", region: "us-west-2" };
const tunnel = "elasticache.us-west-2.amazonaws.com:443";

describe("proxies and certificates", () => {
  let fake: FakeAws;
  let proxy: FakeProxy;
  let world: World;
  let bundle: string;

  beforeEach(async () => {
    fake = await startFakeAws((_asked, response) => xml(response, groups(["a"])), serverTls);
    proxy = await startFakeProxy(() => fake.port, "jane:secret%word");
    world = await newWorld();
    bundle = join(world.home, "authority.pem");
    await writeFile(bundle, authority);
  });
  afterEach(async () => {
    await world.close();
    await Promise.all([fake.close(), proxy.close()]);
  });
  const newWorld = () =>
    makeWorld(
      "[profile dev]\nregion = us-west-2\n",
      "[dev]\naws_access_key_id = AKIADEV\naws_secret_access_key = devsecretdevsecret\n",
    );
  const list = () => world.aws.listCacheSecurityGroups(target);
  const withLogin = () => `http://jane:secret%25word@${proxy.host}`;

  for (const proxySupport of [undefined, "off"] as const) {
    it(`goes through the environment's proxy, signed in and kept alive, with http.proxySupport ${proxySupport ?? "unknown"}`, async () => {
      world.network = proxySupport && { proxySupport };
      world.environment = { HTTPS_PROXY: withLogin(), AWS_CA_BUNDLE: bundle };
      for (let n = 0; n < 3; n++) {
        assert.equal(valueIn(await list()).length, 1);
      }
      assert.deepEqual(proxy.tunnels, [tunnel]);
      assert.equal(fake.asked[0]?.headers.host, "elasticache.us-west-2.amazonaws.com");
    });
  }

  it("goes through VS Code's proxy where a bundle of its own keeps VS Code from doing so", async () => {
    world.network = { proxySupport: "on", proxy: withLogin() };
    await world.write("config", `[profile dev]\nca_bundle = ~/authority.pem\n`);
    valueIn(await list());
    assert.deepEqual(proxy.tunnels, [tunnel]);
  });

  it("says that a proxy wants a user name and password, and that nothing was changed", async () => {
    world.environment = { HTTPS_PROXY: `http://${proxy.host}`, AWS_CA_BUNDLE: bundle };
    const failure = failureIn(await world.aws.deleteCacheSecurityGroup(target, "a"));
    assert.deepEqual([failure.kind, failure.code], ["network", "HTTP 407"]);
    assert.match(failure.message, /^The proxy asks for a user name and password.*Nothing was changed\.$/);
    assert.equal(fake.asked.length, 0);
  });

  it("names the proxy, without its password, where it cannot be reached", async () => {
    await proxy.close();
    world.environment = { HTTPS_PROXY: withLogin() };
    const failure = failureIn(await world.aws.deleteCacheSecurityGroup(target, "a"));
    assert.deepEqual([failure.kind, failure.code], ["network", "EPROXY"]);
    assert.equal(
      failure.message,
      `The proxy ${proxy.host} on the way to elasticache.us-west-2.amazonaws.com could not be reached (ECONNREFUSED). Nothing was changed.`,
    );
    assert.doesNotMatch(world.log.join("\n"), /secret/);
  });

  it("names the setting of a proxy that is no address, or that hides another one, and never its password", async () => {
    for (const written of [
      `http://jane:pa#ss@${proxy.host}`,
      `http://jane:80#ss@${proxy.host}`,
      `http://jane:pa/ss@${proxy.host}`,
      `http://jane:pa?ss@${proxy.host}`,
      `http://CORP\\jane:pass@${proxy.host}`,
      `jane:pa#ss@${proxy.host}`,
      `http://jane:pa%ss@${proxy.host}`,
      `socks5://jane:pass@${proxy.host}`,
      "http://",
      `http:/${proxy.host}`,
    ]) {
      for (const [setting, network, environment] of [
        ["HTTPS_PROXY", undefined, { HTTPS_PROXY: written }],
        ["https_proxy", undefined, { https_proxy: written, HTTPS_PROXY: "http://127.0.0.1:1" }],
        ["http.proxy", { proxySupport: "on", proxy: written }, {}],
      ] as const) {
        await world.close();
        world = await newWorld();
        world.network = network;
        world.environment = environment;
        if (network) {
          await world.write("authority.pem", authority);
          await world.write("config", "[profile dev]\nca_bundle = ~/.aws/authority.pem\n");
        }
        const failure = failureIn(await world.aws.deleteCacheSecurityGroup(target, "a"));
        assert.deepEqual([failure.kind, failure.inDoubt], ["network", undefined], written);
        assert.match(
          failure.message,
          new RegExp(`^The proxy in ${setting} is no address\\..* Nothing was sent\\.$`),
        );
        assert.doesNotMatch(failure.message + world.log.join("\n"), /jane|pa.?ss@/);
      }
    }
    assert.deepEqual(proxy.tunnels, []);
  });

  it("asks loopback endpoints directly, whatever proxy there is, and reuses the connection", async () => {
    world.environment = { HTTPS_PROXY: withLogin(), HTTP_PROXY: withLogin(), AWS_CA_BUNDLE: bundle };
    await world.write("config", `[profile dev]\nendpoint_url = ${fake.url}\n`);
    valueIn(await list());
    valueIn(await list());
    assert.equal(proxy.tunnels.length, 0);
    assert.equal(fake.connections, 1);
  });

  it("does not trust a certificate that nothing vouches for, and names the way to mend it", async () => {
    await world.write("config", `[profile dev]\nendpoint_url = ${fake.url}\n`);
    const failure = failureIn(await world.aws.deleteCacheSecurityGroup(target, "a"));
    assert.equal(failure.kind, "network");
    assert.match(failure.message, /certificate.*AWS_CA_BUNDLE.*Nothing was changed\.$/);
    assert.equal(fake.asked.length, 0);
  });

  it("says so of a certificate bundle that is not there", async () => {
    world.environment = { AWS_CA_BUNDLE: "/no/such/bundle.pem" };
    const failure = failureIn(await list());
    assert.deepEqual([failure.kind, failure.code], ["network", "CA_BUNDLE"]);
  });
});
