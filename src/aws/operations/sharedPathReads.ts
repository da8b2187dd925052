import {
  DescribeNetworkInterfacesCommand,
  DescribeSecurityGroupRulesCommand,
  DescribeSecurityGroupsCommand,
  GetManagedPrefixListEntriesCommand,
} from "@aws-sdk/client-ec2";
import type { PathReads, SharedPathList } from "../api/paths";
import { listed } from "../paths/listed";

/** The reads of a way whose commands this bundle has anyway: the other one need not have them too. */
export const sharedPathReads: Pick<PathReads, SharedPathList> = {
  NetworkInterfaces: listed(
    (client, input, options) => client.send(new DescribeNetworkInterfacesCommand(input), options),
    ({ NetworkInterfaces }) => NetworkInterfaces,
  ),
  SecurityGroups: listed(
    (client, input, options) => client.send(new DescribeSecurityGroupsCommand(input), options),
    ({ SecurityGroups }) => SecurityGroups,
  ),
  SecurityGroupRules: listed(
    (client, input, options) => client.send(new DescribeSecurityGroupRulesCommand(input), options),
    ({ SecurityGroupRules }) => SecurityGroupRules,
  ),
  ManagedPrefixListEntries: listed(
    (client, { PrefixListId, ...input }, options) =>
      client.send(new GetManagedPrefixListEntriesCommand({ ...input, PrefixListId }), options),
    ({ Entries }, { PrefixListId }) => Entries && [{ PrefixListId, Entries }],
  ),
};
