import type { RegionState } from "../regionState";

/** EC2 groups that are let in: a group has no more grants. */
export const services = 40;

/** Room to create more than there are. */
const spare = 50;

/**
 * `count` groups in all, `default` and `mygroup` among them; the others with so many grants each, up to four where that is
 * not said.
 */
export function scaledGroups(
  { cacheSecurityGroups: groups, ec2 }: RegionState,
  count: number,
  grants?: number,
): void {
  groups.quota = Math.max(groups.quota, count + spare);
  if (count > groups.size) {
    groups.add("mygroup", "My security group");
  }
  const digits = String(count).length;
  for (let number = groups.size + 1; number <= count; number++) {
    const name = `group-${String(number).padStart(digits, "0")}`;
    const group = groups.add(name, `Group ${number} of ${count}`);
    for (let grant = 0; grant < (grants ?? number % 5); grant++) {
      groups.grant(group, `service-${(number + grant) % services}`, owners[(number + grant) % 2] ?? "");
    }
  }
  for (let number = 0; number < services; number++) {
    ec2.addClassicGroup(`service-${number}`, `Service ${number}`);
  }
}

const owners = ["123456781234", "565419523791"];
