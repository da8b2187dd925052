/** Who wants to connect to what. */
export interface Question {
  readonly from:
    | { readonly networkInterfaceId: string }
    /** `gatewayId`: what it comes in by, where that is not a VPC: vgw-…, tgw-attach-…, igw-… */
    | { readonly address: string; readonly gatewayId?: string | undefined };
  readonly to: { readonly address: string };
  readonly port: number;
}
