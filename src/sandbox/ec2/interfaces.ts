import { cacheInterfaces } from "../elasticache/cacheInterfaces";
import { endpointInterfaces } from "../elasticache/serverlessEndpoints";
import type { Call } from "../service";
import type { NetworkInterface } from "./network";

/** The network interfaces of the caller in the region: those of instances, and those of caches as they are now. */
export function interfacesOf(call: Call): readonly NetworkInterface[] {
  return [...call.state.ec2.interfaces, ...cacheInterfaces(call), ...endpointInterfaces(call)];
}
