package import Records

/// What the gateway offers to the house.
package enum GatewayCapability {
    package static let capability = Capability(
        name: "Gateway",
        migrations: [GatewayUptimeState.migration] + ForwardingState.migrations,
        actions: GatewayActions.kinds + SegmentActions.kinds + UpstreamActions.kinds + CommandActions.kinds,
        projections: [
            DeviceHealthProjection(), PacketProjection(), SegmentProjection(), UpstreamProjection(),
            CommandProjection(),
        ])
}
