import assert from "node:assert/strict";
import type { ServerResponse } from "node:http";
import { type FakeAws, startFakeAws } from "./support/fakeAws";
import { failureIn, makeWorld, valueIn, type World } from "./support/world";

const target = { profile: "dev", region: "us-west-2" };
const json = { "content-type": "application/x-amz-json-1.1", "x-amzn-requestid": "11111111-2222" };

function say(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, json);
  response.end(typeof body === "string" ? body : JSON.stringify(body));
}

const node = (number: number) => ({
  InstanceId: `i-000000000000000${number}`,
  ComputerName: `host-${number}`,
  AgentVersion: "3.3.987.0",
  PingStatus: "Online",
});
const refused = (type: string, message = "no") => ({ __type: type, message });

describe("the instances that Systems Manager knows", () => {
  let world: World;
  let fake: FakeAws;
  beforeEach(async () => {
    fake = await startFakeAws((_, response) => say(response, { InstanceInformationList: [] }));
    world = await makeWorld(
      "[profile dev]\nregion = us-west-2\n",
      "[dev]\naws_access_key_id = AKIADEV\naws_secret_access_key = s\n",
    );
    world.environment = { AWS_ENDPOINT_URL_SSM: fake.url };
  });
  afterEach(async () => {
    await world.close();
    await fake.close();
  });
  const failure = async () => failureIn(await world.aws.listManagedNodes(target));

  it("are asked for by the protocol's own header, and only those that are online", async () => {
    assert.deepEqual(valueIn(await world.aws.listManagedNodes(target)), []);
    const [asked] = fake.asked;
    assert.equal(asked?.headers["x-amz-target"], "AmazonSSM.DescribeInstanceInformation");
    assert.deepEqual(JSON.parse(asked?.body ?? ""), {
      Filters: [
        { Key: "PingStatus", Values: ["Online"] },
        { Key: "ResourceType", Values: ["EC2Instance"] },
      ],
      MaxResults: 50,
    });
  });

  it("are those alone that are online, also where the endpoint gives others", async () => {
    const list = [
      { ...node(1), PingStatus: "ConnectionLost" },
      node(2),
      { ...node(3), PingStatus: "Inactive" },
    ];
    fake.answer = (_, response) => say(response, { InstanceInformationList: list });
    assert.deepEqual(
      valueIn(await world.aws.listManagedNodes(target)).map(({ instanceId }) => instanceId),
      [node(2).InstanceId],
    );
  });

  it("are those of all pages, each once", async () => {
    fake.answer = ({ body }, response) =>
      say(
        response,
        JSON.parse(body).NextToken === undefined
          ? { InstanceInformationList: [node(1), node(2)], NextToken: "more" }
          : { InstanceInformationList: [node(2), node(3)] },
      );
    const nodes = valueIn(await world.aws.listManagedNodes(target));
    assert.deepEqual(
      nodes.map(({ computerName, agentVersion }) => `${computerName} ${agentVersion}`),
      ["host-1 3.3.987.0", "host-2 3.3.987.0", "host-3 3.3.987.0"],
    );
  });

  it("are not known where they may not be listed, and the missing action is named", async () => {
    fake.answer = (_, response) => say(response, refused("com.amazonaws.ssm#AccessDeniedException"), 400);
    const { kind, action } = await failure();
    assert.deepEqual([kind, action], ["accessDenied", "ssm:DescribeInstanceInformation"]);
    assert.equal(fake.asked.length, 1);
  });

  for (const [code, status, kind, attempts] of [
    ["ThrottlingException", 400, "throttled", 4],
    ["ExpiredTokenException", 400, "credentials", 2],
    ["UnrecognizedClientException", 400, "credentials", 1],
    ["InvalidFilterKey", 400, "unexpected", 1],
    ["InternalServerError", 500, "throttled", 4],
  ] as const) {
    it(`${code} is ${kind}, after ${attempts} attempts`, async () => {
      world.seconds = 30;
      fake.answer = (_, response) => say(response, refused(code), status);
      assert.equal((await failure()).kind, kind);
      assert.equal(fake.asked.length, attempts);
    }).timeout(30_000);
  }

  for (const [name, answer] of [
    ["a page of a portal", "<html>Sign in</html>"],
    ["nothing", ""],
    ["XML", "<DescribeInstanceInformationResponse/>"],
    ["half an answer", '{"InstanceInformationList":['],
    ["an answer without a list", "{}"],
    ["an instance without an id", '{"InstanceInformationList":[{"PingStatus":"Online"}]}'],
  ] as const) {
    it(`${name} with status 200 is no list`, async () => {
      fake.answer = (_, response) => say(response, answer);
      assert.equal((await failure()).kind, "protocol");
    });
  }

  it("come to an end where the pages do not", async () => {
    fake.answer = (_, response) => say(response, { InstanceInformationList: [], NextToken: "again" });
    assert.equal((await failure()).kind, "protocol");
    assert.equal(fake.asked.length, 2);
  });
});
