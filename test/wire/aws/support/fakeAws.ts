import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";

/** A request as the tests look at it: what was asked, and whose key signed it for which region. */
export interface Asked {
  readonly action: string;
  readonly params: URLSearchParams;
  readonly accessKeyId: string | undefined;
  readonly region: string | undefined;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export type Answer = (asked: Asked, response: ServerResponse, nth: number) => void | Promise<void>;

/** A throwaway endpoint on loopback that answers however a test likes. Nothing is checked. */
export interface FakeAws {
  readonly url: string;
  readonly host: string;
  readonly port: number;
  /** How many connections were made to it. */
  readonly connections: number;
  readonly asked: Asked[];
  answer: Answer;
  close(): Promise<void>;
}

export async function startFakeAws(answer: Answer, tls?: { cert: string; key: string }): Promise<FakeAws> {
  const asked: Asked[] = [];
  let connections = 0;
  const listener: RequestListener = async (request, response) => {
    let body = "";
    for await (const chunk of request) {
      body += chunk;
    }
    const params = new URLSearchParams(body);
    const scope = /Credential=([^/]+)\/\d+\/([^/]+)\//.exec(request.headers.authorization ?? "");
    const one: Asked = {
      action: params.get("Action") ?? "",
      params,
      accessKeyId: scope?.[1],
      region: scope?.[2],
      path: request.url ?? "",
      headers: request.headers,
      body,
    };
    asked.push(one);
    await fake.answer(one, response, asked.length);
  };
  const server = tls ? createTlsServer(tls, listener) : createServer(listener);
  server.on(tls ? "secureConnection" : "connection", () => {
    connections++;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const fake: FakeAws = {
    url: `${tls ? "https" : "http"}://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    port,
    get connections() {
      return connections;
    },
    asked,
    answer,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return fake;
}

/** Sends XML as the Query protocol does. */
export function xml(response: ServerResponse, body: string, status = 200): void {
  response.writeHead(status, { "content-type": "text/xml", "x-amzn-requestid": "11111111-2222" });
  response.end(body);
}

/** The answer of an operation: its result inside the two elements that the protocol wraps it in. */
export function result(action: string, inner: string): string {
  return `<${action}Response xmlns="http://elasticache.amazonaws.com/doc/2015-02-02/"><${action}Result>${inner}</${action}Result><ResponseMetadata><RequestId>11111111-2222</RequestId></ResponseMetadata></${action}Response>`;
}

/** The same of EC2, which wraps it in one. */
export function ec2Result(action: string, inner: string): string {
  return `<${action}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>11111111-2222</requestId>${inner}</${action}Response>`;
}

export function error(response: ServerResponse, code: string, message: string, status = 400): void {
  xml(
    response,
    `<ErrorResponse xmlns="http://elasticache.amazonaws.com/doc/2015-02-02/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>11111111-2222</RequestId></ErrorResponse>`,
    status,
  );
}

export function group(name: string, grants = ""): string {
  return `<CacheSecurityGroup><CacheSecurityGroupName>${name}</CacheSecurityGroupName><OwnerId>123456781234</OwnerId><Description>About ${name}</Description>${grants}</CacheSecurityGroup>`;
}

export function grants(...list: readonly (readonly [name: string, owner: string, status: string])[]): string {
  const inner = list.map(
    ([name, owner, status]) =>
      `<EC2SecurityGroup><Status>${status}</Status><EC2SecurityGroupName>${name}</EC2SecurityGroupName><EC2SecurityGroupOwnerId>${owner}</EC2SecurityGroupOwnerId></EC2SecurityGroup>`,
  );
  return `<EC2SecurityGroups>${inner.join("")}</EC2SecurityGroups>`;
}

export function groups(names: readonly string[], marker?: string): string {
  const list = `<CacheSecurityGroups>${names.map((name) => group(name)).join("")}</CacheSecurityGroups>`;
  return result("DescribeCacheSecurityGroups", `${list}${marker ? `<Marker>${marker}</Marker>` : ""}`);
}

/** An account with one cache security group and nothing else: the answer to whatever opening a region asks. */
export function accountWith(groupName: string): Answer {
  return ({ action }, response) => {
    const inner: Record<string, string> = {
      DescribeCacheSecurityGroups: `<CacheSecurityGroups>${group(groupName)}</CacheSecurityGroups>`,
      DescribeCacheClusters: "<CacheClusters/>",
      DescribeReplicationGroups: "<ReplicationGroups/>",
      DescribeServerlessCaches: "<ServerlessCaches/>",
      GetCallerIdentity:
        "<Arn>arn:aws:iam::111122223333:user/jane</Arn><UserId>AIDAJANE</UserId><Account>111122223333</Account>",
    };
    xml(response, result(action, inner[action] ?? ""));
  };
}
