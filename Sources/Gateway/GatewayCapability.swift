package import Records

/// What the gateway offers to the house.
package enum GatewayCapability {
    package static let capability = Capability(
        name: "Gateway", actions: GatewayActions.kinds, projections: [DeviceHealthProjection(), PacketProjection()])
}
