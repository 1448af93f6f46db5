import Hummingbird
import Monitoring
import Records
import Storage

/// The chain of evidence: inputs of figures, packets, imported rows, records.
struct EvidenceRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.packet) { request, context in
            let address = PacketAddress(rawValue: try Self.number("address", in: context))
            return try await Self.page(.evidence, request, shell) { standing, page in
                try EvidencePage(address, standing: standing, in: page)
            }
        }
        router.get(.importRow) { request, context in
            let batch = try Self.number("batch", in: context)
            let line = try Self.number("line", in: context)
            return try await Self.page(.importRow, request, shell) { standing, page in
                if let report = try LaboratoryStore.report(record: batch, in: page.connection) {
                    return try ImportRowPage(report: report, line: line, standing: standing, in: page)
                }
                return try ImportRowPage(batch: batch, line: line, standing: standing, in: page)
            }
        }
        router.get(.record) { request, context in
            let sequence = try Self.number("sequence", in: context)
            return try await Self.page(.record, request, shell) { standing, page in
                try RecordPage(sequence, standing: standing, in: page)
            }
        }
        router.get(.evidence) { request, context in
            let segments = context.parameters.getCatchAll().map { PercentCoding.decoded(segment: $0) }
            let input = InputID(rawValue: segments.joined(separator: "/"))
            let countsAll = try FigureView(RequestQuery(request)).countsAll
            return try await Self.page(.figure, request, shell) { standing, page in
                let trace = try Self.trace(input, in: page)
                return try FigurePage(trace, countsAll: countsAll, standing: standing, in: page)
            }
        }
    }

    /// A page of evidence, as of the moment that its address names: what is asked for by a past figure stays in the past.
    private static func page<Page: Sendable>(
        _ template: PageTemplate, _ request: Request, _ shell: SiteShell,
        _ make: @escaping @Sendable (LedgerStanding, PageContext) throws -> Page
    ) async throws -> Response {
        let asOf = try RequestQuery(request).asOf
        let standing = try await shell.standing(asOf: asOf)
        return try await shell.page(template, asOf: asOf) { try make(standing, $0) }
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
