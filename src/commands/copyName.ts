import { invalidParameter } from "../core/failures/invalidParameter";
import { textParams } from "../core/given/texts";
import { failed, succeeded } from "../core/outcome";
import { asksSubject } from "./copyAs/withSubject";
import { copyCommand } from "./copyCommand";

/** The fields that name something, the innermost first: a rule's source, its group, the group's cache; a grant. */
const names = [
  "sourceSecurityGroupId",
  "cidrIp",
  "cidrIpv6",
  "prefixListId",
  "securityGroupId",
  "cacheId",
  "ec2SecurityGroupName",
  "cacheSecurityGroupName",
  "region",
  "profile",
] as const;

/** Copies the name of what a row stands for: the innermost of the names it has. */
export const copyName = copyCommand({
  id: "copyName",
  several: "anyKind",
  ask: asksSubject({
    title: "Copy Name",
    kinds: ["group", "grant", "cache", "vpcGroup", "rule"],
    isNamed: (params) => [...names, "ec2SecurityGroupOwnerId"].some((field) => params[field] !== undefined),
    needsTarget: false,
  }),
  lineOf: async (params) => {
    const given = textParams(params, [...names, "ec2SecurityGroupOwnerId"]);
    if (!given.ok) {
      return given;
    }
    const name = names.map((field) => given.value[field]).find((text) => text !== undefined);
    return name === undefined
      ? failed(invalidParameter("profile", "There is nothing to copy the name of"))
      : succeeded(name);
  },
});
