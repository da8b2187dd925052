import { ApiError, invalidValue } from "../apiError";
import { Params } from "../params";
import type { Call } from "../service";
import { canonicalCidrIpv4, canonicalCidrIpv6 } from "./cidr";
import type { RuleContent, RuleSource } from "./rule";
import type { SecurityGroup } from "./securityGroup";
import { findSourceGroup } from "./sourceGroup";
import { readTraffic } from "./traffic";

/**
 * Reads what Authorize and Revoke are about: `IpPermissions.N`, or the top-level parameters that stand for
 * one source, each source a rule of its own.
 *
 * @param strict whether the sources must exist. To revoke a rule its group need not be there any more
 */
export function readPermissions(call: Call, target: SecurityGroup, strict: boolean): RuleContent[] {
  const listed = call.params.structures("IpPermissions");
  const permissions = listed.length > 0 ? listed : topLevel(call.params);
  const contents = permissions.flatMap((permission) => {
    const traffic = readTraffic(permission);
    const sources = readSources(call, permission, target, strict);
    if (sources.length === 0) {
      throw new ApiError(
        "MissingParameter",
        "The request must contain a source: a group, CIDR or prefix list",
      );
    }
    return sources.map((source): RuleContent => ({ ...traffic, ...source }));
  });
  if (contents.length > 0) {
    return contents;
  }
  throw new ApiError("MissingParameter", "The request must contain the parameter ipPermissions");
}

/** Reads what one rule is to say: `SecurityGroupRuleRequest`, which has one source. */
export function readRuleRequest(call: Call, request: Params, target: SecurityGroup): RuleContent {
  const names = [
    ["CidrIpv4", "IpRanges.1.CidrIp"],
    ["CidrIpv6", "Ipv6Ranges.1.CidrIpv6"],
    ["PrefixListId", "PrefixListIds.1.PrefixListId"],
    ["ReferencedGroupId", "Groups.1.GroupId"],
  ] as const;
  const given = names.filter(([name]) => request.optional(name) !== undefined);
  const [only, ...more] = given;
  if (only === undefined || more.length > 0) {
    throw new ApiError("InvalidParameterCombination", "A rule has one source");
  }
  const [name, place] = only;
  const description = request.optional("Description");
  const values: [string, string][] = [
    [place, request.get(name) ?? ""],
    ...(description === undefined
      ? []
      : [[`${place.split(".").slice(0, 2).join(".")}.Description`, description] as [string, string]]),
  ];
  const [content] = readSources(call, new Params(new Map(values)), target, true);
  if (content === undefined) {
    throw new ApiError("MissingParameter", "A rule has a source");
  }
  return { ...readTraffic(request), ...content };
}

type Source = Pick<RuleContent, "source" | "description">;

function readSources(call: Call, permission: Params, target: SecurityGroup, strict: boolean): Source[] {
  const read = (list: string, source: (params: Params) => RuleSource): Source[] =>
    permission.structures(list).map((params) => ({ source: source(params), ...readDescription(params) }));
  return [
    ...read("Groups", (params) => findSourceGroup(call, params, target, strict)),
    ...read("IpRanges", (params) => {
      const cidr = canonicalCidrIpv4(params.get("CidrIp") ?? "") ?? malformed(params.get("CidrIp"));
      return { kind: "cidrIpv4", cidr };
    }),
    ...read("Ipv6Ranges", (params) => {
      const cidr = canonicalCidrIpv6(params.get("CidrIpv6") ?? "") ?? malformed(params.get("CidrIpv6"));
      return { kind: "cidrIpv6", cidr };
    }),
    ...read("PrefixListIds", (params) => {
      const prefixListId = params.get("PrefixListId") ?? "";
      if (strict && !call.state.ec2.prefixLists.has(prefixListId)) {
        throw new ApiError(
          "InvalidPrefixListID.NotFound",
          `The prefix list ID '${prefixListId}' does not exist`,
        );
      }
      return { kind: "prefixList", prefixListId };
    }),
  ];
}

function malformed(cidr = ""): never {
  throw invalidValue(`CIDR block ${cidr} is malformed`);
}

function readDescription(params: Params): { readonly description?: string } {
  const description = params.optional("Description");
  if (description === undefined) {
    return {};
  }
  if (description.length <= 255 && /^[\w .:/()#,@[\]+=&;{}!$*-]*$/.test(description)) {
    return { description };
  }
  throw invalidValue(
    "Invalid rule description. Valid descriptions are strings less than 256 characters from the following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*",
  );
}

/**
 * The old way: CidrIp with a protocol and ports, or SourceSecurityGroupName, which opens all of ICMP, UDP
 * and TCP whatever else is said.
 */
function topLevel(params: Params): Params[] {
  const group = params.optional("SourceSecurityGroupName");
  if (group !== undefined) {
    const owner = params.get("SourceSecurityGroupOwnerId") ?? "";
    return [
      ["tcp", "0", "65535"],
      ["udp", "0", "65535"],
      ["icmp", "-1", "-1"],
    ].map(([protocol = "", from = "", to = ""]) =>
      permission(protocol, from, to, [
        ["Groups.1.GroupName", group],
        ["Groups.1.UserId", owner],
      ]),
    );
  }
  const cidr = params.optional("CidrIp");
  if (cidr === undefined) {
    return [];
  }
  const [protocol = "", from = "", to = ""] = ["IpProtocol", "FromPort", "ToPort"].map((name) =>
    params.get(name),
  );
  return [permission(protocol, from, to, [["IpRanges.1.CidrIp", cidr]])];
}

function permission(protocol: string, from: string, to: string, source: [string, string][]): Params {
  const ports: [string, string][] = [
    ["IpProtocol", protocol],
    ["FromPort", from],
    ["ToPort", to],
  ];
  return new Params(new Map([...ports, ...source]));
}
