/** Every field of an answer may be absent, and the SDK writes `undefined` for one that is. */
export type Answer<Fields> = { readonly [Name in keyof Fields]?: Fields[Name] | undefined };

export type NetworkInterface = Answer<{
  NetworkInterfaceId: string;
  SubnetId: string;
  VpcId: string;
  AvailabilityZone: string;
  Groups: readonly Answer<{ GroupId: string }>[];
  PrivateIpAddress: string;
  PrivateIpAddresses: readonly Answer<{ PrivateIpAddress: string; Primary: boolean }>[];
  Ipv6Addresses: readonly Answer<{ Ipv6Address: string }>[];
  Ipv4Prefixes: readonly Answer<{ Ipv4Prefix: string }>[];
  Ipv6Prefixes: readonly Answer<{ Ipv6Prefix: string }>[];
  Description: string;
  InterfaceType: string;
  RequesterId: string;
  SourceDestCheck: boolean;
  Status: string;
  OwnerId: string;
  TagSet: readonly Tag[];
  Attachment: Answer<{ InstanceId: string; Status: string; DeviceIndex: number }>;
  ConnectionTrackingConfiguration: Answer<{ TcpEstablishedTimeout: number }>;
}>;

export type Reservation = Answer<{ Instances: readonly Instance[] }>;
export type Instance = Answer<{
  InstanceId: string;
  State: Answer<{ Name: string }>;
  PrivateIpAddress: string;
  Tags: readonly Tag[];
}>;
export type Tag = Answer<{ Key: string; Value: string }>;

export type Subnet = Answer<{
  SubnetId: string;
  VpcId: string;
  CidrBlock: string;
  Ipv6CidrBlockAssociationSet: readonly Answer<{
    Ipv6CidrBlock: string;
    Ipv6CidrBlockState: Answer<{ State: string }>;
  }>[];
  AvailabilityZone: string;
  AvailabilityZoneId: string;
  BlockPublicAccessStates: Answer<{ InternetGatewayBlockMode: string }>;
}>;

export type Vpc = Answer<{
  VpcId: string;
  CidrBlock: string;
  CidrBlockAssociationSet: readonly Answer<{
    CidrBlock: string;
    CidrBlockState: Answer<{ State: string }>;
  }>[];
  Ipv6CidrBlockAssociationSet: readonly Answer<{
    Ipv6CidrBlock: string;
    Ipv6CidrBlockState: Answer<{ State: string }>;
  }>[];
  BlockPublicAccessStates: Answer<{ InternetGatewayBlockMode: string }>;
}>;

export type VpcAttributes = Answer<{
  VpcId: string;
  EnableDnsSupport: Answer<{ Value: boolean }>;
  EnableDnsHostnames: Answer<{ Value: boolean }>;
}>;

export type RouteTable = Answer<{
  RouteTableId: string;
  VpcId: string;
  Associations: readonly Answer<{
    Main: boolean;
    SubnetId: string;
    GatewayId: string;
    AssociationState: Answer<{ State: string }>;
  }>[];
  Routes: readonly Route[];
}>;

export type Route = Answer<{
  DestinationCidrBlock: string;
  DestinationIpv6CidrBlock: string;
  DestinationPrefixListId: string;
  GatewayId: string;
  EgressOnlyInternetGatewayId: string;
  InstanceId: string;
  NetworkInterfaceId: string;
  NatGatewayId: string;
  TransitGatewayId: string;
  VpcPeeringConnectionId: string;
  LocalGatewayId: string;
  CarrierGatewayId: string;
  CoreNetworkArn: string;
  OdbNetworkArn: string;
  Origin: string;
  State: string;
}>;

export type NetworkAcl = Answer<{
  NetworkAclId: string;
  VpcId: string;
  IsDefault: boolean;
  Associations: readonly Answer<{ SubnetId: string }>[];
  Entries: readonly NetworkAclEntry[];
}>;

export type NetworkAclEntry = Answer<{
  RuleNumber: number;
  RuleAction: string;
  Egress: boolean;
  /** A protocol's number; `-1` for all. */
  Protocol: string;
  CidrBlock: string;
  Ipv6CidrBlock: string;
  PortRange: Answer<{ From: number; To: number }>;
}>;

export type SecurityGroup = Answer<{
  GroupId: string;
  VpcId: string;
  IpPermissions: readonly IpPermission[];
  IpPermissionsEgress: readonly IpPermission[];
}>;

export type IpPermission = Answer<{
  IpProtocol: string;
  FromPort: number;
  ToPort: number;
  IpRanges: readonly Answer<{ CidrIp: string }>[];
  Ipv6Ranges: readonly Answer<{ CidrIpv6: string }>[];
  PrefixListIds: readonly Answer<{ PrefixListId: string }>[];
  UserIdGroupPairs: readonly GroupReference[];
}>;

export type SecurityGroupRule = Answer<{
  SecurityGroupRuleId: string;
  GroupId: string;
  IsEgress: boolean;
  IpProtocol: string;
  FromPort: number;
  ToPort: number;
  CidrIpv4: string;
  CidrIpv6: string;
  PrefixListId: string;
  ReferencedGroupInfo: GroupReference;
}>;

export type GroupReference = Answer<{ GroupId: string; PeeringStatus: string }>;

/** Of DescribeManagedPrefixLists, or of DescribePrefixLists, which gives the blocks at once. */
export type PrefixList = Answer<{
  PrefixListId: string;
  /** `IPv4` or `IPv6`. */
  AddressFamily: string;
  Cidrs: readonly string[];
  Entries: readonly Answer<{ Cidr: string }>[];
}>;

/** The entries of a list together, or one of them. */
export type PrefixListEntries = Answer<{
  PrefixListId: string;
  Entries: readonly Answer<{ Cidr: string }>[];
  Cidr: string;
}>;
