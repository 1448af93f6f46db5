import Ledger
import Records
import Storage

/// The way from inputs down to raw evidence, as a bundle tells it.
struct EvidenceChain: Sendable {
    private var steps: [InputTrace] = []
    private var proved: [ProvedLeaves] = []
    /// Where each piece of evidence stands: group and index.
    private var places: [InputTrace.Evidence: (group: Int, index: Int)] = [:]
    private(set) var traces: [CanonicalValue] = []

    /// Follows inputs breadth first, each once.
    mutating func follow(
        _ roots: [InputID], sources: [any FigureSource], in connection: ReadConnection, from archive: Archive
    ) throws {
        var seen: Set<InputID> = []
        var waiting = roots.filter { seen.insert($0).inserted }
        while !waiting.isEmpty {
            let traces = try Self.traces(waiting, sources, connection, archive)
            steps += traces
            waiting = traces.flatMap { $0.inputs.map(\.id).filter { seen.insert($0).inserted } }
        }
    }

    /// One trace for each input, in their order; an empty one for an input that no source knows.
    private static func traces(
        _ ids: [InputID], _ sources: [any FigureSource], _ connection: ReadConnection, _ archive: Archive
    ) throws -> [InputTrace] {
        var found: [InputID: InputTrace] = [:]
        var rest = ids
        for id in ids {
            guard let parts = id.parts(of: "record"), parts.count == 1, let sequence = Int64(parts[0]) else { continue }
            found[id] = InputTrace(
                id: id, title: "台账第 \(sequence) 条", value: nil, unit: "", formula: "",
                evidence: [.record(sequence: sequence)])
        }
        for source in sources {
            rest = rest.filter { found[$0] == nil }
            if rest.isEmpty { break }
            for (id, trace) in zip(rest, try source.traces(rest, in: connection, from: archive)) { found[id] = trace }
        }
        return ids.map { found[$0] ?? InputTrace(id: $0, title: "", value: nil, unit: "", formula: "") }
    }

    /// Proves all evidence and writes the traces down with where their values stand in it.
    mutating func prove(
        by sources: [any EvidenceSource], through last: Int64, in connection: ReadConnection, from archive: Archive,
        hasher: TreeHasher
    ) throws {
        // The last version counts; earlier ones stand in the trace without being shown.
        let needed = Set(steps.compactMap(\.evidence.first))
        for source in sources {
            proved += try source.prove(needed, through: last, in: connection, from: archive, hasher: hasher)
        }
        for (group, leaves) in proved.enumerated() {
            for (index, evidence) in leaves.evidence.enumerated() {
                if let evidence { places[evidence] = (group, index) }
            }
        }
        let spots = try self.spots(sources, connection, archive)
        traces = zip(steps, spots).map { canonical($0, at: $1) }
    }

    /// Where the value of each step stands in its evidence; found group by group.
    private func spots(
        _ sources: [any EvidenceSource], _ connection: ReadConnection, _ archive: Archive
    ) throws -> [EvidencePlace?] {
        var members: [Int: [(step: Int, index: Int)]] = [:]
        for (step, trace) in steps.enumerated() {
            guard let evidence = trace.evidence.first, let (group, index) = places[evidence] else { continue }
            members[group, default: []].append((step, index))
        }
        var found = [EvidencePlace?](repeating: nil, count: steps.count)
        for (group, members) in members {
            let inputs = members.map { (id: steps[$0.step].id, index: $0.index) }
            for source in sources {
                let places = try source.places(of: inputs, in: proved[group], from: connection, archive)
                for (member, place) in zip(members, places) where found[member.step] == nil {
                    found[member.step] = place
                }
            }
        }
        return found
    }

    private func canonical(_ step: InputTrace, at place: EvidencePlace?) -> CanonicalValue {
        var shown: CanonicalValue = .null
        if let evidence = step.evidence.first {
            if let (group, index) = places[evidence] {
                shown = ["group": .integer(Int64(group)), "index": .integer(Int64(index))]
            } else if case .record(let sequence) = evidence {
                shown = ["record": .integer(sequence)]
            }
        }
        return [
            "id": .string(step.id.rawValue), "title": .string(step.title),
            "value": step.value.map(CanonicalValue.string) ?? .null, "unit": .string(step.unit),
            "formula": .string(step.formula), "rules": .array(step.rules.map(CanonicalValue.string)),
            "step": step.recomputation.map { .string($0.rawValue) } ?? .null,
            "inputs": .array(
                step.inputs.map {
                    [
                        "id": .string($0.id.rawValue), "note": .string($0.note),
                        "value": $0.value.map(CanonicalValue.string) ?? .null,
                    ]
                }),
            "evidence": shown, "place": place?.canonical ?? .null, "versions": .integer(Int64(step.evidence.count)),
        ]
    }

    /// The groups of evidence as they stand in the bundle.
    var groups: [CanonicalValue] {
        proved.map { group in
            var value: [String: CanonicalValue] = [
                "kind": .string(group.kind.rawValue), "record": .integer(group.record), "proof": group.proof.canonical,
            ]
            if let passage = group.passage {
                value["passage"] = ["leaf": passage.leaf, "proof": passage.proof.canonical]
            }
            return .object(value)
        }
    }

    /// The raw bytes of all groups in their order.
    var leaves: [[UInt8]] { proved.flatMap(\.leaves) }

    /// The records that vouch for the evidence, or are it.
    var records: Set<Int64> {
        var records = Set(proved.map(\.record))
        for step in steps {
            if case .record(let sequence)? = step.evidence.first { records.insert(sequence) }
        }
        return records
    }
}
