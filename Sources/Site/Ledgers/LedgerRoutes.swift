import Catalog
import Documents
import Hummingbird
import Records
import Registry
import Standards
import Storage

/// Ledgers: the list, one ledger with its form and its files, one entry.
struct LedgerRoutes {
    /// The longest file that is taken in, in bytes.
    private static let greatestUpload = 8 << 20

    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.ledgers) { _, _ in try await shell.page(.ledgers) { try LedgersPage(in: $0) } }
        router.get(.ledgerXLSX) { request, context in
            let id = try context.segment("ledger")
            let year = RequestQuery(request).text("year").flatMap { Int($0) }
            let (bytes, name) = try await shell.read { page in
                let ledger = try WorkLedger.known(id, in: page)
                let entries = try year.map { year in
                    try LedgerEntryStore.entries(
                        of: id, year: year, limit: LedgerImport.greatestRowCount, in: page.connection)
                }
                return (
                    try LedgerImport.workbook(of: ledger, entries ?? [], made: page.now.minuteText),
                    "\(ledger.header.title)\(year.map { " \($0)年" } ?? "导入模板")"
                )
            }
            return FileResponse.xlsx(bytes, name: name)
        }
        router.get(.ledger) { request, context in
            let id = try context.segment("ledger")
            let query = RequestQuery(request)
            let (year, taken) = (query.text("year").flatMap { Int($0) }, query.text("taken"))
            return try await shell.page(.ledger) {
                try LedgerPage(id, year: year, notice: taken.map { "已从文件登记 \($0) 条。" }, in: $0)
            }
        }
        router.post(.ledger) { request, context in
            let id = try context.segment("ledger")
            if request.headers[.contentType]?.lowercased().hasPrefix("multipart/form-data") == true {
                return try await takeIn(request, id)
            }
            return try await enter(try await FormFields(posted: request, in: context, by: shell.services), id)
        }
        addEntry(to: router)
    }

    private func addEntry(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.ledgerEntry) { _, context in
            let (ledger, entry) = (try context.segment("ledger"), try context.segment("entry"))
            return try await shell.page(.ledgerEntry) { try LedgerEntryPage(entry, of: ledger, in: $0) }
        }
        router.post(.ledgerEntry) { request, context in
            let (ledger, entry) = (try context.segment("ledger"), try context.segment("entry"))
            let fields = try await FormFields(posted: request, in: context, by: shell.services)
            return try await change(fields, entry, of: ledger)
        }
    }

    /// Enters what somebody typed.
    private func enter(_ fields: FormFields, _ id: String) async throws -> Response {
        let services = shell.services
        let typed = fields.dictionary(without: [FormToken.field])
        let ledger = try await shell.read { try WorkLedger.known(id, in: $0) }
        let read = ledger.values(of: typed)
        if read.faults.isEmpty {
            do {
                let entry = MintedID.mint(at: services.book.clock())
                try await services.book.record(
                    LedgerEntryActions.enter(entry, read.values, into: ledger, by: services.actor))
                return .redirect(to: SiteURL.ledgerEntry(id, entry).path)
            } catch {
                let message = try message(error, ledger)
                return try await shell.page(.ledger, status: .unprocessableContent) {
                    try LedgerPage(id, year: nil, typed: typed, error: message, in: $0)
                }
            }
        }
        let message = read.faults.map(\.message).joined(separator: "；") + "。没有登记。"
        return try await shell.page(.ledger, status: .unprocessableContent) {
            try LedgerPage(id, year: nil, typed: typed, error: message, in: $0)
        }
    }

    /// Corrects or withdraws an entry.
    private func change(_ fields: FormFields, _ entry: String, of id: String) async throws -> Response {
        let services = shell.services
        let ledger = try await shell.read { try WorkLedger.known(id, in: $0) }
        let typed = fields.dictionary(without: [FormToken.field, "follows", "reason", "withdraw"])
        let follows = fields.first("follows").flatMap { Int64($0) } ?? 0
        let reason = fields.first("reason") ?? ""
        let read = ledger.values(of: typed)
        let isWithdrawal = fields.first("withdraw") != nil
        do {
            if isWithdrawal {
                try await services.book.record(
                    LedgerEntryActions.withdraw(entry, from: id, reason: reason, after: follows, by: services.actor))
            } else {
                if let fault = read.faults.first { throw fault }
                try await services.book.record(
                    LedgerEntryActions.correct(
                        entry, read.values, in: ledger, reason: reason, after: follows, by: services.actor))
            }
            return .redirect(to: SiteURL.ledgerEntry(id, entry).path)
        } catch {
            let message = try message(error, ledger)
            return try await shell.page(.ledgerEntry, status: .unprocessableContent) {
                try LedgerEntryPage(entry, of: id, typed: isWithdrawal ? nil : typed, error: message, in: $0)
            }
        }
    }

    /// Takes a file in: all its rows or none.
    private func takeIn(_ request: Request, _ id: String) async throws -> Response {
        let services = shell.services
        let body = try await request.body.collect(upTo: Self.greatestUpload)
        guard let form = MultipartForm(Array(body.readableBytesView), type: request.headers[.contentType] ?? ""),
            form.text(FormToken.field) == services.formToken.text
        else { throw SiteError(.foreignForm) }
        let ledger = try await shell.read { try WorkLedger.known(id, in: $0) }
        func refused(_ message: String, _ faults: [String] = []) async throws -> Response {
            try await shell.page(.ledger, status: .unprocessableContent) {
                try LedgerPage(id, year: nil, error: message, faults: faults, in: $0)
            }
        }
        guard let file = form.file("file"), !file.bytes.isEmpty else {
            return try await refused("请选择要导入的文件（csv 或 xlsx）。")
        }
        do {
            let read = try LedgerImport(file.bytes, of: ledger)
            guard read.faults.isEmpty else {
                return try await refused(
                    "有 \(read.faults.count) 处错误，全部没有登记。请改正后重新导入。",
                    read.faults.prefix(50).map { "第 \($0.line) 行：\($0.message)" })
            }
            let attachment = try services.book.archive.attachments.store(file.bytes)
            try await services.book.record(
                read.actions(file: attachment.rawValue, at: services.book.clock(), by: services.actor))
            return .redirect(to: SiteURL.ledger(id, taken: read.rows.count).path)
        } catch let error as SourceImportError {
            return try await refused(error.message + "。")
        } catch let error as DocumentError {
            return try await refused(error.message)
        } catch {
            return try await refused(try message(error, ledger))
        }
    }

    /// What a refusal says; other errors go on.
    private func message(_ error: any Error, _ ledger: WorkLedger) throws -> String {
        switch error {
        case let error as ValueFault: return error.message + "。没有记入。"
        case let error as RecordsError where error.code == .notPermitted: return "没有登记台账的权限（\(error.detail)）。没有记入。"
        case let error as RecordsError where error.code == .superseded:
            return "这条登记已由别人改过（台账第 \(error.detail) 条）。请刷新页面，看过以后再改。"
        case let error as RecordsError where error.field == "reason": return "没有写理由，或者理由太长（\(error.detail)）。没有记入。"
        case let error as RecordsError where error.field == ledger.dateField: return "日期“\(error.detail)”在今天以后。没有记入。"
        case let error as RecordsError where error.code == .unknownSubject: return "这条登记已经撤销，不能再改。"
        default: throw error
        }
    }
}
