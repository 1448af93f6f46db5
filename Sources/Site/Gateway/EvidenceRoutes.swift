import Hummingbird
import Records
import Storage

/// The chain of evidence: inputs of figures, packets, imported rows, records.
struct EvidenceRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.packet) { _, context in
            let address = PacketAddress(rawValue: try Self.number("address", in: context))
            return try await shell.page(.evidence) { try EvidencePage(address, in: $0) }
        }
        router.get(.importRow) { _, context in
            let batch = try Self.number("batch", in: context)
            let line = try Self.number("line", in: context)
            return try await shell.page(.importRow) { try ImportRowPage(batch: batch, line: line, in: $0) }
        }
        router.get(.record) { _, context in
            let sequence = try Self.number("sequence", in: context)
            return try await shell.page(.record) { try RecordPage(sequence, in: $0) }
        }
        router.get(.evidence) { _, context in
            let segments = context.parameters.getCatchAll().map { PercentCoding.decoded(segment: $0) }
            let input = InputID(rawValue: segments.joined(separator: "/"))
            return try await shell.page(.figure) { try FigurePage(try Self.trace(input, in: $0), in: $0) }
        }
    }

    private static func number(_ name: String, in context: SiteContext) throws -> Int64 {
        let text = try context.segment(name)
        guard let number = Int64(text), number >= 0 else { throw SiteError(.badParameter, subject: "编号", detail: text) }
        return number
    }

    private static func trace(_ input: InputID, in context: PageContext) throws -> InputTrace {
        for source in context.services.sources {
            if let trace = try source.trace(input, in: context.connection, from: context.archive) { return trace }
        }
        throw SiteError(.unknownObject, subject: "输入", detail: input.rawValue)
    }
}
