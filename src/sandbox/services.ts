import { ec2 } from "./ec2/service";
import { elasticache } from "./elasticache/service";
import { scheduler } from "./scheduler/service";
import type { Answered, Service } from "./service";
import { ssm } from "./ssm/service";
import { sts } from "./sts/service";

/** The services whose requests are parameters, and that one address serves side by side. */
export const services: readonly Service[] = [elasticache, ec2, sts];

/** All services that one endpoint serves. */
export const allServices: readonly Answered[] = [...services, scheduler, ssm];

/**
 * The service a request is for. On AWS the host name tells; here the Version does, which each has its own
 * of, and where it is missing or unknown the name in the signature.
 */
export function serviceOf(version: string | undefined, scope: string | undefined): Service {
  return (
    services.find((service) => service.version === version) ??
    services.find((service) => service.name === scope) ??
    elasticache
  );
}
