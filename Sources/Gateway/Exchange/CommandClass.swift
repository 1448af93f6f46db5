package import Registry

/// Commands for which the same is needed (`command_classes` of the catalog).
package struct CommandClass: Sendable, Hashable {
    /// What must be there before a command is sent.
    package enum Need: String, Sendable, CaseIterable {
        /// Reason and basis.
        case free
        /// Besides that the number of a matter, notice to the enterprise, and a second person.
        case restricted
        /// It is not offered.
        case refused
    }

    /// Which right it takes.
    package enum Right: String, Sendable, CaseIterable { case read, control }

    package let name: String
    package let title: String
    package let right: Right
    let bureau: Need
    let enterprise: Need
    /// Whether asking twice does no harm, so that it may go on after a restart.
    package let isRepeatable: Bool

    /// What is needed on a device of an owner.
    package func need(on ownership: DeviceOwnership) -> Need {
        switch ownership {
        case .bureau: bureau
        case .enterprise: enterprise
        }
    }
}
