import { logicalId, template } from "../formats/cloudFormation";
import { configuration, quoted } from "../formats/terraform";
import type { Written } from "../formats/written";
import type { Mend } from "./mend";

type Fields = Readonly<Record<string, unknown>>;

/** A mend as a request, as a resource of CloudFormation, and as one of Terraform. */
interface MendForms {
  readonly operation: string;
  readonly input: Fields;
  readonly type: string;
  readonly properties: Fields;
  readonly resource: string;
  readonly arguments: readonly (readonly [string, string | number | boolean])[];
}

/** The AWS CLI's operation and input that would mend it; `undefined` where something is left to be chosen. */
export function mendRequest(mend: Mend): { readonly operation: string; readonly input: Fields } | undefined {
  const forms = formsOf(mend);
  return forms && { operation: forms.operation, input: forms.input };
}

export function mendTemplate(mend: Mend): Written {
  const forms = formsOf(mend);
  return forms
    ? template([[logicalId("Way", mend.kind), { Type: forms.type, Properties: forms.properties }]])
    : undecided;
}

export function mendResource(mend: Mend): Written {
  const forms = formsOf(mend);
  if (forms === undefined) {
    return undecided;
  }
  const width = Math.max(...forms.arguments.map(([name]) => name.length));
  const lines = forms.arguments.map(
    ([name, value]) => `  ${name.padEnd(width)} = ${typeof value === "string" ? quoted(value) : value}`,
  );
  return configuration([`resource "${forms.resource}" "way" {`, ...lines, "}", ""].join("\n"));
}

const undecided: Written = { ok: false, why: "What the route is to lead over has to be chosen first" };

function formsOf(mend: Mend): MendForms | undefined {
  switch (mend.kind) {
    case "authorizeIngress":
    case "authorizeEgress":
      return ruleForms(mend);
    case "createNetworkAclEntry":
      return entryForms(mend);
    case "createRoute":
      return routeForms(mend);
  }
}

function ruleForms(mend: Extract<Mend, { readonly securityGroupId: string }>): MendForms {
  const { kind, securityGroupId, ipProtocol, fromPort, toPort } = mend;
  const direction = kind === "authorizeIngress" ? "ingress" : "egress";
  const isIpv6 = "cidrIpv6" in mend;
  const block = isIpv6 ? mend.cidrIpv6 : mend.cidrIp;
  const source = isIpv6 ? { CidrIpv6: block } : { CidrIp: block };
  const ports = { FromPort: fromPort, ToPort: toPort };
  return {
    operation: `authorize-security-group-${direction}`,
    input: {
      GroupId: securityGroupId,
      IpPermissions: [{ IpProtocol: ipProtocol, ...ports, [isIpv6 ? "Ipv6Ranges" : "IpRanges"]: [source] }],
    },
    type: `AWS::EC2::SecurityGroup${direction === "ingress" ? "Ingress" : "Egress"}`,
    properties: { GroupId: securityGroupId, IpProtocol: ipProtocol, ...ports, ...source },
    resource: `aws_vpc_security_group_${direction}_rule`,
    arguments: [
      ["security_group_id", securityGroupId],
      [isIpv6 ? "cidr_ipv6" : "cidr_ipv4", block],
      ["ip_protocol", ipProtocol],
      ["from_port", fromPort],
      ["to_port", toPort],
    ],
  };
}

function entryForms(mend: Extract<Mend, { readonly kind: "createNetworkAclEntry" }>): MendForms {
  const { networkAclId, egress, ruleNumber, fromPort, toPort } = mend;
  const isIpv6 = "ipv6CidrBlock" in mend;
  const block = isIpv6 ? mend.ipv6CidrBlock : mend.cidrBlock;
  const properties = {
    NetworkAclId: networkAclId,
    RuleNumber: ruleNumber,
    Protocol: "6",
    RuleAction: "allow",
    Egress: egress,
    [isIpv6 ? "Ipv6CidrBlock" : "CidrBlock"]: block,
    PortRange: { From: fromPort, To: toPort },
  };
  return {
    operation: "create-network-acl-entry",
    input: properties,
    type: "AWS::EC2::NetworkAclEntry",
    properties: { ...properties, Protocol: 6 },
    resource: "aws_network_acl_rule",
    arguments: [
      ["network_acl_id", networkAclId],
      ["rule_number", ruleNumber],
      ["egress", egress],
      ["protocol", "tcp"],
      ["rule_action", "allow"],
      [isIpv6 ? "ipv6_cidr_block" : "cidr_block", block],
      ["from_port", fromPort],
      ["to_port", toPort],
    ],
  };
}

function routeForms(mend: Extract<Mend, { readonly kind: "createRoute" }>): MendForms | undefined {
  const { routeTableId, vpcPeeringConnectionId, transitGatewayId, gatewayId } = mend;
  const isIpv6 = "destinationIpv6CidrBlock" in mend;
  const block = isIpv6 ? mend.destinationIpv6CidrBlock : mend.destinationCidrBlock;
  const [api, argument, over] =
    vpcPeeringConnectionId !== undefined
      ? (["VpcPeeringConnectionId", "vpc_peering_connection_id", vpcPeeringConnectionId] as const)
      : transitGatewayId !== undefined
        ? (["TransitGatewayId", "transit_gateway_id", transitGatewayId] as const)
        : (["GatewayId", "gateway_id", gatewayId] as const);
  if (over === undefined) {
    return undefined;
  }
  const properties = {
    RouteTableId: routeTableId,
    [isIpv6 ? "DestinationIpv6CidrBlock" : "DestinationCidrBlock"]: block,
    [api]: over,
  };
  return {
    operation: "create-route",
    input: properties,
    type: "AWS::EC2::Route",
    properties,
    resource: "aws_route",
    arguments: [
      ["route_table_id", routeTableId],
      [isIpv6 ? "destination_ipv6_cidr_block" : "destination_cidr_block", block],
      [argument, over],
    ],
  };
}
