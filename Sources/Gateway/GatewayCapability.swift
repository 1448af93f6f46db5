package import Records

/// What the gateway offers to the house.
package enum GatewayCapability {
    package static let capability = Capability(
        name: "Gateway", migrations: [GatewayUptimeState.migration],
        actions: GatewayActions.kinds + SegmentActions.kinds,
        projections: [DeviceHealthProjection(), PacketProjection(), SegmentProjection()])
}
