import Ledger
import Records
import Standards

/// Follows the traces of a bundle from the inputs to raw bytes, and the raw bytes to records of the ledger.
struct ChainCheck {
    private let bundle: ProofBundle
    private let hasher: TreeHasher
    private let records: [Int64: LedgerRecord]
    /// The raw bytes of each group.
    private var groups: [[[UInt8]]] = []
    /// The names of the columns, of groups that are files.
    private var columns: [[String]?] = []
    /// Inputs of claims that entered with the value that their trace ends in.
    private(set) var traced = 0
    private(set) var recomputed = 0
    private(set) var judged = 0
    private(set) var evidence = 0

    init(_ bundle: ProofBundle, hasher: TreeHasher, records: [Int64: LedgerRecord]) {
        self.bundle = bundle
        self.hasher = hasher
        self.records = records
    }

    /// - Throws: `ReportingError` with `.refuted`; `LedgerError` for a proof that does not hold.
    mutating func run() throws {
        try checkEvidence()
        var traces: [String: CanonicalValue] = [:]
        for trace in bundle.traces { traces[trace["id"]?.text ?? ""] = trace }
        guard traces.count == bundle.traces.count else { throw BundleCheck.refuted("traces", "追溯的编号重复") }
        // Nothing may be left out of the way down, and nothing stand beside it.
        var reached: Set<String> = []
        for place in bundle.inputs.keys.sorted() {
            for input in bundle.inputs[place] ?? [] {
                let id = input["id"]?.text ?? ""
                reached.insert(id)
                guard let trace = traces[id] else { throw BundleCheck.refuted("trace/\(id)", "没有追溯") }
                // An input may enter by another side of it: a day by its level, or by how many hours were received.
                if let value = trace["value"]?.text, let entered = input["value"]?.text,
                    Self.isSame(entered, value)
                {
                    traced += 1
                }
            }
        }
        for trace in bundle.traces {
            guard Self.hasForm(trace) else { throw BundleCheck.refuted("trace/\(trace["id"]?.text ?? "")", "追溯的写法") }
            for input in trace["inputs"]?.elements ?? [] { reached.insert(input["id"]?.text ?? "") }
        }
        guard reached == Set(traces.keys) else {
            let stray = reached.symmetricDifference(traces.keys).min() ?? ""
            throw BundleCheck.refuted("trace/\(stray)", "追溯缺失或多余")
        }
        for trace in bundle.traces { try check(trace, among: traces) }
    }

    private static let members: Set<String> = [
        "id", "title", "value", "unit", "formula", "rules", "step", "inputs", "evidence", "place", "versions",
    ]

    /// A member under another name would be read by nobody.
    private static func hasForm(_ trace: CanonicalValue) -> Bool {
        guard let found = trace.members, Set(found.keys) == members, let inputs = trace["inputs"]?.elements else {
            return false
        }
        let isStep = trace["step"] == .null || trace["step"]?.text.flatMap(InputTrace.Recomputation.init) != nil
        return isStep && inputs.allSatisfy { Set(($0.members ?? [:]).keys) == ["id", "note", "value"] }
    }

    // MARK: - From raw bytes to records

    private mutating func checkEvidence() throws {
        var rest = bundle.leaves[...]
        for (number, group) in bundle.evidence.enumerated() {
            let proof = try SubsetProof(canonical: group["proof"] ?? .null)
            guard rest.count >= proof.indices.count else { throw BundleCheck.refuted("evidence/\(number)", "原始数据的数目") }
            let leaves = Array(rest.prefix(proof.indices.count))
            rest = rest.dropFirst(proof.indices.count)
            try proof.verify(
                leaves: leaves.map { hasher.leaf($0) }, root: try root(of: group, number, size: proof.size),
                with: hasher)
            groups.append(leaves)
            let isFile = group["kind"]?.text == ProvedLeaves.Kind.file.rawValue
            columns.append(isFile ? RawLine.fields(of: leaves.first ?? []) : nil)
            evidence += leaves.count
        }
        guard rest.isEmpty else { throw BundleCheck.refuted("leaves", "原始数据的数目") }
    }

