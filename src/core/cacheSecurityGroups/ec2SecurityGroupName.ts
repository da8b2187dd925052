import type { Check } from "../check";

const ok: Check = { verdict: "ok" };

// CreateSecurityGroup's GroupName: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html
const inVpc = /^[A-Za-z0-9 ._\-:/()#,@[\]+=&;{}!$*]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the rule of EC2-Classic is "ASCII", control characters among it
const inClassic = /^[\x00-\x7f]*$/;

/**
 * Checks an EC2 security group's name for AuthorizeCacheSecurityGroupIngress. Only an empty one is refused:
 * ElastiCache's model sets no limit on the name, EC2's own rules are told as warnings.
 */
export function checkEc2SecurityGroupName(name: string): Check {
  if (name === "") {
    return { verdict: "error", message: "Enter the name of the EC2 security group" };
  }
  if (/^sg-[0-9a-f]{8,17}$/i.test(name)) {
    return warn("This looks like a security group ID; cache security groups take the name instead");
  }
  if (name.startsWith("sg-")) {
    return warn("EC2 refuses group names that start with sg-");
  }
  if (name.length > 255) {
    return warn(`EC2 group names have at most 255 characters; this has ${name.length}`);
  }
  if (name.trim() !== name) {
    return warn("This name starts or ends with a space");
  }
  if (!inClassic.test(name)) {
    return warn("EC2 group names have ASCII characters only");
  }
  if (!inVpc.test(name)) {
    return warn(
      "Only an EC2-Classic group can have this name: a VPC group's has letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*",
    );
  }
  return ok;
}

function warn(message: string): Check {
  return { verdict: "warning", message };
}
