import { joined } from "../joined";
import { shownText } from "../shownText";
import { groupIdsOf } from "./networkInterface";
import type { Instance, NetworkInterface, Tag } from "./snapshotNetwork";
import { ownerWords } from "./sourceOwner";

/** A network interface as people know it. */
export interface SourceChoice {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly groupIds: readonly string[];
}

/** The interfaces that something may connect from, by the names of what they belong to. Nothing connects from a cache. */
export function sourceChoices(
  interfaces: readonly NetworkInterface[],
  instances: readonly Instance[],
): readonly SourceChoice[] {
  const byId = new Map(instances.map((each) => [each.InstanceId, each]));
  const once = new Map(interfaces.map((each) => [each.NetworkInterfaceId, each]));
  return [...once.values()]
    .filter(
      ({ RequesterId, InterfaceType }) =>
        RequesterId !== "amazon-elasticache" && InterfaceType !== "vpc_endpoint",
    )
    .flatMap((each) => choiceOf(each, byId.get(each.Attachment?.InstanceId)) ?? [])
    .sort(byName);
}

export function byName(a: SourceChoice, b: SourceChoice): number {
  return a.label < b.label ? -1 : a.label > b.label ? 1 : a.id < b.id ? -1 : 1;
}

function choiceOf(own: NetworkInterface, instance: Instance | undefined): SourceChoice | undefined {
  const id = own.NetworkInterfaceId;
  if (id === undefined) {
    return undefined;
  }
  const address = own.PrivateIpAddress ?? own.Ipv6Addresses?.[0]?.Ipv6Address ?? "";
  const tags = [...(instance?.Tags ?? []), ...(own.TagSet ?? [])];
  const name = nameIn(tags) ?? ofDescription(own.Description ?? "") ?? own.Attachment?.InstanceId ?? id;
  const others = [...new Set(tags.filter(({ Key }) => Key !== "Name").map(tagText))];
  return {
    id,
    label: shownText(name),
    description: joined(address, own.Attachment?.InstanceId ?? ownerWords(own)),
    detail: joined(id, own.SubnetId, own.VpcId, ...others),
    groupIds: groupIdsOf(own),
  };
}

function nameIn(tags: readonly Tag[]): string | undefined {
  return tags.find(({ Key, Value }) => Key === "Name" && Value)?.Value;
}

/** A Lambda function's name, of one of those that share the interface; a task's attachment. */
function ofDescription(description: string): string | undefined {
  const [, lambda] = /^AWS Lambda VPC ENI-(.+?)(?:-[0-9a-f]{8}(?:-[0-9a-f-]+)?)?$/.exec(description) ?? [];
  return lambda ?? (description === "" ? undefined : description);
}

function tagText({ Key = "", Value = "" }: Tag): string {
  return `${Key}=${Value}`;
}
