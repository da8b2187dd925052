import { type Finding, unknown } from "./finding";
import type { Crossing, Trace } from "./hop";

/**
 * Whether rules that name a group see, behind what the way crosses, that a packet is from one of the group's
 * interfaces. A reference means their private addresses, and not every gateway hands on whose a packet is.
 */
export type References =
  | { readonly carry: "yes" }
  | { readonly carry: "no"; readonly code: string; readonly why: string }
  | { readonly carry: "unknown"; readonly why: Finding };

export function referencesOver(
  { crossed, end }: Pick<Trace, "crossed" | "end">,
  direction: "ingress" | "egress",
): References {
  const lost = crossed.flatMap((each) => lostAt(each, direction) ?? []);
  const certain = lost.find(({ carry }) => carry === "no");
  if (certain || end.at === "vpc") {
    return certain ?? lost[0] ?? { carry: "yes" };
  }
  return {
    carry: "unknown",
    why: unknown("", "Whether a rule that names a group counts is not known before the way is.", {
      code: "UNKNOWN_RESOURCE",
    }),
  };
}

function lostAt(crossing: Crossing, direction: "ingress" | "egress"): References | undefined {
  switch (crossing.by) {
    case "peering":
      return crossing.sameRegion
        ? undefined
        : notPreserved(`no reference counts between regions, which ${crossing.id} joins`);
    case "appliance":
      return notPreserved(`behind the appliance at ${crossing.id} references do not count`);
    case "natGateway":
      return notPreserved(`${crossing.id} puts its own address in the source's place`);
    case "gatewayPeering":
      return notPreserved(`no reference counts over ${crossing.id}, which joins two transit gateways`);
    case "transitGateway":
      return direction === "egress"
        ? lostBySupport(`over ${crossing.id} references count in ingress rules only`)
        : bySupport(crossing);
  }
}

/** Inbound only, and only where the gateway and the attachments at both ends have it on. */
function bySupport({ id, support }: Crossing & { readonly by: "transitGateway" }): References | undefined {
  switch (support.answer) {
    case "on":
      return undefined;
    case "off":
      return lostBySupport(`security group referencing is off at ${support.at}`);
    case "unknown":
      return {
        carry: "unknown",
        why: unknown(id, `Whether security group referencing is on at ${id} is not known.`, {
          code: "SG_REFERENCING_SUPPORT",
          action: support.action,
        }),
      };
  }
}

function notPreserved(why: string): References {
  return { carry: "no", code: "SG_REFERENCES_NOT_PRESERVED", why };
}

function lostBySupport(why: string): References {
  return { carry: "no", code: "SG_REFERENCING_SUPPORT", why };
}
