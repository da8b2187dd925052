import { failed, succeeded } from "../core/outcome";
import { ingressFields } from "./authorizeIngress/context";
import type { Command } from "./command";
import { copyLines } from "./copyLines";
import { invalidParameter, textParams } from "./params";

/** Copies the name of what a row stands for: the innermost of the names it has. */
export const copyName: Command = {
  id: "copyName",
  several: "anyKind",
  run: (params, services) =>
    copyLines(params, services, async (item) => {
      const given = textParams(item, ingressFields);
      if (!given.ok) {
        return given;
      }
      const { profile, region, cacheSecurityGroupName, ec2SecurityGroupName } = given.value;
      const name = ec2SecurityGroupName ?? cacheSecurityGroupName ?? region ?? profile;
      return name === undefined
        ? failed(invalidParameter("profile", "There is nothing to copy the name of"))
        : succeeded(name);
    }),
};
