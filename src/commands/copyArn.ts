import { invalidParameter } from "../core/failures/invalidParameter";
import { failed, type Outcome, succeeded } from "../core/outcome";
import { partitionOf } from "../core/regions";
import type { Command, Params, Services } from "./command";
import { isVpcSubject } from "./copyAs/vpcSubject";
import { namesSubject, type SubjectQuestion, withSubject } from "./copyAs/withSubject";
import { copyLines } from "./copyLines";
import { checkTarget, textParams } from "./params";
import { vpcArn } from "./vpc/arn";

/** Copies the ARN of a group or a cache: as the API gave it, or made from the account and the name. */
export const copyArn: Command = {
  id: "copyArn",
  several: "sameKind",
  run: (params, services) =>
    copyLines(
      params,
      services,
      () => withSubject(params, question, services),
      (item) => arnOf(item, services),
    ),
};

const question: SubjectQuestion = {
  title: "Copy ARN",
  kinds: ["group", "cache", "vpcGroup"],
  isNamed: namesSubject,
  needsTarget: true,
};

async function arnOf(params: Params, services: Services): Promise<Outcome<string>> {
  const { state } = services;
  if (isVpcSubject(params)) {
    return vpcArn(params, services);
  }
  const given = textParams(params, ["profile", "region", "cacheSecurityGroupName"]);
  if (!given.ok) {
    return given;
  }
  const { profile, region } = given.value;
  // The API stores names in lower case.
  const name = given.value.cacheSecurityGroupName?.toLowerCase();
  const wrong = await checkTarget(given.value, state);
  if (wrong) {
    return failed(wrong);
  }
  if (profile === undefined || region === undefined || name === undefined) {
    return failed(invalidParameter("cacheSecurityGroupName", "The group to copy the ARN of is missing"));
  }
  const target = { profile, region };
  const group = state.groups.find(target, name);
  const account = group?.ownerId || (await state.accounts.load(target))?.accountId;
  if (group?.arn === undefined && account === undefined) {
    const message = `The account number of ${profile} is not known, so there is no ARN`;
    return failed({ kind: "credentials", message });
  }
  return succeeded(
    group?.arn ??
      `arn:${partitionOf(region).partition}:elasticache:${region}:${account}:securitygroup:${name}`,
  );
}
