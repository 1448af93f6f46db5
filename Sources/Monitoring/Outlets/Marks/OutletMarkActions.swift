import Ledger
import Records
import Registry
import Standards
import Storage

/// Taking in what enterprises marked and replaced: one record a file, whose rows stand in the record.
enum OutletMarkActions {
    static let imported = "monitoring.marks.imported"

    /// Marks of one district and month are hundreds: a longer file is split.
    static let greatestRowCount = 10_000
    /// A plant's shutdown may last for months; a mark over a year is a mistake.
    private static let greatestSeconds = 366 * 86_400

    static func take(
        _ marks: [OutletMark], _ replacements: [OutletReplacement], refused: [RowFault], from file: AttachmentID,
        named fileName: String, by actor: Actor
    ) -> Action {
        Action(
            actor: actor, name: imported, subject: file.rawValue,
            body: [
                "kind": "outlet-marks", "version": 1, "file": .string(fileName),
                "marks": .array(marks.map(\.canonical)), "replacements": .array(replacements.map(\.canonical)),
                "refused": .array(refused.map(\.canonical)),
            ])
    }

    static let kinds: [ActionKind] = [
        ActionKind(
            name: imported, word: "导入企业标记与替代值", effect: .none, permission: ImportActions.importFiles,
            checkingAt: check)
    ]

    private static func check(_ action: Action, _ connection: ReadConnection, _ milliseconds: Int64) throws {
        let body = action.body
        let marks = OutletMark.all(in: body, of: 0)
        let replacements = OutletReplacement.all(in: body, of: 0)
        let stated = ["marks", "replacements"].reduce(0) { $0 + (body[$1]?.elements?.count ?? 0) }
        guard stated > 0, stated == marks.count + replacements.count, stated <= greatestRowCount else {
            throw RecordsError(.invalid, field: "rows", detail: "\(stated)")
        }
        var known: Set<String> = []
        for outlet in Set(marks.map(\.outlet) + replacements.map(\.outlet)).sorted() {
            guard let object = try RegistryStore.object(outlet, in: connection), object.kind == .outlet else {
                throw RecordsError(.unknownSubject, field: "outlet", detail: outlet)
            }
            known.insert(outlet)
        }
        let now = Instant(secondsSince1970: milliseconds / 1_000)
        for mark in marks {
            guard known.contains(mark.outlet), (1...greatestSeconds).contains(mark.span.seconds) else {
                throw RecordsError(.invalid, field: "span", detail: "\(mark.line)")
            }
            guard mark.madeAt <= now else { throw RecordsError(.invalid, field: "made", detail: "\(mark.line)") }
        }
        for value in replacements {
            guard value.start < now, value.start.secondsSince1970 % 3_600 == 0, !value.value.isNegative else {
                throw RecordsError(.invalid, field: "start", detail: "\(value.line)")
            }
            guard value.madeAt <= now else { throw RecordsError(.invalid, field: "made", detail: "\(value.line)") }
        }
    }
}
