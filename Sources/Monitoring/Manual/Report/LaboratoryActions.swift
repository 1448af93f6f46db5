import Ledger
import Records
import Standards
import Storage

/// A laboratory's report on record: what its rows say, with the files that show it.
enum LaboratoryActions {
    static let reported = "monitoring.manual.reported"

    /// - Parameters:
    ///   - id: minted.
    ///   - lines: the tree over the lines of the table.
    ///   - corrects: the issued report that it corrects; nil for none.
    static func report(
        _ id: String, of plan: String, _ head: LaboratoryReport.Head, _ files: LaboratoryReport.Files,
        rows: [LaboratoryRow], lines: MerkleTree, corrects: String?, person: String, by actor: Actor
    ) -> Action {
        var members: [String: CanonicalValue] = [
            "plan": .string(plan), "laboratory": .string(head.laboratory), "certificate": .string(head.certificate),
            "number": .string(head.number), "date": .string(head.date.description),
            "attachment": .string(files.workbook.rawValue), "file": .string(files.workbookName),
            "table": .string(files.lines.rawValue), "firstRow": .integer(Int64(files.firstRow)),
            "paper": .string(files.paper.rawValue), "paperName": .string(files.paperName),
            "lines": .integer(lines.size), "root": .string(lines.root.base64),
            "rows": .array(rows.map(\.canonical)), "person": .string(person),
        ]
        members["corrects"] = corrects.map { .string($0) }
        return ManualActions.action(reported, id, "laboratory-report", members, [:], actor)
    }

    static let kinds: [ActionKind] = [
        ActionKind(
            name: reported, word: "登记检测报告", effect: .none, permission: ManualActions.enter,
            checkingByRules: LaboratoryCheck.check)
    ]
}
