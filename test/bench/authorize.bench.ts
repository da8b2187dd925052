import { spawnSync } from "node:child_process";
import { authorizeIngress } from "../../src/commands/authorizeIngress";
import { against, type Bench, type Lines, median } from "./bench";
import { groupOf } from "./groupOf";
import { timeOf } from "./pairs";
import { type BenchWorld, benchWorld, region } from "./world";

const grant = {
  profile: "sandbox-classic",
  region,
  cacheSecurityGroupName: "mygroup",
  ec2SecurityGroupOwnerId: "565419523791",
};

/** From sending a grant to the event that shows it in the tree. */
async function authorize({ world }: BenchWorld, name: string): Promise<number> {
  const { aws, state } = world.services;
  const api = await aws();
  await state.groups.load(grant);
  const ingress = { ...grant, ec2SecurityGroupName: name };
  const started = performance.now();
  const shown = new Promise<number>((resolve) => {
    const end = state.groups.changed.listen(() => {
      end();
      resolve(performance.now() - started);
    });
  });
  const answer = await state.groups.change(grant, { name: grant.cacheSecurityGroupName }, () =>
    groupOf(api.authorizeIngress(grant, ingress)),
  );
  if (!answer.ok) {
    throw new Error(answer.failure.message);
  }
  return shown;
}

export const authorizeLatency: Bench = {
  names: ["authorize-latency"],
  async run() {
    const bench = await benchWorld(["--latency", "100", "--settle", "0"]);
    try {
      await authorize(bench, "warm");
      const times: number[] = [];
      for (let nth = 0; nth < 9; nth++) {
        times.push(await authorize(bench, `web-${nth}`));
      }
      return { "authorize-latency": { value: median(times), unit: "ms", limit: 125 } };
    } finally {
      await bench.close();
    }
  },
};

/** The same without latency, beside the AWS CLI's whole process. Nothing where there is no CLI. */
export const authorizeCli: Bench = {
  names: ["authorize-cli"],
  async run(): Promise<Lines> {
    if (spawnSync("aws", ["--version"]).status !== 0) {
      process.stderr.write("authorize-cli is left out: there is no AWS CLI on the PATH\n");
      return {};
    }
    const bench = await benchWorld(["--settle", "0"]);
    try {
      const [keys] = bench.sandbox.said.profiles;
      const env = {
        ...process.env,
        AWS_ACCESS_KEY_ID: keys?.accessKeyId,
        AWS_SECRET_ACCESS_KEY: keys?.secretAccessKey,
        AWS_DEFAULT_REGION: region,
      };
      const cli = async (name: string) => {
        const action = ["elasticache", "authorize-cache-security-group-ingress"];
        const { cacheSecurityGroupName, ec2SecurityGroupOwnerId } = grant;
        const fields = ["--cache-security-group-name", cacheSecurityGroupName];
        fields.push(
          "--ec2-security-group-name",
          name,
          "--ec2-security-group-owner-id",
          ec2SecurityGroupOwnerId,
        );
        const { status, stderr } = spawnSync(
          "aws",
          ["--endpoint-url", bench.sandbox.said.endpoint, ...action, ...fields],
          { env, encoding: "utf8" },
        );
        if (status !== 0) {
          throw new Error(stderr);
        }
      };
      await authorize(bench, "warm");
      const ours: number[] = [];
      const theirs: number[] = [];
      for (let nth = 0; nth < 5; nth++) {
        ours.push(await authorize(bench, `ours-${nth}`));
        theirs.push(await timeOf(() => cli(`theirs-${nth}`)));
      }
      return { "authorize-cli": against(median(ours), median(theirs), "ms", 0.067) };
    } finally {
      await bench.close();
    }
  },
};

/** What is sent for what somebody does. */
export const requests: Bench = {
  names: ["requests"],
  async run() {
    const bench = await benchWorld(["--settle", "0"]);
    const { sandbox, world } = bench;
    try {
      const { groups, caches, accounts } = world.services.state;
      await Promise.all([groups.load(grant), caches.load(grant), accounts.load(grant)]);
      const open = await sandbox.total();
      const done = await world.run(authorizeIngress, { ...grant, ec2SecurityGroupName: "web" });
      if (done.outcome !== "done") {
        throw new Error(JSON.stringify(done));
      }
      const all = await sandbox.total();
      return {
        "requests/open-region": { value: open, unit: "requests", limit: 5 },
        "requests/authorize": {
          value: sandbox.count("AuthorizeCacheSecurityGroupIngress"),
          unit: "requests",
          limit: 1,
        },
        "requests/authorize-reads": { value: all - open - 1, unit: "requests" },
      };
    } finally {
      await bench.close();
    }
  },
};
