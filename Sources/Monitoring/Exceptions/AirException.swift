package import Standards

/// An exceptional event for which the district applied, with what the superior decided about it.
package struct AirException: Sendable, Hashable {
    /// What the superior decided.
    package enum Verdict: String, Sendable, CaseIterable {
        /// 批准: the days, stations and items listed are out.
        case approved
        /// 不予批准.
        case refused
        /// 撤销: an earlier approval no longer stands.
        case revoked
    }

    /// Days, stations and items.
    package struct Extent: Sendable, Hashable {
        /// In order, each once.
        package let days: [CivilDate]
        /// By id.
        package let stations: [String]
        package let items: [AirItem]

        package init(days: some Sequence<CivilDate>, stations: some Sequence<String>, items: some Sequence<AirItem>) {
            self.days = Set(days).sorted()
            self.stations = Set(stations).sorted()
            self.items = Set(items).sorted()
        }
    }

    /// One paper of the superior.
    package struct Decision: Sendable, Hashable {
        package let verdict: Verdict
        /// Who decided.
        package let issuer: String
        /// The number of the paper.
        package let document: String
        /// Its day.
        package let date: CivilDate
        /// The record that attached the paper to the file of `attachedTo`.
        package let attachment: Int64
        package let attachedTo: String
        /// What is out; empty unless approved.
        package let extent: Extent
        package let note: String
        package let reviewer: String
        package let sequence: Int64

        /// The paper in one line.
        package var citation: String { "\(issuer) \(document)（\(date)）" }
    }

    package let id: String
    /// The id of the rule: `dust`.
    package let kind: String
    /// What the district asks for.
    package let extent: Extent
    package let reason: String
    package let applicant: String
    /// When, in milliseconds since 1970-01-01T00:00:00Z.
    package let appliedMilliseconds: Int64
    package let sequence: Int64
    /// Oldest first; the last one stands.
    package let decisions: [Decision]

    /// What takes effect; nil where nothing is out.
    package var approval: Decision? { decisions.last.flatMap { $0.verdict == .approved ? $0 : nil } }
}
