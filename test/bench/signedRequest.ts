import { type Agent, request } from "node:http";
import type { DescribeCacheSecurityGroupsCommand } from "@aws-sdk/client-elasticache";
import type { plainClient } from "./world";

/** A request by Node alone: what the SDK would send, signed by it and caught on its way. */
export async function signedRequest(
  client: ReturnType<typeof plainClient>,
  command: DescribeCacheSecurityGroupsCommand,
): Promise<(endpoint: string, agent: Agent) => Promise<void>> {
  let sent: { readonly headers: Record<string, string>; readonly body: string } | undefined;
  command.middlewareStack.add(
    (next) => async (args) => {
      const { request: signed } = args;
      if (typeof signed === "object" && signed !== null && "headers" in signed && "body" in signed) {
        sent = JSON.parse(JSON.stringify({ headers: signed.headers, body: signed.body }));
      }
      return next(args);
    },
    { step: "finalizeRequest", priority: "low" },
  );
  await client.send(command);
  return (endpoint, agent) =>
    new Promise((resolve, reject) => {
      request(endpoint, { method: "POST", headers: sent?.headers ?? {}, agent }, (answer) => {
        if (answer.statusCode !== 200) {
          reject(new Error(`The request was refused: ${answer.statusCode}`));
        }
        answer.resume().once("end", resolve);
      })
        .once("error", reject)
        .end(sent?.body);
    });
}
