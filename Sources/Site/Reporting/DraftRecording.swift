import Catalog
import Gateway
import Logging
import Records
import Reporting
import Standards
import Storage

/// Puts posted forms of drafts on record.
struct DraftRecording {
    let shell: SiteShell

    private var services: SiteServices { shell.services }
    private var desk: DraftDesk { DraftDesk(services.book, rules: services.drafting) }

    /// Begins a draft.
    ///
    /// - Returns: its id.
    func open(_ fields: FormFields) async throws -> String {
        let period = try ReportPeriod(fields.first("period") ?? "")
        let confirm = fields.first("confirm") ?? ""
        guard let confirmBy = CivilDate(confirm) else {
            throw SiteError(.badParameter, subject: "数据确认截止日期", detail: confirm)
        }
        let document = fields.first("document") ?? ""
        let definition = try services.papers.definition(document, on: period.date)
        guard period.length == ReportPeriod.Length(definition) else {
            throw SiteError(.badParameter, subject: "“\(definition.header.title)”的时段", detail: period.address)
        }
        return try await desk.open(
            document, on: period.date, confirmBy: confirmBy, reason: fields.first("reason") ?? "", by: services.actor)
    }

    /// Whatever the form asks for.
    func act(_ fields: FormFields, on id: String, logger: Logger) async throws {
        if let slot = fields.first("slot") {
            let text = (fields.first("text") ?? "").replacing("\r\n", with: "\n")
            try await desk.write(
                text, into: slot, of: id, follows: fields.first("follows").flatMap { Int64($0) } ?? 0,
                by: services.actor)
        } else if let word = fields.first("answer") {
            try await answer(word, fields, on: id)
        } else if let name = fields.first("remove") {
            try await desk.state(name, nil, of: id, by: services.actor)
        } else if fields.first("seal") != nil {
            try await seal(fields, id, logger)
        } else {
            try await move(fields, on: id)
        }
    }

    private func answer(_ text: String, _ fields: FormFields, on id: String) async throws {
        guard let word = DraftAnswer.Word(rawValue: text) else {
            throw SiteError(.badParameter, subject: "确认意见", detail: text)
        }
        var printed: [String: String] = [:]
        // A dispute is about the figures that are ticked, everything else about all that were on screen.
        for line in fields.all(word == .disputed ? "disputed" : "printed") {
            let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
            if parts.count == 3 { printed[parts[1]] = parts[2] }
        }
        if word == .disputed, printed.isEmpty { throw DraftRefusal(.missingFact, "有异议的指标") }
        try await desk.answer(
            word, for: fields.first("role") ?? "", printed, reason: fields.first("reason") ?? "", of: id,
            by: services.actor)
    }

    private func move(_ fields: FormFields, on id: String) async throws {
        let name = fields.first("deed") ?? ""
        guard let deed = DraftDeed(rawValue: name) else {
            throw SiteError(.badParameter, subject: "办理事项", detail: name)
        }
        var facts: [DraftFact: String] = [:]
        for fact in deed.facts { facts[fact] = fields.first(fact.rawValue) ?? "" }
        try await desk.move(
            deed, facts, of: id, seen: fields.first("seen").flatMap { Int64($0) }, by: services.actor)
    }

    private func seal(_ fields: FormFields, _ id: String, _ logger: Logger) async throws {
        guard fields.first("confirmed") == "yes" else { throw DraftRefusal(.missingFact, "已核对全文") }
        guard let sign = services.sign else { throw DraftRefusal(.malformed, "本服务没有台账签名密钥") }
        let sealing = ReportSealing(services: services, keeper: SegmentKeeper(book: services.book, logger: logger))
        _ = try await sealing.seal(draft: id, site: services.publicAddress, by: services.actor)
        try await sign()
    }

    /// States a number with its home.
    func state(_ form: MultipartForm, of id: String) async throws {
        let home: StatedValue.Home
        if form.text("home") == "notified" {
            guard let file = form.file("file"), !file.bytes.isEmpty else { throw DraftRefusal(.missingFact, "上级核定的文件") }
            let day = form.text("day") ?? ""
            guard let date = CivilDate(day) else { throw SiteError(.badParameter, subject: "文件日期", detail: day) }
            home = .notified(
                issuer: form.text("issuer") ?? "", document: form.text("document") ?? "", day: date,
                file: try services.book.archive.attachments.store(file.bytes).rawValue)
        } else {
            home = .manual(basis: form.text("basis") ?? "")
        }
        try await desk.state(
            form.text("name") ?? "", (form.text("value") ?? "", form.text("unit") ?? "", home), of: id,
            by: services.actor)
    }
}
