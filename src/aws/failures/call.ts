import { mayHaveBeenMade, nothingWasChanged } from "../../core/failures/aftermath";
import type { Subject } from "../../core/requests/request";
import type { StopReason } from "../deadline";
import type { ServiceId } from "../endpoints/serviceId";
import type { Attempts } from "../http/attempts";

/** What a call is about, as far as a failure has to name it. */
export interface Operation {
  readonly service: ServiceId;
  /** The API's name of it, which is also its IAM action's (`DescribeCacheSecurityGroups`). */
  readonly action: string;
  /** Whether it changes anything, so that a lost answer leaves a doubt. */
  readonly writes: boolean;
  readonly subject?: Subject;
}

/** A call that failed, with all that its failure may say. */
export interface FailedCall {
  readonly operation: Operation;
  readonly profile: string;
  readonly region: string;
  /** Host and port that were asked. */
  readonly endpoint?: string;
  readonly attempts?: Attempts;
  /** Set when the call was stopped from here. */
  readonly stopped?: { readonly reason: StopReason; readonly seconds?: number };
  /** Takes out of a text what must not be shown. */
  readonly redact?: (text: string) => string;
  /** The command that mends this kind of profile's credentials. */
  readonly remedy?: string;
}

/** What stays true after a change that failed; nothing for a call that only reads. */
export function aftermath({ operation, attempts }: FailedCall): string {
  if (!operation.writes) {
    return "";
  }
  return ` ${attempts?.inDoubt ? mayHaveBeenMade : nothingWasChanged}`;
}
