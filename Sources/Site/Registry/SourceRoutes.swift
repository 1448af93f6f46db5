import Hummingbird
import Ledger
import Records
import Registry
import Standards

/// 一源一档: kinds, lists and their files, the file of one source, the forms that register and change it.
struct SourceRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        addLists(to: router)
        addFiles(to: router)
        addForms(to: router)
    }

    private func addLists(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.sourceKinds) { _, _ in try await shell.page(.sourceKinds) { try SourceKindsPage(in: $0) } }
        router.get(.sources) { request, context in
            let kind = try context.segment("kind")
            let query = RequestQuery(request)
            return try await shell.page(.sources) { page in
                try SourcesPage(SourceFilter(page.sourceKind(kind), query), in: page)
            }
        }
        router.get(.sourcesXLSX) { request, context in
            let file = try await export(request, context) { try $0.workbook() }
            return FileResponse.xlsx(file.bytes, name: file.name)
        }
        router.get(.sourcesCSV) { request, context in
            let file = try await export(request, context) { try $0.csv() }
            return FileResponse.csv(file.bytes, name: file.name)
        }
    }

    /// What is listed as a file, with its name.
    private func export(
        _ request: Request, _ context: SiteContext, _ make: @escaping @Sendable (SourceExport) throws -> [UInt8]
    ) async throws -> (bytes: [UInt8], name: String) {
        let kind = try context.segment("kind")
        let query = RequestQuery(request)
        return try await shell.read { page in
            let filter = SourceFilter(try page.sourceKind(kind), query)
            let names = try filter.names(in: page)
            let found = try filter.sourceQuery(in: page)
            let count = try SourceStore.count(found, in: page.connection)
            let export = SourceExport(
                found, filter.kind, filter: filter.words(names), made: page.now.minuteText, count: count,
                in: page.connection)
            return (try make(export), "\(filter.kind.title)-\(page.today)")
        }
    }

    private func addFiles(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.source) { request, context in
            let id = try context.segment("source")
            let query = RequestQuery(request)
            let asOf = try query.record("asof")
            let recorded = try query.record("recorded")
            return try await shell.page(.source) { page in
                let notice = try recorded.flatMap { sequence -> String? in
                    guard let record = try RecordStore.record(sequence, in: page.connection) else { return nil }
                    return "已记入台账第 \(sequence) 条：\(page.services.book.word(ofAction: record.action))。"
                }
                return try SourcePage(id, asOf: asOf, notice: notice, in: page)
            }
        }
        router.get(.sourceField) { _, context in
            let id = try context.segment("source")
            let field = try context.segment("field")
            return try await shell.page(.sourceField) { try SourceFieldPage(id, field, in: $0) }
        }
    }

    private func addForms(to router: Router<SiteContext>) {
        let shell = shell
        @Sendable func recording() -> SourceRecording { SourceRecording(services: shell.services) }
        router.get(.newSource) { _, context in
            let kind = try context.segment("kind")
            return try await shell.page(.sourceForm) { page in
                try SourceFormPage(new: page.sourceKind(kind), SourceAttempt(), in: page)
            }
        }
        router.post(.newSource) { request, context in
            let kind = try context.segment("kind")
            let fields = try await FormFields(posted: request, in: context)
            let known = try await shell.read { try $0.sourceKind(kind) }
            let posted = SourceAttempt(fields, known, token: shell.services.formToken)
            switch try await recording().register(posted, kind) {
            case .success(let done): return .redirect(to: SiteURL.source(done.id, recorded: done.sequence).path)
            case .failure(let refused):
                return try await shell.page(.sourceForm, status: .unprocessableContent) { page in
                    try SourceFormPage(new: known, refused.attempt, in: page)
                }
            }
        }
        router.get(.editSource) { _, context in
            let id = try context.segment("source")
            return try await shell.page(.sourceForm) { try SourceFormPage(changing: id, nil, in: $0) }
        }
        router.post(.editSource) { request, context in
            let id = try context.segment("source")
            let fields = try await FormFields(posted: request, in: context)
            let kind = try await shell.read { try $0.sourceFile(id).kind }
            let posted = SourceAttempt(fields, kind, token: shell.services.formToken)
            switch try await recording().change(posted, id) {
            case .success(let sequence): return .redirect(to: SiteURL.source(id, recorded: sequence).path)
            case .failure(let refused):
                return try await shell.page(.sourceForm, status: .unprocessableContent) { page in
                    try SourceFormPage(changing: id, refused.attempt, in: page)
                }
            }
        }
        router.post(.sourceDecision) { request, context in
            let id = try context.segment("source")
            try await shell.read { _ = try $0.sourceFile(id) }
            let fields = try await FormFields(posted: request, in: context)
            switch try await recording().decide(id, fields) {
            case .success(let sequence): return .redirect(to: SiteURL.source(id, recorded: sequence).path)
            case .failure(let refused): return try await refusedFile(id, refused)
            }
        }
        router.post(.sourceEnd) { request, context in
            let id = try context.segment("source")
            try await shell.read { _ = try $0.sourceFile(id) }
            let fields = try await FormFields(posted: request, in: context)
            switch try await recording().end(id, fields) {
            case .success(let done): return .redirect(to: SiteURL.source(done.next, recorded: done.sequence).path)
            case .failure(let refused): return try await refusedFile(id, refused)
            }
        }
    }

    /// The file again, with why nothing was recorded.
    private func refusedFile(_ id: String, _ refused: SourceRecording.Refused) async throws -> Response {
        try await shell.page(.source, status: .unprocessableContent) { page in
            try SourcePage(id, notice: refused.attempt.error, in: page)
        }
    }
}
