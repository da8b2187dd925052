import { invalidParameter } from "../core/failures/invalidParameter";
import { failed, succeeded } from "../core/outcome";
import type { Command } from "./command";
import { type SubjectQuestion, withSubject } from "./copyAs/withSubject";
import { copyLines } from "./copyLines";
import { ingressFields } from "./fields";
import { textParams } from "./params";

/** The second generation's, the innermost first: a rule's source, its group, the group's cache. */
const vpcNames = [
  "sourceSecurityGroupId",
  "cidrIp",
  "cidrIpv6",
  "prefixListId",
  "securityGroupId",
  "cacheId",
] as const;

const names = [...ingressFields, ...vpcNames];

const question: SubjectQuestion = {
  title: "Copy Name",
  kinds: ["group", "grant", "cache", "vpcGroup", "rule"],
  isNamed: (params) => names.some((field) => params[field] !== undefined),
  needsTarget: false,
};

/** Copies the name of what a row stands for: the innermost of the names it has. */
export const copyName: Command = {
  id: "copyName",
  several: "anyKind",
  run: (params, services) =>
    copyLines(
      params,
      services,
      () => withSubject(params, question, services),
      async (item) => {
        const given = textParams(item, names);
        if (!given.ok) {
          return given;
        }
        const { profile, region, cacheSecurityGroupName, ec2SecurityGroupName } = given.value;
        const vpcName = vpcNames.map((field) => given.value[field]).find((text) => text !== undefined);
        const name = vpcName ?? ec2SecurityGroupName ?? cacheSecurityGroupName ?? region ?? profile;
        return name === undefined
          ? failed(invalidParameter("profile", "There is nothing to copy the name of"))
          : succeeded(name);
      },
    ),
};
