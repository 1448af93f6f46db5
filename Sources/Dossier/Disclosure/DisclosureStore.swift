package import Casework
package import Storage

/// Questions about what was told the public.
package enum DisclosureStore {
    /// What stands, the youngest first: published and not taken back.
    package static func published(
        limit: Int, in connection: ReadConnection
    ) throws -> [(matter: MatterID, disclosure: Disclosure)] {
        try CaseEntryStore.disclosures(limit: limit, in: connection).compactMap { matter, entry in
            guard let found = Disclosure(entry.body, sequence: entry.sequence), case .published = found.deed else {
                return nil
            }
            return (matter, found)
        }
    }

    /// The papers of a matter that have a line of disclosure of their own, in the order in which they were issued, with the day.
    package static func due(_ file: CaseFile, _ rules: DisclosureRules) -> [(document: String, step: DoneStep)] {
        file.matter.steps.filter { !$0.isUndone }.flatMap { step -> [(document: String, step: DoneStep)] in
            let documents = file.matter.procedure.action(step.action)?.documents ?? []
            return documents.filter { rules.documents.contains($0) }.map { ($0, step) }
        }
    }
}
