import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

/** Which changes get an answer. */
export interface Holding {
  /** So many; none after them. */
  readonly answered: number;
  /** Whether the next is carried out all the same. Those after it never are, though whoever sent them cannot know. */
  readonly carriesOut: boolean;
}

export interface HoldingProxy {
  readonly url: string;
  /** How many changes got no answer so far. */
  held(): number;
  close(): Promise<void>;
}

/** Stands before the sandbox, and answers the first changes and all that only looks. */
export async function startHoldingProxy(
  endpoint: string,
  { answered, carriesOut }: Holding,
): Promise<HoldingProxy> {
  let [changes, held] = [0, 0];
  const server = createServer(async (incoming, response) => {
    const parts: Buffer[] = [];
    for await (const part of incoming) {
      parts.push(part);
    }
    const body = Buffer.concat(parts);
    const place = isChange(body.toString()) ? ++changes : 0;
    if (place > answered + (carriesOut ? 1 : 0)) {
      held += 1;
      return;
    }
    const { hostname, port } = new URL(endpoint);
    const { method, url: path, headers } = incoming;
    const onward = request({ hostname, port, method, path, headers }, (answer) => {
      if (place > answered) {
        answer.resume().on("end", () => {
          held += 1;
        });
        return;
      }
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    onward.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    held: () => held,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function isChange(form: string): boolean {
  return !/\bAction=(?:Describe|Get)/.test(form) && !/\bDryRun=true\b/.test(form);
}
