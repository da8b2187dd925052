import { done, failedResult } from "../core/commandResult";
import { partitionOf } from "../core/regions";
import type { Command } from "./command";
import { checkTarget, invalidParameter, textParams } from "./params";
import { tellFailure } from "./tellFailure";

/** Copies the ARN of a cache security group: as the API gave it, or made from the account and the name. */
export const copyArn: Command = {
  id: "copyArn",
  async run(params, services) {
    const { state, ui } = services;
    const given = textParams(params, ["profile", "region", "cacheSecurityGroupName"]);
    if (!given.ok) {
      return failedResult(given.failure);
    }
    const { profile, region } = given.value;
    // The API stores names in lower case.
    const name = given.value.cacheSecurityGroupName?.toLowerCase();
    const wrong = await checkTarget(given.value, state);
    if (wrong) {
      return failedResult(wrong);
    }
    if (profile === undefined || region === undefined || name === undefined) {
      return failedResult(
        invalidParameter("cacheSecurityGroupName", "The group to copy the ARN of is missing"),
      );
    }
    const target = { profile, region };
    const group = state.groups.find(target, name);
    const account = group?.ownerId || (await state.accounts.load(target))?.accountId;
    if (group?.arn === undefined && account === undefined) {
      const failure = {
        kind: "credentials",
        message: `The account number of ${profile} is not known, so there is no ARN`,
      } as const;
      tellFailure(failure, services);
      return failedResult(failure);
    }
    const arn =
      group?.arn ??
      `arn:${partitionOf(region).partition}:elasticache:${region}:${account}:securitygroup:${name}`;
    await ui.copy(arn);
    return done(arn);
  },
};
