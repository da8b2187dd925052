import type { EC2Client } from "@aws-sdk/client-ec2";
import type { PathInput } from "../../core/requests/paths";
import type { PathPage, PathRead } from "../api/paths";

/** A read of one list: how a page is sent for, and what is in it. */
export function listed<Output extends Omit<PathPage<unknown>, "entries">, E>(
  send: (
    client: EC2Client,
    input: PathInput & { readonly NextToken?: string },
    options: Parameters<PathRead<E>>[2],
  ) => Promise<Output>,
  entriesOf: (output: Output, input: PathInput) => readonly E[] | undefined,
): PathRead<E> {
  return async (client, input, options) => {
    const output = await send(client, input, options);
    const { $metadata, NextToken } = output;
    return { $metadata, NextToken, entries: entriesOf(output, input) };
  };
}
