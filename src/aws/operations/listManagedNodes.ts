import { type InstanceInformation, paginateDescribeInstanceInformation } from "@aws-sdk/client-ssm";
import type { ManagedNode } from "../../core/reach/managedNode";
import { managedNodeRequests } from "../../core/requests/managedNodes";
import type { ManagedNodesApi } from "../api/managedNodes";
import type { CallClients } from "../call/callClients";
import type { Caller } from "../call/caller";
import { ProtocolError } from "../http/protocolError";
import { wholeList } from "./pages";

/** The calls to Systems Manager. */
export function managedNodeCalls(call: Caller): ManagedNodesApi {
  return {
    listManagedNodes: (target, options) =>
      call(target, managedNodeRequests.listOnline(), options, listManagedNodes),
  };
}

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribeInstanceInformation.html */
function listManagedNodes(clients: CallClients): Promise<readonly ManagedNode[]> {
  const { input } = managedNodeRequests.listOnline();
  return wholeList(
    clients,
    paginateDescribeInstanceInformation({ client: clients.ssm() }, input, clients.options),
    // An endpoint that passes over the filter gives those too that are not there any more.
    ({ InstanceInformationList: all }) => all?.filter(({ PingStatus = "Online" }) => PingStatus === "Online"),
    ({ InstanceId }) => InstanceId,
    nodeOf,
  );
}

function nodeOf({ InstanceId, ComputerName = "", AgentVersion = "" }: InstanceInformation): ManagedNode {
  if (!InstanceId) {
    throw new ProtocolError("withoutName");
  }
  return { instanceId: InstanceId, computerName: ComputerName, agentVersion: AgentVersion };
}
