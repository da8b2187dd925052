import { once } from "node:events";
import { createServer } from "node:net";

/** How many ports are tried. */
const tries = 20;

/** A port of this machine that nothing listens on, for a tunnel to a port of a cache: 16379 for 6379, or a later one. */
export async function freePort(port: number): Promise<number> {
  const first = port + 10_000 + tries <= 65_535 ? port + 10_000 : port - 10_000;
  for (let tried = first; tried < first + tries; tried++) {
    if (await isFree(tried)) {
      return tried;
    }
  }
  return first;
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}
