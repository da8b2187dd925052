import type { Answer } from "./snapshotNetwork";

export type Endpoint = Answer<{ Address: string; Port: number }>;

export type CacheCluster = Answer<{
  CacheClusterId: string;
  ReplicationGroupId: string;
  Engine: string;
  ConfigurationEndpoint: Endpoint;
  CacheNodes: readonly Answer<{ Endpoint: Endpoint }>[];
  AuthTokenEnabled: boolean;
  TransitEncryptionEnabled: boolean;
  /** `required` or `preferred`. */
  TransitEncryptionMode: string;
}>;

export type ReplicationGroup = Answer<{
  ReplicationGroupId: string;
  ClusterEnabled: boolean;
  AuthTokenEnabled: boolean;
  TransitEncryptionEnabled: boolean;
  TransitEncryptionMode: string;
  UserGroupIds: readonly string[];
}>;

export type ServerlessCache = Answer<{
  ServerlessCacheName: string;
  Engine: string;
  Endpoint: Endpoint;
  ReaderEndpoint: Endpoint;
  SubnetIds: readonly string[];
  SecurityGroupIds: readonly string[];
  UserGroupId: string;
}>;
