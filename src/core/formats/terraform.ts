import type { CacheSecurityGroup } from "../cacheSecurityGroups/cacheSecurityGroup";
import type { Written } from "./written";

/**
 * The group as Terraform's aws_elasticache_security_group, which the AWS provider had up to version 4. It names
 * EC2 security groups only, each of the account's own.
 */
export function groupResource(group: CacheSecurityGroup): Written {
  const names = group.grants.map((grant) => quoted(grant.ec2SecurityGroupName));
  return configuration(`terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "< 5.0"
    }
  }
}

resource "aws_elasticache_security_group" ${quoted(label(group.name))} {
  name                 = ${quoted(group.name)}
  description          = ${quoted(group.description)}
  security_group_names = [${names.join(", ")}]
}
`);
}

/**
 * A text for a `.tf` file. Terraform brings each text into the composed form of Unicode, an escaped one too: a name
 * in another form would become another name.
 */
export function configuration(text: string): Written {
  return text === text.normalize("NFC") && !/\p{Cs}/u.test(text)
    ? { ok: true, text }
    : { ok: false, why: "A text here has characters that Terraform would replace by their composed form" };
}

/** Whether a grant cannot be written: the resource takes no owner and means the group's own. */
export function foreignGrants({ ownerId, grants }: CacheSecurityGroup): readonly string[] {
  return grants
    .filter((grant) => grant.ec2SecurityGroupOwnerId !== ownerId)
    .map((grant) => `${grant.ec2SecurityGroupName} of account ${grant.ec2SecurityGroupOwnerId}`);
}

/** https://developer.hashicorp.com/terraform/language/expressions/strings: `\${` and `%{` would be evaluated. */
export function quoted(text: string): string {
  const escapes: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  const escaped = text.replace(/["\\\p{Cc}]|[$%](?=\{)/gu, (found) => {
    if (found === "$" || found === "%") {
      return found + found;
    }
    const code = found.charCodeAt(0).toString(16).padStart(4, "0");
    return escapes[found] ?? (found === '"' || found === "\\" ? `\\${found}` : `\\u${code}`);
  });
  return `"${escaped}"`;
}

/** A resource's name in Terraform begins with a letter. */
export function label(name: string): string {
  return /^[a-z]/.test(name) ? name : `group-${name}`;
}
