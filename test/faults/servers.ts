import { createServer as createHttp } from "node:http";
import { createServer as createHttps } from "node:https";
import type { AddressInfo } from "node:net";
import { createServer as createPlain, type Server } from "node:net";
import { serverTls } from "../wire/aws/support/tls";

// Servers that are none of ours. Each is started when it is first needed, and goes with the process.

const started = new Map<string, Promise<string>>();

function once(name: string, scheme: string, make: () => Server): () => Promise<string> {
  return () => {
    const url = started.get(name) ?? listen(make(), scheme);
    started.set(name, url);
    return url;
  };
}

async function listen(server: Server, scheme: string): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref();
  const { port } = server.address() as AddressInfo;
  return `${scheme}://127.0.0.1:${port}`;
}

/** Its certificate is of an authority that nobody trusts. */
export const unknownAuthority = once("tls", "https", () =>
  createHttps(serverTls, (_, response) => response.end("No")),
);

export const plainHttp = once("plain", "http", () => createHttp((_, response) => response.end("No")));

export const noHttp = once("ssh", "http", () =>
  createPlain((socket) => socket.on("error", () => undefined).end("SSH-2.0-OpenSSH_9.6\r\n")),
);

/** How often somebody came to where redirections lead. */
export const visits = { count: 0 };

/** Where redirections lead. Nobody is to come here: a request is signed for whom it was sent to. */
export const elsewhere = once("elsewhere", "http", () =>
  createHttp((_, response) => {
    visits.count++;
    response.end("<Welcome/>");
  }),
);
