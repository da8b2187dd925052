import type { AwsApi, AwsHost } from "./api";

export type { AwsApi, AwsHost } from "./api";

/** The AWS side, with its clients and credentials. Nothing is sent before a method is called. */
export function createAws(_host: AwsHost): AwsApi {
  throw new Error("Not built yet");
}
