import assert from "node:assert/strict";
import { parse } from "@cdktf/hcl2json";
import type { CopyFormatName } from "../../src/core/formats/copyFormats";
import { shellWords } from "../../src/core/formats/shellWords";
import type { ApiIpPermission } from "../../src/core/rules/ipPermission";

/** A rule as a copy says it: the group, and the one permission. */
export interface CopiedRule {
  readonly GroupId: unknown;
  readonly permission: ApiIpPermission;
}

type Fields = Readonly<Record<string, unknown>>;

/** Reads a rule back from a copy, as the service that it was written for would. */
export async function readCopy(format: CopyFormatName, text: string): Promise<CopiedRule> {
  switch (format) {
    case "cli":
      return fromInput(inputOfWords(shellWords(text) ?? []));
    case "powershell":
      return fromInput(inputOfPowerShell(text));
    case "json":
      return fromInput(JSON.parse(text));
    case "cloudFormation":
      return fromTemplate(JSON.parse(text));
    case "terraform":
      return fromTerraform(withoutTemplates(await parse("rule.tf", text)));
  }
}

function inputOfWords(words: readonly string[]): Fields {
  return JSON.parse(words[words.indexOf("--cli-input-json") + 1] ?? "");
}

/** The JSON's quotation marks are escaped for the program's command line; nothing else in it is. */
function inputOfPowerShell(text: string): Fields {
  const [, json = ""] = /--cli-input-json '([^']*)'/.exec(text) ?? [];
  return JSON.parse(json.replaceAll('\\"', '"'));
}

function fromInput({ GroupId, IpPermissions }: Fields): CopiedRule {
  assert.ok(Array.isArray(IpPermissions) && IpPermissions.length === 1);
  return { GroupId, permission: IpPermissions[0] };
}

function fromTemplate({
  Resources,
}: {
  readonly Resources: Readonly<Record<string, { Properties: Fields }>>;
}) {
  const [resource] = Object.values(Resources);
  const fields = resource?.Properties ?? {};
  return {
    GroupId: fields["GroupId"],
    permission: permission(fields, {
      IpProtocol: "IpProtocol",
      FromPort: "FromPort",
      ToPort: "ToPort",
      GroupId: "SourceSecurityGroupId",
      UserId: "SourceSecurityGroupOwnerId",
      CidrIp: "CidrIp",
      CidrIpv6: "CidrIpv6",
      PrefixListId: "SourcePrefixListId",
      Description: "Description",
    }),
  };
}

/** Terraform's JSON has templates in its strings, as its own language has: what is escaped in one is so in the other. */
function withoutTemplates(value: Fields): Fields {
  return JSON.parse(JSON.stringify(value), (_, each: unknown) =>
    typeof each === "string" ? each.replaceAll("$${", "${").replaceAll("%%{", "%{") : each,
  );
}

function fromTerraform({ resource }: Fields): CopiedRule {
  const [[fields = {}] = []] = Object.values(
    (resource as Readonly<Record<string, Readonly<Record<string, Fields[]>>>>)[
      "aws_vpc_security_group_ingress_rule"
    ] ?? {},
  );
  const [owner, groupId] = String(fields["referenced_security_group_id"]).split("/").slice(-2);
  const group = groupId === undefined ? { group: owner } : { group: groupId, owner };
  const source = fields["referenced_security_group_id"] === undefined ? {} : group;
  return {
    GroupId: fields["security_group_id"],
    permission: permission(
      { ...fields, ...source },
      {
        IpProtocol: "ip_protocol",
        FromPort: "from_port",
        ToPort: "to_port",
        GroupId: "group",
        UserId: "owner",
        CidrIp: "cidr_ipv4",
        CidrIpv6: "cidr_ipv6",
        PrefixListId: "prefix_list_id",
        Description: "description",
      },
    ),
  };
}

/** The fields of another format, by the API's names. */
function permission(fields: Fields, names: Readonly<Record<string, string>>): ApiIpPermission {
  const pick = (...wanted: readonly string[]) =>
    Object.fromEntries(
      wanted.flatMap((name) => {
        const value = fields[names[name] ?? ""];
        return value === undefined ? [] : [[name, value]];
      }),
    );
  const list = (key: string, name: string, ...more: readonly string[]) =>
    fields[names[name] ?? ""] === undefined ? {} : { [key]: [pick(name, ...more, "Description")] };
  return {
    IpProtocol: String(fields[names["IpProtocol"] ?? ""]),
    ...pick("FromPort", "ToPort"),
    ...list("UserIdGroupPairs", "GroupId", "UserId"),
    ...list("IpRanges", "CidrIp"),
    ...list("Ipv6Ranges", "CidrIpv6"),
    ...list("PrefixListIds", "PrefixListId"),
  };
}
