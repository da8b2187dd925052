import assert from "node:assert/strict";
import type { Failure } from "../../../src/core/failures/failures";
import { error, type FakeAws, grants, group, groups, result, startFakeAws, xml } from "./support/fakeAws";
import { failureIn, makeWorld, valueIn, type World } from "./support/world";

const target = { profile: "dev", region: "us-west-2" };
const ingress = {
  cacheSecurityGroupName: "mygroup",
  ec2SecurityGroupName: "default",
  ec2SecurityGroupOwnerId: "565419523791",
};

describe("answers of an endpoint", () => {
  let fake: FakeAws;
  let world: World;

  beforeEach(async () => {
    fake = await startFakeAws((_asked, response) => xml(response, groups([])));
    world = await makeWorld(
      `[profile dev]\nregion = us-west-2\nendpoint_url = ${fake.url}\n`,
      "[dev]\naws_access_key_id = AKIADEV\naws_secret_access_key = devsecretdevsecret\n",
    );
  });
  afterEach(async () => {
    await world.close();
    await fake.close();
  });

  const list = () => world.aws.listCacheSecurityGroups(target);
  const listFailure = async (): Promise<Failure> => failureIn(await list());

  describe("that are the API's", () => {
    it("lists all pages, of 100 each, in order, and once what stands on two of them", async () => {
      fake.answer = (asked, response) => {
        const marker = asked.params.get("Marker");
        xml(
          response,
          marker === null ? groups(["a", "b"], "p2") : groups(["c"], marker === "p2" ? "p3" : undefined),
        );
      };
      assert.deepEqual(
        valueIn(await list()).map(({ name }) => name),
        ["a", "b", "c"],
      );
      assert.deepEqual(
        fake.asked.map(({ params }) => [params.get("MaxRecords"), params.get("Marker")]),
        [
          ["100", null],
          ["100", "p2"],
          ["100", "p3"],
        ],
      );
    });

    it("tells what it has read so far of a long list, when the first page is there and whenever that has doubled", async () => {
      fake.answer = (asked, response) => {
        const page = Number(asked.params.get("Marker") ?? 1);
        xml(response, groups([`g${page}`], page < 5 ? String(page + 1) : undefined));
      };
      const told: string[] = [];
      const soFar = (some: readonly { readonly name: string }[]) =>
        told.push(`${some.map(({ name }) => name).join()} of ${fake.asked.length}`);
      assert.equal(valueIn(await world.aws.listCacheSecurityGroups(target, { soFar })).length, 5);
      assert.deepEqual(told, ["g1 of 1", "g1,g2 of 2", "g1,g2,g3,g4 of 4"]);
      fake.answer = (_asked, response) => xml(response, groups(["only"]));
      valueIn(await world.aws.listCacheSecurityGroups(target, { soFar }));
      assert.equal(told.length, 3, "one page is the whole");
    });

    it("takes an empty list for an empty list, and absent grants for none", async () => {
      assert.deepEqual(valueIn(await list()), []);
      fake.answer = (_asked, response) => xml(response, groups(["a"]));
      assert.deepEqual(valueIn(await list()), [
        { name: "a", description: "About a", ownerId: "123456781234", grants: [] },
      ]);
    });

    it("gives the group of an authorize as it was answered", async () => {
      fake.answer = (_asked, response) =>
        xml(
          response,
          result(
            "AuthorizeCacheSecurityGroupIngress",
            group("mygroup", grants(["default", "565419523791", "authorizing"])),
          ),
        );
      const outcome = await world.aws.authorizeIngress(target, ingress);
      assert.equal(outcome.ok && outcome.requestId, "11111111-2222");
      assert.deepEqual(valueIn(outcome).group.grants, [
        { ec2SecurityGroupName: "default", ec2SecurityGroupOwnerId: "565419523791", status: "authorizing" },
      ]);
    });

    it("logs a line a request, without a secret", async () => {
      await list();
      assert.equal(world.log.length, 1);
      assert.match(
        world.log[0] ?? "",
        /^elasticache DescribeCacheSecurityGroups dev\/us-west-2: 200, 1 attempt, \d+ ms, 11111111-2222$/,
      );
    });
  });

  describe("that are not the API's", () => {
    const bodies: Record<string, [status: number, type: string, body: string, message: RegExp]> = {
      "a web page with status 200": [
        200,
        "text/html",
        "<!doctype html><html><body>Sign in</body></html>",
        /web page/,
      ],
      "a web page that says it is XML": [200, "text/xml", "<html><body>Sign in</body></html>", /web page/],
      "nothing with status 200": [200, "text/xml", "", /answered with nothing/],
      JSON: [200, "application/json", "{}", /something else than the API's XML/],
      "the result of something else": [
        200,
        "text/xml",
        "<OtherResponse><OtherResult/></OtherResponse>",
        /not the answer to this request/,
      ],
      "a list that breaks off": [200, "text/xml", groups(["a", "b"]).slice(0, -90), /breaks off/],
      "a group without a name": [
        200,
        "text/xml",
        result(
          "DescribeCacheSecurityGroups",
          "<CacheSecurityGroups><CacheSecurityGroup/></CacheSecurityGroups>",
        ),
        /no name/,
      ],
      "a DOCTYPE with entities": [
        200,
        "text/xml",
        `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${groups(["&b;"])}`,
        /DOCTYPE/,
      ],
      "a redirection": [302, "text/html", "", /redirection/],
      "a web page with status 503": [503, "text/html", "<html>Busy</html>", /web page.*503/],
      "broken XML": [200, "text/xml", "<a><b></c></a>", /./],
    };
    for (const [name, [status, type, body, message]] of Object.entries(bodies)) {
      it(`${name}: no success, for a list and for a change`, async () => {
        fake.answer = (_asked, response) => {
          response.writeHead(status, { "content-type": type, location: "http://127.0.0.1:1/" });
          response.end(body);
        };
        const failure = await listFailure();
        assert.equal(failure.kind, "protocol", JSON.stringify(failure));
        assert.equal(failure.endpoint, fake.host);
        assert.match(failure.message, message);
        const change = failureIn(await world.aws.authorizeIngress(target, ingress));
        assert.equal(change.kind, "protocol", JSON.stringify(change));
        assert.match(change.message, /may have been made/);
      });
    }

    it("ends a list whose markers repeat, A, B, A", async () => {
      fake.answer = (asked, response) =>
        xml(response, groups(["x"], asked.params.get("Marker") === "A" ? "B" : "A"));
      const failure = await listFailure();
      assert.equal(failure.kind, "protocol");
      assert.match(failure.message, /sent before/);
      assert.equal(fake.asked.length, 3);
    });

    it("refuses an answer that is far too large", async () => {
      fake.answer = (_asked, response) => {
        response.writeHead(200, { "content-type": "text/xml" });
        const chunk = Buffer.alloc(1024 * 1024, " ");
        const more = (): void => {
          while (!response.destroyed && response.write(chunk)) {
            // Until the buffer is full.
          }
          response.once("drain", more);
        };
        more();
      };
      const failure = await listFailure();
      assert.equal(failure.kind, "protocol");
      assert.match(failure.message, /32 MB/);
    });
  });

  describe("that do not come", () => {
    it("gives up in time on an endpoint that says nothing", async () => {
      world.seconds = 0.3;
      fake.answer = () => undefined;
      const failure = await listFailure();
      assert.deepEqual([failure.kind, failure.code], ["network", "ETIMEDOUT"]);
      assert.equal(failure.message, `${fake.host} did not answer within 0.3 seconds.`);
    });

    it("gives up in time on a body that drips, and says that a change may have been made", async () => {
      world.seconds = 0.3;
      fake.answer = (_asked, response) => {
        response.writeHead(200, { "content-type": "text/xml" });
        const timer = setInterval(() => response.write(" "), 20);
        response.on("close", () => clearInterval(timer));
      };
      const failure = failureIn(await world.aws.authorizeIngress(target, ingress));
      assert.deepEqual([failure.kind, failure.code], ["network", "ETIMEDOUT"]);
      assert.match(failure.message, /may have been made all the same/);
    });

    it("is cancelled by the caller's signal", async () => {
      fake.answer = () => undefined;
      const controller = new AbortController();
      const pending = world.aws.listCacheSecurityGroups(target, { signal: controller.signal });
      setTimeout(() => controller.abort(), 50);
      assert.deepEqual(failureIn(await pending), { kind: "cancelled", message: "Cancelled." });
      const before = failureIn(
        await world.aws.listCacheSecurityGroups(target, { signal: controller.signal }),
      );
      assert.equal(before.kind, "cancelled");
    });

    it("names a refused connection, and knows that nothing was changed", async () => {
      await fake.close();
      const failure = failureIn(await world.aws.authorizeIngress(target, ingress));
      assert.deepEqual(
        [failure.kind, failure.code, failure.endpoint],
        ["network", "ECONNREFUSED", fake.host],
      );
      assert.match(failure.message, /Nothing was changed\.$/);
    });

    it("names a connection that is closed without an answer", async () => {
      fake.answer = (_asked, response) => void response.destroy();
      const failure = await listFailure();
      assert.equal(failure.kind, "network");
      assert.match(failure.code ?? "", /^ECONNRESET|EPIPE$/);
      assert.equal(fake.asked.length, 4, "tried again");
    });

    it("names a host that does not exist", async () => {
      await world.write("config", "[profile dev]\nendpoint_url = http://nowhere.invalid\n");
      const failure = await listFailure();
      assert.equal(failure.kind, "network");
      assert.match(failure.code ?? "", /^(?:ENOTFOUND|EAI_AGAIN)$/);
    });

    it("names what does not speak HTTP, and TLS that is none", async () => {
      const { createServer } = await import("node:net");
      const plain = createServer((socket) => socket.end("SSH-2.0-OpenSSH\r\n"));
      await new Promise<void>((resolve) => plain.listen(0, "127.0.0.1", resolve));
      const address = plain.address();
      const port = typeof address === "object" ? address?.port : 0;
      try {
        await world.write("config", `[profile dev]\nendpoint_url = http://127.0.0.1:${port}\n`);
        assert.equal((await listFailure()).kind, "network");
        await world.write("config", `[profile dev]\nendpoint_url = https://127.0.0.1:${port}\n`);
        const failure = await listFailure();
        assert.equal(failure.kind, "network");
        assert.match(failure.message, /certificate|encryption/);
      } finally {
        plain.close();
      }
    });
  });

  describe("that were lost", () => {
    const granted = grants(["default", "565419523791", "authorizing"]);

    it("takes AuthorizationAlreadyExists after a retry for done, when Describe says so", async () => {
      fake.answer = (asked, response, nth) => {
        if (nth === 1) {
          response.destroy();
        } else if (asked.action === "AuthorizeCacheSecurityGroupIngress") {
          error(response, "AuthorizationAlreadyExists", "Already.");
        } else {
          xml(
            response,
            result(
              "DescribeCacheSecurityGroups",
              `<CacheSecurityGroups>${group("mygroup", granted)}</CacheSecurityGroups>`,
            ),
          );
        }
      };
      const changed = valueIn(await world.aws.authorizeIngress(target, ingress));
      assert.equal(changed.group.grants[0]?.status, "authorizing");
    });

    it("takes AuthorizationNotFound after a retried revoke for done, when Describe says so", async () => {
      fake.answer = (asked, response, nth) => {
        if (nth === 1) {
          response.destroy();
        } else if (asked.action === "RevokeCacheSecurityGroupIngress") {
          error(response, "AuthorizationNotFound", "Gone.", 404);
        } else {
          xml(response, groups(["mygroup"]));
        }
      };
      assert.deepEqual(valueIn(await world.aws.revokeIngress(target, ingress)).group.grants, []);
    });

    it("is alreadyAuthorized at the first attempt", async () => {
      fake.answer = (_asked, response) => error(response, "AuthorizationAlreadyExists", "Already.");
      const failure = failureIn(await world.aws.authorizeIngress(target, ingress));
      assert.deepEqual(failure, {
        kind: "alreadyAuthorized",
        message: "default of 565419523791 is already authorized in mygroup. Nothing was changed.",
        code: "AuthorizationAlreadyExists",
        requestId: "11111111-2222",
        endpoint: fake.host,
      });
    });
  });
});
