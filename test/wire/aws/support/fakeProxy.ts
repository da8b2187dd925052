import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";

/** An HTTP proxy on loopback that knows CONNECT only, and leads every tunnel to one place. */
export interface FakeProxy {
  /** With the user name and password it asks for, if it does. */
  readonly url: string;
  readonly host: string;
  /** `elasticache.us-west-2.amazonaws.com:443`, one for each tunnel that was asked for. */
  readonly tunnels: string[];
  close(): Promise<void>;
}

export async function startFakeProxy(port: () => number, login?: string): Promise<FakeProxy> {
  const tunnels: string[] = [];
  const sockets = new Set<Socket>();
  const expected = login && `Basic ${Buffer.from(login).toString("base64")}`;
  const server = createServer();
  server.on("connect", (request, socket, head) => {
    tunnels.push(request.url ?? "");
    sockets.add(socket as Socket);
    if (request.headers["proxy-authorization"] !== expected) {
      socket.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="x"\r\nContent-Length: 0\r\n\r\n',
      );
      return;
    }
    const onward = connect(port(), "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    sockets.add(onward);
    onward.on("error", () => socket.destroy());
    socket.on("error", () => onward.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${login ? `${login}@` : ""}${host}`,
    host,
    tunnels,
    close: () => {
      for (const socket of sockets) {
        socket.destroy();
      }
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
