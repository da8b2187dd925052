import { ec2Service } from "../ec2Protocol";
import { describeSecurityGroups } from "./describeSecurityGroups";

export const ec2 = ec2Service("2016-11-15", new Map([["DescribeSecurityGroups", describeSecurityGroups]]));
