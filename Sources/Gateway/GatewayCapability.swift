package import Records

/// What the gateway offers to the house.
package enum GatewayCapability {
    package static let capability = capability(keys: .none)

    /// - Parameter keys: those of devices that cipher what they send.
    package static func capability(keys: KeyStore) -> Capability {
        Capability(
            name: "Gateway",
            migrations: [GatewayUptimeState.migration, SegmentWishState.migration] + ForwardingState.migrations,
            actions: GatewayActions.kinds + SegmentActions.kinds + DayActions.kinds + UpstreamActions.kinds
                + CommandActions.kinds
                + KeyActions.kinds,
            projections: [
                DeviceHealthProjection(keys: keys), PacketProjection(keys: keys), SegmentProjection(),
                UpstreamProjection(), CommandProjection(),
            ],
            evidence: [PacketEvidence()], audits: [SegmentAudit(), DayAudit()],
            packets: SegmentActions.admission)
    }
}
