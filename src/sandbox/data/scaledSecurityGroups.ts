import type { RuleContent, RuleSource } from "../ec2/rule";
import type { Ec2State } from "../ec2/state";
import { shop } from "./peering";
import { cidr, tcp } from "./ruleWords";

/**
 * `count` more EC2 security groups in the shop's VPC, with 60 rules each: 30 of IPv4, 20 references and 10 of
 * IPv6, which leaves room for some more. The rules of a group are made when somebody first looks at it.
 */
export function scaledSecurityGroups(ec2: Ec2State, count: number): void {
  const digits = String(count).length;
  for (let number = 1; number <= count; number++) {
    const name = `service-${String(number).padStart(digits, "0")}`;
    const group = ec2.addVpcGroup(name, `Service ${number} of ${count}`, shop.vpcId, () =>
      rules(number, group.id),
    );
    group.tags.set("team", `team-${number % 25}`);
  }
}

function* rules(number: number, groupId: string): Iterable<RuleContent> {
  const self: RuleSource = { kind: "group", groupId, ownerId: shop.ownerId };
  for (let index = 0; index < 30; index++) {
    yield tcp(6379, cidr(`10.${number % 256}.${index}.0/24`), `Subnet ${index}`);
  }
  for (let index = 0; index < 20; index++) {
    yield tcp(7000 + index, self);
  }
  for (let index = 1; index <= 10; index++) {
    yield tcp(6379, cidr(`2001:db8:${(number % 65_536).toString(16)}:${index.toString(16)}::/64`));
  }
}
