import assert from "node:assert/strict";
import path from "node:path";
import { DescribeSecurityGroupRulesCommand, EC2Client } from "@aws-sdk/client-ec2";
import { ListSchedulesCommand, SchedulerClient } from "@aws-sdk/client-scheduler";
import type { CommandResult } from "../../../src/core/commandResult";
import { Sweep } from "../../../src/expiry/sweep";
import { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";

export const vpc = { profile: "sandbox-vpc", region: "us-west-2" };
export const classic = { profile: "sandbox-classic", region: "us-west-2" };
export const grant = {
  ...classic,
  cacheSecurityGroupName: "mygroup",
  ec2SecurityGroupName: "default",
  ec2SecurityGroupOwnerId: "565419523791",
};
export const minute = 60_000;
export const hour = 60 * minute;

/** The VPC group of the cache `pages`. */
export async function pagesGroup(world: CommandWorld): Promise<string> {
  const { caches, vpc: rules, accounts } = world.services.state;
  await Promise.all([rules.load(vpc), accounts.load(vpc)]);
  const pages = caches.find(vpc, { kind: "cluster", id: "pages" });
  return pages?.securityGroups?.[0]?.id ?? assert.fail("pages");
}

/** What AWS has, asked by clients that know nothing of the extension. */
export class Observer {
  readonly #ec2: EC2Client;
  readonly #scheduler: SchedulerClient;

  constructor({ sandbox }: Pick<CommandWorld, "sandbox">, profile = vpc.profile) {
    const { endpoint, region, profiles } = sandbox;
    const credentials = profiles.find(({ name }) => name === profile) ?? assert.fail(profile);
    this.#ec2 = new EC2Client({ endpoint, region, credentials });
    this.#scheduler = new SchedulerClient({ endpoint, region, credentials });
  }

  /** The tags of the ingress rules from a block, by their ids. */
  async rulesFrom(cidr: string): Promise<Readonly<Record<string, Readonly<Record<string, string>>>>> {
    const { SecurityGroupRules = [] } = await this.#ec2.send(new DescribeSecurityGroupRulesCommand({}));
    return Object.fromEntries(
      SecurityGroupRules.filter(({ CidrIpv4, IsEgress }) => CidrIpv4 === cidr && !IsEgress).map(
        ({ SecurityGroupRuleId = "", Tags = [] }) => [
          SecurityGroupRuleId,
          Object.fromEntries(Tags.map(({ Key = "", Value = "" }) => [Key, Value])),
        ],
      ),
    );
  }

  async schedules(): Promise<readonly string[]> {
    const { Schedules = [] } = await this.#scheduler.send(new ListSchedulesCommand({}));
    return Schedules.map(({ GroupName, Name }) => `${GroupName}/${Name}`);
  }

  get ec2(): EC2Client {
    return this.#ec2;
  }

  close(): void {
    this.#ec2.destroy();
    this.#scheduler.destroy();
  }
}

/** The end that a command's result tells of. */
export function expiryIn(result: CommandResult) {
  assert.equal(result.outcome, "done", JSON.stringify(result));
  return ("expiry" in result && result.expiry) || assert.fail(JSON.stringify(result));
}

export function failureIn(result: CommandResult) {
  return result.outcome === "failed" ? result.failure : assert.fail(JSON.stringify(result));
}

export async function started(expiryRoles: Readonly<Record<string, string>> = {}): Promise<CommandWorld> {
  const world = await CommandWorld.start();
  world.settings = { ...world.settings, expiryRoles };
  return world;
}

/** A window's sweep, that looks when the test says so. */
export class SweepWindow {
  readonly ui = new ScriptedUi();
  readonly sweep: Sweep;
  /** What it would wait for, in milliseconds. */
  wait: number | undefined;
  /** What it does then. */
  wake: () => void = () => undefined;

  constructor(world: CommandWorld) {
    const services = { ...world.servicesFor(this.ui), log: (line: string) => void world.log.push(line) };
    this.sweep = new Sweep({
      load: () => import("../../../src/expiry/sweepTarget"),
      services,
      folder: path.join(world.folder, "expiring"),
      after: (milliseconds, run) => {
        this.wait = milliseconds;
        this.wake = run;
        return () => undefined;
      },
    });
  }

  get said(): readonly string[] {
    return this.ui.messages.map(({ text }) => text);
  }
}
