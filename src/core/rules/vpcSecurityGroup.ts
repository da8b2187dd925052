/** A VPC security group, without its rules. */
export interface VpcSecurityGroup {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly ownerId: string;
  /** Absent for a group of EC2-Classic. */
  readonly vpcId?: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** A list in the order of the names, and some more groups, in no order, made one list in that order. */
export function mergedByName(
  sorted: readonly VpcSecurityGroup[],
  more: readonly VpcSecurityGroup[],
): readonly VpcSecurityGroup[] {
  const merged: VpcSecurityGroup[] = [];
  let next = 0;
  for (const group of [...more].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))) {
    for (let known = sorted[next]; known && known.name <= group.name; known = sorted[next]) {
      merged.push(known);
      next++;
    }
    merged.push(group);
  }
  return merged.concat(sorted.slice(next));
}

const idPattern = /^sg-[0-9a-f]{8,17}$/;

export function isSecurityGroupId(text: string): boolean {
  return idPattern.test(text);
}

/** A group as somebody wrote it down. */
export interface GroupReference {
  readonly groupId: string;
  readonly ownerId?: string;
  readonly region?: string;
}

/**
 * Reads what people paste for a security group: its id, `owner/id` as the EC2 console shows groups of other
 * accounts, or its ARN, which names the region too. A text is what is wrong with it.
 */
export function parseGroupReference(text: string): GroupReference | string {
  const written = text.trim();
  const arn = /^arn:[\w-]+:ec2:([a-z0-9-]+):(\d{12}):security-group\/(sg-[0-9a-f]+)$/.exec(written);
  if (arn) {
    const [, region = "", ownerId = "", groupId = ""] = arn;
    return { groupId, ownerId, region };
  }
  const [, ownerId, groupId = ""] = /^(?:(\d{12})\/)?(.*)$/.exec(written) ?? [];
  if (!isSecurityGroupId(groupId)) {
    return written === ""
      ? "Enter the ID of a security group"
      : "A security group's ID is sg- and 8 to 17 digits and letters a to f: sg-0123456789abcdef0";
  }
  return ownerId === undefined ? { groupId } : { groupId, ownerId };
}

/**
 * Which tool a group's tags say it was made with: a change by hand will be undone or stand in its way. CloudFormation
 * writes such tags by itself; Terraform does not, so that only what its users wrote down is known.
 */
export function managedBy({ tags }: Pick<VpcSecurityGroup, "tags">): string | undefined {
  if ("aws:cloudformation:stack-name" in tags || "aws:cloudformation:stack-id" in tags) {
    return `CloudFormation, stack ${tags["aws:cloudformation:stack-name"] ?? tags["aws:cloudformation:stack-id"]}`;
  }
  const [key, value] = Object.entries(tags).find(saysTerraform) ?? [];
  return key === undefined ? undefined : `Terraform, tag ${key} = ${value}`;
}

/** The tool of `managedBy` in one word. */
export function maker(group: Pick<VpcSecurityGroup, "tags">): string | undefined {
  return managedBy(group)?.split(",", 1)[0];
}

function saysTerraform([name, text]: readonly [string, string]): boolean {
  const isDenied = /^\s*(?:false|no|0|none)\s*$/i.test(text);
  return !isDenied && /terraform/i.test(`${name} ${text}`);
}
