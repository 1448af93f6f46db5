package import Storage

/// What one room of the house offers to the others.
package struct Capability: Sendable {
    /// The name of its target.
    package let name: String
    /// Its lasting tables that are neither records nor projections.
    package let migrations: [Migration]
    /// What may be put on record through it.
    package let actions: [ActionKind]
    /// What it derives from records and packets.
    package let projections: [any Projection]
    /// What it lets figures select from, and how their inputs are traced.
    package let figures: [any FigureSource]
    /// How raw evidence that it keeps is proved.
    package let evidence: [any EvidenceSource]
    /// How what it keeps is checked against what is on record of it.
    package let audits: [any Audit]
    /// How its records put packets on record and say that they were removed; nil where none do.
    package let packets: PacketAdmission?

    package init(
        name: String, migrations: [Migration] = [], actions: [ActionKind] = [], projections: [any Projection] = [],
        figures: [any FigureSource] = [], evidence: [any EvidenceSource] = [], audits: [any Audit] = [],
        packets: PacketAdmission? = nil
    ) {
        self.name = name
        self.packets = packets
        self.migrations = migrations
        self.actions = actions
        self.projections = projections
        self.figures = figures
        self.evidence = evidence
        self.audits = audits
    }
}
