import assert from "node:assert/strict";
import type { Command, Params } from "../../../src/commands/command";
import { runCommand } from "../../../src/commands/runCommand";
import { commands } from "../../../src/commands/table";
import type { CommandResult } from "../../../src/core/commandResult";
import type { Failure, FailureKind } from "../../../src/core/failures/failures";
import { inMemoryProfile } from "../../../src/profiles/inMemoryProfiles";
import type { CommandWorld } from "../../support/commandWorld";
import type { ScriptedUi } from "../../support/scriptedUi";

/** Brings a failure about as a user would meet it: by a command, against an endpoint. */
export interface Provoked {
  readonly kind: Exclude<FailureKind, "cancelled">;
  /** What went wrong, to tell those of one kind apart. */
  readonly by: string;
  run(world: CommandWorld, ui: ScriptedUi): Promise<Failure>;
}

const classic = { profile: "sandbox-classic", region: "us-west-2" };
const vpc = { profile: "sandbox-vpc", region: "us-west-2" };
const mygroup = { ...classic, cacheSecurityGroupName: "mygroup" };
const grant = { ...mygroup, ec2SecurityGroupName: "default", ec2SecurityGroupOwnerId: "565419523791" };

/** A read that the endpoint answers so. */
function read(kind: Provoked["kind"], code: string): Provoked {
  return {
    kind,
    by: code,
    run: async (world, ui) => {
      world.sandbox.setFaults([{ action: "DescribeCacheSecurityGroups", code }]);
      return failed(world, "refresh", classic, ui);
    },
  };
}

/** Keys that every endpoint answers so. */
function keys(code: string): Provoked {
  return {
    kind: "credentials",
    by: code,
    run: async (world, ui) => {
      world.sandbox.setFaults([{ action: "*", code }]);
      return failed(world, "refresh", classic, ui);
    },
  };
}

/** A change that the endpoint answers so. */
function change(kind: Provoked["kind"], id: string, params: Params, action: string, code: string): Provoked {
  return {
    kind,
    by: `${id}, ${code}`,
    run: async (world, ui) => {
      world.sandbox.setFaults([{ action, code }]);
      return failed(world, id, params, ui);
    },
  };
}

/** A command with these fields. */
function command(kind: Provoked["kind"], id: string, params: Params, by = id): Provoked {
  return { kind, by, run: (world, ui) => failed(world, id, params, ui) };
}

/** A profile of the AWS files that has these settings. */
function profile(by: string, settings: Readonly<Record<string, string>>): Provoked {
  return {
    kind: "credentials",
    by,
    run: async (world, ui) => {
      const { endpoint: endpoint_url } = world.sandbox;
      const own = inMemoryProfile("payments-prod", "files", {
        region: "us-west-2",
        endpoint_url,
        ...settings,
      });
      world.services.state.profiles.setInMemory("environment", [own]);
      return failed(world, "refresh", { ...classic, profile: own.name }, ui);
    },
  };
}

const sso = {
  sso_start_url: "https://payments.awsapps.com/start",
  sso_region: "us-west-2",
  sso_account_id: "123456781234",
  sso_role_name: "Administrator",
};

/** At least one of every kind of the catalogue; of those that are told in several ways, each way. */
export const provoked: readonly Provoked[] = [
  command("classicRetired", "authorizeIngress", { ...grant, ...vpc }),
  {
    kind: "alreadyAuthorized",
    by: "a grant that is there",
    run: async ({ services }) => {
      const api = await services.aws();
      await api.authorizeIngress(classic, grant);
      const again = await api.authorizeIngress(classic, grant);
      return again.ok ? assert.fail() : again.failure;
    },
  },
  command("notFound", "deleteCacheSecurityGroup", {
    ...classic,
    cacheSecurityGroupName: "gone",
    confirmed: true,
  }),
  {
    kind: "changedSince",
    by: "a grant that somebody has made meanwhile",
    run: async (world, ui) => {
      await world.services.state.groups.load(classic);
      await (await world.services.aws()).authorizeIngress(classic, grant);
      return failed(world, "deleteCacheSecurityGroup", { ...mygroup, confirmed: true }, ui);
    },
  },
  command("invalidState", "deleteCacheSecurityGroup", {
    ...classic,
    cacheSecurityGroupName: "sessions",
    confirmed: true,
  }),
  command("invalidParameter", "authorizeIngress", { ...grant, ec2SecurityGroupOwnerId: "5654" }),
  change(
    "invalidParameter",
    "authorizeIngress",
    grant,
    "AuthorizeCacheSecurityGroupIngress",
    "InvalidParameterValue",
  ),
  command("alreadyExists", "createCacheSecurityGroup", { ...mygroup, description: "My group" }),
  change(
    "quota",
    "createCacheSecurityGroup",
    { ...classic, cacheSecurityGroupName: "onemore", description: "One more" },
    "CreateCacheSecurityGroup",
    "QuotaExceeded.CacheSecurityGroup",
  ),
  read("regionDisabled", "OptInRequired"),
  read("regionDisabled", "InvalidClientTokenId"),
  read("accessDenied", "AccessDenied"),
  change("accessDenied", "authorizeIngress", grant, "AuthorizeCacheSecurityGroupIngress", "AccessDenied"),
  keys("InvalidClientTokenId"),
  keys("SignatureDoesNotMatch"),
  keys("ExpiredToken"),
  keys("RequestTimeTooSkewed"),
  profile("no keys", {}),
  profile("nobody has signed in", sso),
  profile("a source that is not there", {
    role_arn: "arn:aws:iam::123456781234:role/reader",
    source_profile: "no-such",
  }),
  command("credentials", "refresh", { ...classic, profile: "nobody" }, "a profile that is not there"),
  read("throttled", "Throttling"),
  read("throttled", "ServiceUnavailable"),
  read("network", "@reset"),
  {
    kind: "network",
    by: "nothing listens",
    run: async (world, ui) => {
      await world.sandbox.close();
      return failed(world, "refresh", classic, ui);
    },
  },
  read("protocol", "@html"),
  change("protocol", "authorizeIngress", grant, "AuthorizeCacheSecurityGroupIngress", "@empty"),
  {
    kind: "readOnly",
    by: "the setting",
    run: async (world, ui) => {
      world.settings = { ...world.settings, readOnly: true };
      return failed(world, "authorizeIngress", grant, ui);
    },
  },
  {
    kind: "protected",
    by: "the setting",
    run: async (world, ui) => {
      world.settings = { ...world.settings, protectedProfiles: ["sandbox-*"] };
      return failed(world, "authorizeIngress", grant, ui);
    },
  },
  read("unexpected", "GremlinsInTheRack"),
  {
    kind: "unexpected",
    by: "a fault of our own",
    run: async (world, ui) => {
      const broken: Command = { id: "authorizeVpcIngress", changes: true, run: () => assert.fail("broken") };
      const result = await runCommand(broken, {}, world.servicesFor(ui));
      return result.outcome === "failed" ? result.failure : assert.fail();
    },
  },
];

async function failed(world: CommandWorld, id: string, params: Params, ui: ScriptedUi): Promise<Failure> {
  const known = commands.find((each) => each.id === id) ?? assert.fail(id);
  const result: CommandResult = await world.run(known, params, ui);
  return result.outcome === "failed" ? result.failure : assert.fail(JSON.stringify(result));
}
