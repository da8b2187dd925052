import assert from "node:assert/strict";
import { ownerOfVpc, ownerOfWish, vpcOfWish } from "../../../../src/core/reach/owners";
import type { Snapshot } from "../../../../src/core/reach/snapshot";

const other = "222233334444";
const snapshot: Snapshot = {
  NetworkInterfaces: [
    { NetworkInterfaceId: "eni-0", VpcId: "vpc-0", Groups: [{ GroupId: "sg-0" }] },
    {
      NetworkInterfaceId: "eni-1",
      ...{ VpcId: "vpc-1", Groups: [{ GroupId: "sg-1" }], Attachment: { InstanceId: "i-1" } },
    },
  ],
  VpcPeeringConnections: [
    {
      AccepterVpcInfo: { VpcId: "vpc-1", OwnerId: other, Region: "eu-west-1" },
      RequesterVpcInfo: { VpcId: "vpc-0", OwnerId: "111122223333", Region: "us-west-2" },
    },
  ],
  TransitGatewayVpcAttachments: [
    { TransitGatewayAttachmentId: "tgw-attach-2", VpcId: "vpc-2", VpcOwnerId: "333344445555" },
  ],
  TransitGatewayAttachments: [
    { Association: { TransitGatewayRouteTableId: "tgw-rtb-1" }, TransitGatewayOwnerId: other },
  ],
};

describe("the VPC of what is wished for", () => {
  for (const [wish, vpcId] of [
    [{ list: "SecurityGroups", id: "sg-1" }, "vpc-1"],
    [{ list: "SecurityGroups", id: "sg-9" }, undefined],
    [{ list: "SecurityGroups", id: "sg-1", vpcId: "vpc-named" }, "vpc-named"],
    [{ list: "Reservations", id: "i-1" }, "vpc-1"],
    [{ list: "TransitGatewayAttachments", id: "tgw-attach-2" }, "vpc-2"],
    [{ list: "Subnets", id: "subnet-1" }, undefined],
  ] as const) {
    it(`is ${vpcId} for ${wish.list} ${wish.id}`, () => assert.equal(vpcOfWish(snapshot, wish), vpcId));
  }

  it("is not known where nothing was read", () => {
    for (const list of ["SecurityGroups", "Reservations", "TransitGatewayAttachments"] as const) {
      assert.equal(vpcOfWish({}, { list, id: "x" }), undefined);
    }
  });
});

describe("the owner of what is wished for", () => {
  it("is the other side of a peering, with its region, or who has attached the VPC", () => {
    assert.deepEqual(ownerOfVpc(snapshot, "vpc-1"), { accountId: other, region: "eu-west-1" });
    assert.deepEqual(ownerOfVpc(snapshot, "vpc-2"), { accountId: "333344445555", region: undefined });
    assert.equal(ownerOfVpc(snapshot, "vpc-3"), undefined);
    assert.equal(ownerOfVpc(snapshot, undefined), undefined);
    assert.equal(ownerOfVpc({}, "vpc-1"), undefined);
  });

  it("is that of its VPC, and of routes that of the transit gateway", () => {
    assert.deepEqual(ownerOfWish(snapshot, { list: "Reservations", id: "i-1" })?.accountId, other);
    assert.deepEqual(ownerOfWish(snapshot, { list: "TransitGatewayRoutes", id: "tgw-rtb-1" }), {
      accountId: other,
    });
    assert.equal(ownerOfWish(snapshot, { list: "TransitGatewayRoutes", id: "tgw-rtb-2" }), undefined);
  });
});