    /// The root of a group's tree as a record vouches for it, directly or through the leaf of another tree.
    private func root(of group: CanonicalValue, _ number: Int, size: Int64) throws -> TreeHash {
        let item = "evidence/\(number)"
        guard let kind = ProvedLeaves.Kind(rawValue: group["kind"]?.text ?? ""),
            let record = records[group["record"]?.integer ?? 0], Self.actions(kind).contains(record.action),
            let recorded = TreeHash(base64: record.body["root"]?.text ?? "")
        else { throw BundleCheck.refuted(item, "所据的记录") }
        guard kind == .day else {
            let count = record.body[kind == .file ? "lines" : "packets"]?.integer
            guard count == size else { throw BundleCheck.refuted(item, "树的大小") }
            return recorded
        }
        let leaf = group["passage"]?["leaf"] ?? .null
        let proof = try SubsetProof(canonical: group["passage"]?["proof"] ?? .null)
        guard proof.size == record.body["count"]?.integer, leaf["packets"]?.integer == size,
            let root = TreeHash(base64: leaf["root"]?.text ?? "")
        else { throw BundleCheck.refuted(item, "按日报文树") }
        try proof.verify(leaves: [hasher.leaf(try leaf.bytes())], root: recorded, with: hasher)
        return root
    }

    private static func actions(_ kind: ProvedLeaves.Kind) -> [String] {
        switch kind {
        case .segment: ["gateway.segment.closed"]
        case .day: ["gateway.day.closed"]
        case .file: ["monitoring.file.imported", "monitoring.manual.reported"]
        }
    }

    // MARK: - From values to raw bytes

    private mutating func check(_ trace: CanonicalValue, among traces: [String: CanonicalValue]) throws {
        let id = trace["id"]?.text ?? ""
        func refuted(_ what: String) -> ReportingError { BundleCheck.refuted("trace/\(id)", what) }
        guard let step = trace["step"]?.text.flatMap(InputTrace.Recomputation.init) else {
            // What only a rule can tell may take its inputs rounded.
            judged += 1
            return
        }
        let inputs = trace["inputs"]?.elements ?? []
        for input in inputs {
            guard let used = input["value"]?.text else { continue }
            let below = traces[input["id"]?.text ?? ""] ?? .null
            guard Self.isSame(used, below["value"]?.text) else { throw refuted("下一级的数值不同") }
        }
        let value = trace["value"]?.text
        switch step {
        case .received: if value != nil { try checkReceived(trace, refuted) }
        case .mean:
            let values = inputs.compactMap { $0["value"]?.text.flatMap { Rational($0) } }
            let mean = values.isEmpty ? nil : try values.reduce(Rational.zero, +) / Rational(values.count)
            guard mean?.description == value else { throw refuted("重新计算的平均值 \(mean?.description ?? "无值")") }
        case .eightHourMaximum:
            let maximum = try Self.eightHourMaximum(inputs.map { $0["value"]?.text.flatMap { Rational($0) } })
            guard maximum?.description == value else { throw refuted("重新计算的滑动 8 小时最大值") }
        }
        recomputed += 1
    }

    private static func isSame(_ first: String, _ second: String?) -> Bool {
        guard let second else { return false }
        if let left = Rational(first), let right = Rational(second) { return left == right }
        return first == second
    }

    /// HJ 663-2013, table 2: of the windows that end with hour 8 to 24, those with at least six hours count.
    private static func eightHourMaximum(_ hours: [Rational?]) throws -> Rational? {
        guard hours.count == 24 else { return nil }
        return try (8...24).compactMap { end in
            let values = hours[(end - 8)..<end].compactMap(\.self)
            return values.count < 6 ? nil : try values.reduce(Rational.zero, +) / Rational(values.count)
        }.max()
    }

    private func checkReceived(_ trace: CanonicalValue, _ refuted: (String) -> ReportingError) throws {
        guard let group = trace["evidence"]?["group"]?.integer.map(Int.init),
            let index = trace["evidence"]?["index"]?.integer.map(Int.init), groups.indices.contains(group),
            groups[group].indices.contains(index)
        else { throw refuted("没有原始数据") }
        guard let field = trace["place"]?["field"]?.text, let text = trace["place"]?["text"]?.text,
            let power = trace["place"]?["power"]?.integer, (-9...9).contains(power), let sent = Rational(text),
            let value = trace["value"]?.text.flatMap({ Rational($0) })
        else { throw refuted("没有指出数值在原始数据中的位置") }
        let factor = (0..<abs(power)).reduce(Rational(1)) { product, _ in product * 10 }
        guard try value == (power < 0 ? sent / factor : sent * factor) else { throw refuted("数值与原始数据中的不同") }
        let leaf = groups[group][index]
        let isThere =
            columns[group].map { RawLine.row(leaf, says: text, under: field, of: $0) }
            ?? RawLine.packet(leaf, says: text, under: field)
        guard isThere else { throw refuted("原始数据中没有 \(field) = \(text)") }
    }
}
