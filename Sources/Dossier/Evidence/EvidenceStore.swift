package import Casework
package import Storage

/// Questions about the evidence of matters.
package enum EvidenceStore {
    /// The evidence of a matter by number, what does not count any more included.
    ///
    /// - Parameter sequence: as it was after this record; nil for all of it.
    package static func items(
        of matter: MatterID, asOf sequence: Int64? = nil, in connection: ReadConnection
    ) throws -> [EvidenceItem] {
        let entries = try CaseEntryStore.entries(of: matter, asOf: sequence, in: connection)
        return try CaseFold(entries).withPersonal(in: connection).evidence
    }

    /// The documents of procedures that exist as evidence which counts: 监测报告, 采样记录.
    package static func documents(_ matter: MatterID, in connection: ReadConnection) throws -> Set<String> {
        let entries = try CaseEntryStore.entries(of: matter, in: connection)
        return Set(CaseFold(entries).evidence.filter { $0.excluded == nil }.compactMap(\.document))
    }
}
