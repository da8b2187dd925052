/** The services whose API this extension speaks. */
export type ServiceName = "elasticache" | "ec2" | "sts";

/** What every call takes, besides what it is about. */
export interface CallOptions {
  readonly signal?: AbortSignal;
}
