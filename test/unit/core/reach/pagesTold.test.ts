import { explainNodes } from "../../../../src/core/reach/explainNodes";
import { explainPublic } from "../../../../src/core/reach/explainPublic";
import type { Explanation, Step } from "../../../../src/core/reach/explanation";
import type { Mend } from "../../../../src/core/reach/mend";
import { tunnelLines, tunnelPage } from "../../../../src/core/reach/tunnelPage";
import { wayMarkdown } from "../../../../src/core/reach/wayMarkdown";
import { cacheOf } from "../../../support/caches";
import { isAsWrittenDown } from "../../../support/writtenDown";
import { edit, near } from "./traps/network";

const folder = "test/unit/core/reach/told";
const target = { profile: "dev", region: "us-west-2" };
const report = { source: "web", cache: "sessions", target, at: "2026-01-15T09:30:00.000Z" };
const ports = { ipProtocol: "tcp", fromPort: 6379, toPort: 6380 } as const;
const entry = { kind: "createNetworkAclEntry", networkAclId: "acl-1", ruleNumber: 99 } as const;
const route = { kind: "createRoute", routeTableId: "rtb-1" } as const;

const mends: readonly Mend[] = [
  { kind: "authorizeIngress", securityGroupId: "sg-1", ...ports, cidrIp: "10.0.0.1/32" },
  { kind: "authorizeEgress", securityGroupId: "sg-1", ...ports, cidrIpv6: "2001:db8::1/128" },
  { ...entry, egress: false, fromPort: 6379, toPort: 6379, cidrBlock: "10.0.0.1/32" },
  { ...entry, egress: true, fromPort: 1024, toPort: 65_535, ipv6CidrBlock: "2001:db8::1/128" },
  { ...route, destinationCidrBlock: "10.1.0.0/16", vpcPeeringConnectionId: "pcx-1" },
  { ...route, destinationIpv6CidrBlock: "2001:db8::/56", transitGatewayId: "tgw-1" },
  { ...route, destinationCidrBlock: "172.16.0.0/12", gatewayId: "vgw-1" },
  { ...route, destinationCidrBlock: "10.1.0.0/16" },
];

describe("a page about a way", () => {
  it("is as written down: each mend for the CLI, CloudFormation and Terraform", () => {
    const steps = mends.map(
      (mend, at): Step => ({
        kind: "sourceRoute",
        verdict: "blocks",
        resource: "x",
        text: `It blocks ${at}.`,
        mend,
      }),
    );
    const passing: Step = { kind: "source", verdict: "passes", resource: "eni-1", text: "It passes." };
    const explanation: Explanation = {
      verdict: "blocked",
      steps: [...steps, { ...passing, ...(mends[0] ? { mend: mends[0] } : {}) }],
    };
    const { text } = wayMarkdown({ ...report, ports: [6379], explanation });
    isAsWrittenDown(`${folder}/mends.txt`, text);
  });

  it("is as written down: a cache of two nodes, what has changed since, and an endpoint of one's own", () => {
    const net = edit(near(), "SecurityGroups", "sg-cache", { IpPermissions: [] });
    const nodes = [
      { id: "prod-0001-001", address: "10.1.2.20" },
      { id: "prod-0001-002", address: "10.1.2.21" },
    ];
    const from = { networkInterfaceId: "eni-app" };
    const explanation = explainNodes(net, { from, nodes, ports: [6379, 6380] });
    const changes = ["It was reachable, and is blocked now.", "Now: No rule."];
    const { text } = wayMarkdown({
      ...{ ...report, ports: [6379, 6380], explanation, changes, endpoint: "http://127.0.0.1:9999/" },
    });
    isAsWrittenDown(`${folder}/nodes.txt`, text);
  });

  it("is as written down: what nothing stops, what is not known, and what is public", () => {
    const pages = [
      { verdict: "reachable", steps: [] } as const,
      { verdict: "unknown", steps: [] } as const,
      explainPublic(cacheOf("sessions", { kind: "serverless", isPublic: true })),
    ].map((explanation) => wayMarkdown({ ...report, ports: [], explanation }).text);
    isAsWrittenDown(`${folder}/plain.txt`, pages.join("\n---\n\n"));
  });
});

describe("a page about a tunnel", () => {
  it("is as written down", () => {
    const tunnel = { instanceId: "i-0123456789abcdef0", host: "c.example", port: 6379, localPort: 16_379 };
    const caches = [
      cacheOf("plain", { engine: "valkey" }),
      cacheOf("*shards*", {
        ...{ engine: "redis", clusterMode: "yes", encryptionInTransit: "required" },
        authentication: { kind: "asked", authToken: true, userGroups: [] },
      }),
      cacheOf("maybe", { clusterMode: "notKnown", authentication: { kind: "notKnown" } }),
    ];
    const environments = [undefined, { AWS_ACCESS_KEY_ID: "AKIA", AWS_SECRET_ACCESS_KEY: "a b" }, undefined];
    const pages = caches.map((cache, at) => {
      const environment = environments[at];
      const lines = tunnelLines(tunnel, cache, { target, ...(environment ? { environment } : {}) });
      const missing = at === 0 ? [] : ["The Session Manager plugin is not installed."];
      return tunnelPage({ tunnel, cache, target, lines, through: "web-1", missing }).text;
    });
    isAsWrittenDown(`${folder}/tunnels.txt`, pages.join("\n---\n\n"));
  });
});
