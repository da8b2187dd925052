import { ApiError } from "../apiError";
import type { Call, Operation } from "../service";
import { XmlList } from "../xml";
import { type FilterFields, readFilters } from "./filters";
import { findSecurityGroup, notFound } from "./findSecurityGroup";
import { page } from "./paging";
import type { Rule, RuleSource } from "./rule";
import type { SecurityGroup } from "./securityGroup";
import { securityGroupXml } from "./securityGroupXml";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSecurityGroups.html */
export const describeSecurityGroups: Operation = (call) => {
  const { params } = call;
  const matches = readFilters(params, filterFields);
  const { items, nextToken } = page(chosen(call).filter(matches), (group) => group.id, params, [5, 1000]);
  return {
    securityGroupInfo: new XmlList(
      "item",
      items.map((group) => securityGroupXml(call, group)),
    ),
    nextToken,
  };
};

const rules = (field: (rule: Rule) => string | number | undefined) => (group: SecurityGroup) =>
  [...group.ingress.values()].map((rule) => field(rule)?.toString());
const sources = <K extends RuleSource["kind"]>(
  kind: K,
  field: (source: Extract<RuleSource, { kind: K }>) => string,
) => rules(({ source }) => (isKind(source, kind) ? field(source) : undefined));

const filterFields: FilterFields<SecurityGroup> = {
  fields: {
    description: (group) => [group.description],
    "group-id": (group) => [group.id],
    "group-name": (group) => [group.name],
    "ip-permission.cidr": sources("cidrIpv4", (source) => source.cidr),
    "ip-permission.from-port": rules((rule) => rule.fromPort),
    "ip-permission.group-id": sources("group", (source) => source.groupId),
    "ip-permission.ipv6-cidr": sources("cidrIpv6", (source) => source.cidr),
    "ip-permission.prefix-list-id": sources("prefixList", (source) => source.prefixListId),
    "ip-permission.protocol": rules((rule) => rule.protocol),
    "ip-permission.to-port": rules((rule) => rule.toPort),
    "ip-permission.user-id": sources("group", (source) => source.ownerId),
    "owner-id": (group) => [group.ownerId],
    "vpc-id": (group) => [group.vpcId],
  },
  tags: (group) => group.tags,
};

function isKind<K extends RuleSource["kind"]>(
  source: RuleSource,
  kind: K,
): source is Extract<RuleSource, { kind: K }> {
  return source.kind === kind;
}

/** The groups that GroupId and GroupName name, or all. Each that is named must be there. */
function chosen(call: Call): SecurityGroup[] {
  const { params, state } = call;
  const all = [...state.ec2.groups.values()];
  const ids = params.list("GroupId");
  const names = params.list("GroupName");
  if (ids.length + names.length === 0) {
    return all;
  }
  if (params.optional("MaxResults") !== undefined) {
    const parameter = ids.length > 0 ? "GroupId" : "GroupName";
    throw new ApiError(
      "InvalidParameterCombination",
      `The parameter ${parameter} cannot be used with the parameter MaxResults`,
    );
  }
  const wanted = new Set(ids.map((id) => findSecurityGroup(call, id)));
  for (const name of names) {
    const found = all.filter((group) => group.name === name);
    if (found.length === 0) {
      notFound(name);
    }
    for (const group of found) {
      wanted.add(group);
    }
  }
  return [...wanted];
}
