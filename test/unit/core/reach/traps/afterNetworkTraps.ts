import { ask, cacheNear, edit, near } from "./network";
import { pages, type Trap } from "./trap";

const node = (more: object = {}, group: object = {}) => ({
  ...near(),
  CacheClusters: [
    {
      CacheClusterId: "prod-0001-001",
      ReplicationGroupId: "prod",
      Engine: "valkey",
      CacheNodes: [{ Endpoint: { Address: "prod-0001-001.abc.use1.cache.amazonaws.com", Port: 6379 } }],
      ...more,
    },
  ],
  ReplicationGroups: [{ ReplicationGroupId: "prod", ...group }],
});

const serverless = {
  ...edit(near(), "NetworkInterfaces", "eni-cache", {
    InterfaceType: "vpc_endpoint",
    RequesterId: undefined,
    Description: undefined,
  }),
  VpcEndpoints: [
    {
      VpcEndpointId: "vpce-1",
      ServiceName: "com.amazonaws.elasticache.serverless.us-east-1.vpce-svc-1",
      NetworkInterfaceIds: ["eni-cache"],
      SubnetIds: ["subnet-cache"],
      Groups: [{ GroupId: "sg-cache" }],
    },
  ],
  ServerlessCaches: [
    {
      ServerlessCacheName: "shop",
      Engine: "valkey",
      Endpoint: { Address: "shop.serverless.use1.cache.amazonaws.com", Port: 6379 },
      ReaderEndpoint: { Address: "shop.serverless.use1.cache.amazonaws.com", Port: 6380 },
      SubnetIds: ["subnet-cache"],
      SecurityGroupIds: ["sg-cache"],
      UserGroupId: "shoppers",
    },
  ],
};

const question = ask(cacheNear);

export const afterNetworkTraps: readonly Trap[] = [
  {
    title: "6. without enableDnsSupport nothing in the VPC finds the cache's name",
    source: pages.dns,
    net: { ...near(), VpcAttributes: [{ VpcId: "vpc-app", EnableDnsSupport: { Value: false } }] },
    question,
    verdict: "blocked",
    decides: ["name", "vpc-app"],
  },
  {
    title: "10. an interface that forgets idle connections early",
    source: pages.tracking,
    net: edit(near(), "NetworkInterfaces", "eni-app", {
      ConnectionTrackingConfiguration: { TcpEstablishedTimeout: 350 },
    }),
    question,
    verdict: "reachable",
    decides: ["sourceEgress", "eni-app"],
    says: /idle for 350 seconds/,
  },
  {
    title: "14. nobody listens on a port that is not the cache's",
    source: pages.serverless,
    net: node({ CacheNodes: [{ Endpoint: { Port: 6390 } }] }),
    question,
    verdict: "blocked",
    decides: ["transport", "prod-0001-001"],
    says: /6390/,
  },
  {
    title: "14. clients of a serverless cache need its second port too",
    source: pages.serverless,
    net: serverless,
    question,
    verdict: "reachable",
    decides: ["transport", "shop"],
    says: /6380/,
  },
  {
    title: "15. TLS is required, which a plain client does not see",
    source: pages.encryption,
    net: node({}, { TransitEncryptionEnabled: true, TransitEncryptionMode: "required" }),
    question,
    verdict: "reachable",
    decides: ["transport", "prod-0001-001"],
    says: /TLS/,
  },
  {
    title: "15. an AUTH token",
    source: pages.encryption,
    net: node({}, { AuthTokenEnabled: true }),
    question,
    verdict: "reachable",
    decides: ["authentication", "prod"],
    says: /AUTH token/,
  },
  {
    title: "15. user groups, by password or by IAM",
    source: pages.encryption,
    net: node({}, { UserGroupIds: ["writers"] }),
    question,
    verdict: "reachable",
    decides: ["authentication", "prod"],
    says: /writers.*IAM/,
  },
  {
    title: "15. in cluster mode redirects name every node",
    source: pages.encryption,
    net: node({}, { ClusterEnabled: true }),
    question,
    verdict: "reachable",
    decides: ["name", "prod"],
    says: /each of its nodes/,
  },
  {
    title: "a Lambda function's interface is not one function's alone",
    source: pages.lambda,
    net: edit(near(), "NetworkInterfaces", "eni-app", {
      InterfaceType: "lambda",
      Description: "AWS Lambda VPC ENI-orders-0a1b",
    }),
    question,
    verdict: "reachable",
    decides: ["source", "eni-app"],
    says: /every function/,
  },
  {
    title: "a pod with groups of its own may leave the VPC with its node's",
    source: pages.podGroups,
    net: edit(near(), "NetworkInterfaces", "eni-app", { InterfaceType: "branch" }),
    question,
    verdict: "reachable",
    decides: ["source", "eni-app"],
    says: /its node's/,
  },
];
