import Registry
package import Storage

/// The lines of a plan as people write them: `W1断面；9项、化学需氧量；每月`, a point with its items and frequency a line.
package enum ManualPlanText {
    /// What cannot be read of a line.
    package struct Fault: Error, Hashable, Sendable {
        package enum Code: String, Sendable {
            /// Not three parts.
            case shape
            case unknownPoint, unknownItem, unknownFrequency
        }

        /// From 1.
        package let line: Int
        package let code: Code
        package let text: String

        /// What is wrong and how to mend it.
        package var message: String {
            switch code {
            case .shape: "第 \(line) 行“\(text)”须写成“点位；项目；频次”，如“W1断面；9项、化学需氧量；每月”"
            case .unknownPoint: "第 \(line) 行的点位“\(text)”没有登记，或不属于这种采样记录表"
            case .unknownItem: "第 \(line) 行的项目“\(text)”不在项目目录中"
            case .unknownFrequency: "第 \(line) 行的频次“\(text)”不在频次目录中"
            }
        }
    }

    /// - Parameter form: the sheet of the plan; its points are of the kinds it names.
    /// - Throws: `Fault` for the first line that cannot be read.
    package static func lines(
        _ text: String, form: ManualForm, rules: ManualRules, in connection: ReadConnection
    ) throws -> [ManualPlan.Line] {
        var ids: [String: String] = [:]
        for kind in form.kinds.compactMap({ ObjectKind(rawValue: $0) }) {
            for object in try RegistryStore.objects(kind, in: connection) {
                ids[object.name] = ids[object.name] ?? object.id
                ids[object.id] = object.id
            }
        }
        var lines: [ManualPlan.Line] = []
        for (place, row) in text.split(whereSeparator: \.isNewline).enumerated() {
            let parts = row.split(whereSeparator: { "；;|\t".contains($0) }).map { bare(String($0)) }
            if parts.allSatisfy(\.isEmpty) { continue }
            func fault(_ code: Fault.Code, _ text: String) -> Fault { Fault(line: place + 1, code: code, text: text) }
            guard parts.count == 3 else { throw fault(.shape, String(row.prefix(60))) }
            guard let object = ids[parts[0]] else { throw fault(.unknownPoint, parts[0]) }
            let frequency = rules.frequencies.first { $0.title == parts[2] || $0.code == parts[2] }
            guard let frequency else { throw fault(.unknownFrequency, parts[2]) }
            switch rules.items(named: parts[1]) {
            case .success(let items):
                lines.append(ManualPlan.Line(object: object, frequency: frequency.code, items: items))
            case .failure(let unknown): throw fault(.unknownItem, unknown.word)
            }
        }
        return lines
    }

    /// The lines of a plan in the same form.
    package static func text(
        of plan: ManualPlan, rules: ManualRules, in connection: ReadConnection
    ) throws -> String {
        try plan.lines.map { line in
            let name = try RegistryStore.object(line.object, in: connection)?.name ?? line.object
            let frequency = rules.frequency(line.frequency)?.title ?? line.frequency
            return "\(name)；\(rules.titles(of: line.items))；\(frequency)"
        }.joined(separator: "\n")
    }

    private static func bare(_ text: String) -> String {
        text.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
}
