import { accessMap } from "../../src/core/map/accessMap";
import type { MapData } from "../../src/core/map/mapData";
import { factsFrom } from "./mapFacts";

const now = "2026-11-27T12:00:00.000Z";

/** So many cache security groups, and as many EC2 security groups; each lets in every fifth, in some state. */
export function largeMap(size: number): MapData {
  const statuses = ["authorized", "authorizing", "authorized", "pondering", "revoking"];
  const groups = Array.from({ length: size }, (_, at) => ({
    ...{ name: `group-${at}`, description: "", ownerId: "123456781234" },
    grants: Array.from({ length: size }, (__, source) => source)
      .filter((source) => (source * 7 + at) % 5 === 0 || source === at)
      .map((source) => ({
        ...{ ec2SecurityGroupName: `source-${source}`, ec2SecurityGroupOwnerId: "565419523791" },
        status: statuses[(source + at) % statuses.length] ?? "",
      })),
  }));
  return accessMap([factsFrom({ groups })], [], now).data;
}
