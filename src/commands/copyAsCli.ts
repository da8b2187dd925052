import { posixCommandLine } from "../core/cli";
import { done, failedResult } from "../core/commandResult";
import type { Ingress } from "../core/ingress";
import type { Outcome } from "../core/outcome";
import { failed, succeeded } from "../core/outcome";
import { ingressFields } from "./authorizeIngress/context";
import type { Command, Services } from "./command";
import { checkTarget, invalidParameter, textParams } from "./params";
import { tellFailure } from "./tellFailure";

/** Copies what a row, or the fields of Authorize Ingress, stand for, as a line for the shell. */
export const copyAsCli: Command = {
  id: "copyAsCli",
  async run(params, services) {
    const text = await commandLine(params, services);
    if (!text.ok) {
      tellFailure(text.failure, services);
      return failedResult(text.failure);
    }
    await services.ui.copy(text.value);
    return done(text.value);
  },
};

async function commandLine(
  params: Readonly<Record<string, unknown>>,
  services: Services,
): Promise<Outcome<string>> {
  const given = textParams(params, ingressFields);
  if (!given.ok) {
    return given;
  }
  const { profile, region, ...names } = given.value;
  const wrong = await checkTarget(given.value, services.state);
  if (wrong) {
    return failed(wrong);
  }
  if (profile === undefined || region === undefined) {
    return failed(invalidParameter("profile", "The profile and the region of what to copy are missing"));
  }
  const target = { profile, region };
  const endpoint = await (await services.aws()).configuredEndpoint(target, "elasticache");
  if (!endpoint.ok) {
    return endpoint;
  }
  return succeeded(
    posixCommandLine({
      ...operation(names),
      service: "elasticache",
      target,
      ...(endpoint.value === undefined ? {} : { endpoint: endpoint.value }),
      ...sandboxKeys(profile, services),
    }),
  );
}

/** What is named is what is copied: a grant's authorization, a group's description, or the list of groups. */
function operation(names: Partial<Ingress>) {
  const { cacheSecurityGroupName, ec2SecurityGroupName, ec2SecurityGroupOwnerId } = names;
  const input = {
    ...(cacheSecurityGroupName === undefined ? {} : { CacheSecurityGroupName: cacheSecurityGroupName }),
    ...(ec2SecurityGroupName === undefined ? {} : { EC2SecurityGroupName: ec2SecurityGroupName }),
    ...(ec2SecurityGroupOwnerId === undefined ? {} : { EC2SecurityGroupOwnerId: ec2SecurityGroupOwnerId }),
  };
  return {
    operation:
      ec2SecurityGroupName === undefined && ec2SecurityGroupOwnerId === undefined
        ? "describe-cache-security-groups"
        : "authorize-cache-security-group-ingress",
    input,
  };
}

/**
 * The built-in sandbox's profiles are in no file that the CLI could read, so its keys, which are the same in
 * every sandbox and open nothing else, go along. A profile of the files is only ever named.
 */
function sandboxKeys(profile: string, { state }: Services) {
  const found = state.profiles.get(profile);
  if (found?.origin !== "sandbox") {
    return {};
  }
  const key = (name: string) => String(found.settings.get(name));
  return {
    environment: {
      AWS_ACCESS_KEY_ID: key("aws_access_key_id"),
      AWS_SECRET_ACCESS_KEY: key("aws_secret_access_key"),
    },
  };
}
