import type { EC2Client } from "@aws-sdk/client-ec2";
import type { Outcome } from "../../core/outcome";
import type { Snapshot } from "../../core/reach/snapshot";
import type { PathInput, PathList } from "../../core/requests/paths";
import type { ApiRequest } from "../../core/requests/request";
import type { Target } from "../../core/target";
import type { AnswerMetadata } from "../call/callClients";
import type { CallOptions } from "../callOptions";

/** A page of what lies between a source and a cache. */
export interface PathPage<Entry> {
  readonly $metadata: AnswerMetadata;
  readonly NextToken?: string | undefined;
  readonly entries: readonly Entry[] | undefined;
}

/** How one list is read, a page at a time: in a bundle of its own, which has EC2's commands for it. */
export type PathRead<Entry> = (
  client: EC2Client,
  input: PathInput & { readonly NextToken?: string },
  options: { readonly abortSignal: AbortSignal },
) => Promise<PathPage<Entry>>;

export type PathEntry<L extends PathList> = NonNullable<Snapshot[L]>[number];
/** The reads by the snapshot's names of the lists. */
export type PathReads = { readonly [L in PathList]: PathRead<PathEntry<L>> };
/** Those whose commands other features have too. */
export type SharedPathList =
  | "NetworkInterfaces"
  | "SecurityGroups"
  | "SecurityGroupRules"
  | "ManagedPrefixListEntries";

/** What may be asked of AWS about the way from a source to a cache. */
export interface PathsApi {
  readonly pathReads: Pick<PathReads, SharedPathList>;
  /** All pages of a list. */
  readPath<Entry>(
    target: Target,
    read: PathRead<Entry>,
    request: ApiRequest<string, PathInput>,
    options?: CallOptions,
  ): Promise<Outcome<readonly Entry[]>>;
}
