import { done, failedResult } from "../core/commandResult";
import { ingressFields } from "./authorizeIngress/context";
import type { Command } from "./command";
import { invalidParameter, textParams } from "./params";

/** Copies the name of what a row stands for: the innermost of the names it has. */
export const copyName: Command = {
  id: "copyName",
  async run(params, { ui }) {
    const given = textParams(params, ingressFields);
    if (!given.ok) {
      return failedResult(given.failure);
    }
    const { profile, region, cacheSecurityGroupName, ec2SecurityGroupName } = given.value;
    const name = ec2SecurityGroupName ?? cacheSecurityGroupName ?? region ?? profile;
    if (name === undefined) {
      return failedResult(invalidParameter("profile", "There is nothing to copy the name of"));
    }
    await ui.copy(name);
    return done(name);
  },
};
