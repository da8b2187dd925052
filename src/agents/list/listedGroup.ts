import type { CacheSecurityGroup } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import type { Searched } from "../../core/find/query";
import type { Target } from "../../core/target";
import type { State } from "../../store/state";
import type { Listed } from "../fit";

/** More grants of one group are counted. */
const mostGrants = 20;

/** A cache security group, with whom it lets in by name. */
export function listedGroup(
  target: Target,
  group: CacheSecurityGroup,
  { ends }: Pick<State, "ends">,
): Listed & { readonly searched: Searched } {
  const { name, description, grants } = group;
  const brief = { ...target, cacheSecurityGroupName: name, grants: grants.length };
  const more = grants.length - mostGrants;
  return {
    brief,
    whole: {
      ...brief,
      description,
      letsIn: grants.slice(0, mostGrants).map((grant) => {
        const end = ends.ofGrant({ ...target, cacheSecurityGroupName: name, ...grant });
        return { ...grant, ...(end ? { expires: new Date(end.at).toISOString() } : {}) };
      }),
      ...(more > 0 ? { moreGrants: more } : {}),
    },
    searched: {
      shown: `${name} ${description}`,
      terms: [
        group.arn ?? "",
        ...grants.flatMap((grant) => [grant.ec2SecurityGroupName, grant.ec2SecurityGroupOwnerId]),
      ],
      hosts: [],
      blocks: [],
      above: `${target.profile} ${target.region}`,
    },
  };
}
