import Casework
package import Standards

/// Whether one deed of a case was recorded by sound and picture as it must be.
package struct RecordingFinding: Hashable, Sendable {
    /// The value of evidence that says which deed it records.
    package static let occasionKey = "记录环节"
    /// The value of evidence that says whether it was neither interrupted nor cut: 是 or 否.
    package static let uninterruptedKey = "连续未剪接"

    package let occasion: RecordingRules.Occasion
    /// The days on which the deed was done.
    package let days: [CivilDate]
    /// The recordings of it that count, by their numbers in the file.
    package let evidence: [Int]
    /// Whether one of them is uninterrupted.
    package let hasUninterrupted: Bool
    /// Whether it is only asked for in some cases, so that a person has to say.
    package let isPossibleOnly: Bool

    /// Whether nothing is missing.
    package var isComplete: Bool {
        !evidence.isEmpty && (!occasion.isUninterrupted || hasUninterrupted)
    }

    /// What the rules ask of a file as far as its steps have come; deeds that were gone back over were done all the same.
    package static func findings(_ file: CaseFile, by rules: RecordingRules) -> [RecordingFinding] {
        let asked = rules.occasions.map { ($0, false) } + rules.possible.map { ($0, true) }
        return asked.compactMap { occasion, isPossibleOnly in
            let days = file.matter.steps.filter { step in
                let documents = file.matter.procedure.action(step.action)?.documents ?? []
                return occasion.steps.contains(step.action) || !Set(documents).isDisjoint(with: occasion.documents)
            }.map(\.day)
            if days.isEmpty { return nil }
            let recordings = file.evidence.filter { item in
                item.excluded == nil && item.derivedFrom == nil && item.kind == .recording
                    && item.values[occasionKey] == .text(occasion.name)
            }
            return RecordingFinding(
                occasion: occasion, days: days, evidence: recordings.map(\.number),
                hasUninterrupted: recordings.contains { $0.values[uninterruptedKey] == .text("是") },
                isPossibleOnly: isPossibleOnly)
        }
    }
}
