import Casework
import Standards
import Storage

/// A matter as it stands now, for forms.
struct MatterReading {
    let row: MatterRow
    let history: [StoredMatterEntry]
    let matter: Matter

    /// - Throws: `SiteError` with `.unknownObject`.
    init(_ id: String, in context: PageContext) throws {
        let matterID = MatterID(rawValue: id)
        history = try MatterStore.history(of: matterID, in: context.connection)
        guard let row = try MatterStore.matter(matterID, in: context.connection), !history.isEmpty else {
            throw SiteError(.unknownObject, subject: "办件", detail: id)
        }
        self.row = row
        let engine = try context.casework.engine
        matter = try engine.matter(history.map(\.entry), now: context.now)
    }
}
