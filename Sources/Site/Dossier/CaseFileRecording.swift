import Casework
import Dossier
import Law
import Ledger
import Records
import Registry
import Standards
import Storage

/// Puts what forms of case files say on record.
struct CaseFileRecording {
    let services: SiteServices
    let matter: MatterID

    private var desk: CaseFileDesk { CaseFileDesk(services.book) }

    func party(_ fields: FormFields) async throws -> LedgerRecord {
        let follows = fields.first("follows").flatMap { Int64($0) }
        let id = fields.first("item") ?? desk.mintedID()
        let isRemoved = fields.first("removal") != nil
        var party = Party(fields)
        if isRemoved {
            let matter = matter
            let entries = try await services.book.database.read { try CaseEntryStore.entries(of: matter, in: $0) }
            // What is taken off says nothing of people any more.
            guard entries.contains(where: { $0.item == id }) else { throw CaseFileRefusal(.unknown, id) }
            party = Party(kind: .citizen, name: "")
        }
        party.id = id
        return try await desk.state(
            party, of: matter, after: follows, reason: fields.first("reason") ?? "", isRemoved: isRemoved,
            by: services.actor)
    }

    func charge(_ fields: FormFields) async throws -> LedgerRecord {
        let (matter, actor) = (matter, services.actor)
        let follows = fields.first("follows").flatMap { Int64($0) }
        let reason = fields.first("reason")
        switch fields.first("act") {
        case "law":
            guard let provision = fields.first("provision").flatMap({ CivilDate($0) }) else {
                throw CaseFileRefusal(.missing, "适用的法律")
            }
            return try await desk.decideLaw(
                provision, of: fields.first("item") ?? "", in: matter, reason: reason ?? "", after: follows ?? 0,
                by: actor)
        case "weigh":
            let tables = try DiscretionBook(services.book.archive.catalog).all
            let table = tables.first { $0.id == fields.first("table") }
            guard let proposed = fields.first("proposed").flatMap({ Money(yuan: $0) }) else {
                throw CaseFileRefusal(.wrong, "拟处罚款应为数额（元，至多两位小数）")
            }
            return try await desk.weigh(
                DiscretionRequest(fields, table), table: fields.first("table"), proposed: proposed, reason: reason,
                for: fields.first("item") ?? "", of: matter, after: follows ?? 0, by: actor)
        case "removal":
            let id = fields.first("item") ?? ""
            let entries = try await services.book.database.read { try CaseEntryStore.entries(of: matter, in: $0) }
            guard let charge = CaseFileStore.charge(id, in: entries) else { throw CaseFileRefusal(.unknown, id) }
            return try await desk.state(
                charge, of: matter, after: follows, reason: reason ?? "", isRemoved: true, by: actor)
        default:
            return try await desk.state(
                try charge(said: fields), of: matter, after: follows, reason: reason ?? "", by: actor)
        }
    }

    private func charge(said fields: FormFields) throws -> Charge {
        guard let from = fields.first("from").flatMap({ CivilDate($0) }),
            let to = fields.first("to").flatMap({ CivilDate($0) })
        else { throw CaseFileRefusal(.wrong, "行为日期应写成 2026-11-21") }
        var charge = Charge(
            id: fields.first("item") ?? desk.mintedID(), violation: fields.first("violation") ?? "",
            conduct: try Conduct(start: from, end: to), facts: fields.first("facts") ?? "")
        charge.isContinuing = fields.first("continuing") != nil
        charge.hasRefused = fields.first("refused") != nil
        charge.isSerious = fields.first("serious") != nil
        charge.hasCausedHarm = fields.first("harmful") != nil
        charge.tiers = fields.all("tier").filter { !$0.isEmpty }
        if let text = fields.first("base") {
            guard let base = Money(yuan: text) else { throw CaseFileRefusal(.wrong, "计算罚款的数额“\(text)”不是数额") }
            charge.base = base
        }
        if let text = fields.first("discovered") {
            guard let day = CivilDate(text) else { throw CaseFileRefusal(.wrong, "发现日期应写成 2026-11-21") }
            charge.discovered = day
        }
        for (name, text) in fields.pairs where name.hasPrefix("m.") && !text.trimmingBlanks.isEmpty {
            guard let amount = ExactDecimal(text.trimmingBlanks) else {
                throw CaseFileRefusal(.wrong, "移送标准的数值“\(text)”不是数")
            }
            charge.measured[String(name.dropFirst(2))] = Rational(amount)
        }
        return charge
    }

    func deed(_ fields: FormFields, _ item: EvidenceID) async throws -> LedgerRecord {
        if fields.first("act") == "exclusion" {
            return try await desk.exclude(
                item, from: matter, reason: fields.first("reason") ?? "", by: services.actor)
        }
        guard let day = fields.first("day").flatMap({ CivilDate($0) }) else {
            throw CaseFileRefusal(.wrong, "日期应写成 2026-11-21")
        }
        return try await desk.move(
            item, in: matter, deed: fields.first("deed") ?? "", day: day, note: fields.first("note") ?? "",
            by: services.actor)
    }

    /// A decision that was disclosed, with the picture of the page where one came along.
    func publication(_ form: MultipartForm) async throws -> LedgerRecord {
        guard let day = form.text("day").flatMap({ CivilDate($0) }) else {
            throw CaseFileRefusal(.wrong, "公开日期应写成 2026-11-21")
        }
        var picture: AttachmentID?
        if let file = form.file("file") {
            let name = String((file.fileName ?? "").split(whereSeparator: { "/\\".contains($0) }).last ?? "")
            _ = try AttachmentForm.of(file.bytes, named: name)
            picture = try services.book.archive.attachments.store(file.bytes)
        }
        return try await desk.disclose(
            form.text("document") ?? "", of: matter, id: desk.mintedID(),
            .published(place: form.text("place") ?? "", address: form.text("address") ?? "", picture: picture),
            day: day, number: form.text("number") ?? "", hiding: form.text("hiding") ?? "", by: services.actor)
    }

    /// A decision that is not disclosed, or that was taken back.
    func disclosure(_ fields: FormFields) async throws -> LedgerRecord {
        guard let day = fields.first("day").flatMap({ CivilDate($0) }) else {
            throw CaseFileRefusal(.wrong, "日期应写成 2026-11-21")
        }
        let reason = fields.first("reason") ?? ""
        if fields.first("act") == "withdrawal" {
            return try await desk.withdraw(
                fields.first("item") ?? "", in: matter, day: day, reason: reason, by: services.actor)
        }
        return try await desk.disclose(
            fields.first("document") ?? "", of: matter, id: desk.mintedID(),
            .withheld(ground: fields.first("ground") ?? "", reason: reason), day: day, by: services.actor)
    }

    func evidence(_ form: MultipartForm) async throws -> LedgerRecord {
        let matter = matter
        let id = EvidenceID(rawValue: desk.mintedID())
        if let original = form.text("original") {
            let items = try await services.book.database.read { try EvidenceStore.items(of: matter, in: $0) }
            guard let whole = items.first(where: { $0.id.rawValue == original }) else {
                throw CaseFileRefusal(.unknown, original)
            }
            var copy = EvidenceItem(
                id: id, number: 0, kind: whole.kind, title: whole.title, content: try content(form),
                proves: whole.proves, day: whole.day, place: whole.place, takers: whole.takers)
            copy.derivedFrom = whole.id
            copy.derivation = form.text("derivation")
            return try await desk.take(copy, into: matter, by: services.actor)
        }
        guard let kind = EvidenceKind(rawValue: form.text("kind") ?? "") else { throw CaseFileRefusal(.missing, "种类") }
        guard let day = form.text("day").flatMap({ CivilDate($0) }) else {
            throw CaseFileRefusal(.wrong, "取得日期应写成 2026-11-21")
        }
        var takers: [String] = []
        for name in ["taker1", "taker2"] {
            if let taker = form.text(name), !takers.contains(taker) { takers.append(taker) }
        }
        var item = EvidenceItem(
            id: id, number: 0, kind: kind, title: form.text("title") ?? "", content: try content(form),
            proves: form.text("proves") ?? "", day: day, place: form.text("place") ?? "", takers: takers)
        item.provider = form.text("provider") ?? ""
        item.document = form.text("document")
        if let occasion = form.text("occasion") {
            item.values[RecordingFinding.occasionKey] = .text(occasion)
            item.values[RecordingFinding.uninterruptedKey] = .text(form.text("uninterrupted") == nil ? "否" : "是")
        }
        if let sample = try await sample(form) { item.values.merge(sample.values) { $1 } }
        return try await desk.take(item, into: matter, by: services.actor)
    }

    /// What was measured on the spot; nil where the form speaks of none.
    private func sample(_ form: MultipartForm) async throws -> SpotSample? {
        guard let chosen = form.text("channel") else { return nil }
        let (matter, catalog, now) = (matter, services.book.archive.catalog, services.clock())
        let entry = try await services.book.database.read { connection in
            let file = try CaseFileStore.file(of: matter, catalog: catalog, now: now, in: connection)
            return try ChannelChoices(file?.parties ?? [], in: connection).entry(chosen)
        }
        guard let entry else { throw CaseFileRefusal(.unknown, chosen) }
        guard let from = form.text("sampledFrom").flatMap(Self.moment),
            let to = form.text("sampledTo").flatMap(Self.moment)
        else { throw CaseFileRefusal(.wrong, "采样时间应写成 2026-11-20 10:00") }
        if to < from { throw CaseFileRefusal(.wrong, "采样结束在开始之前") }
        guard let result = form.text("result") else { throw CaseFileRefusal(.missing, "监测结果") }
        return SpotSample(
            channel: entry.channel, from: from, to: to, result: result, isStatutory: form.text("statutory") != nil)
    }

    private static func moment(_ text: String) -> Instant? {
        StepAttempt.moment(text.trimmingBlanks.replacing(" ", with: "T"))
    }

    /// The file that came along, stored under its hash, or where the thing lies.
    private func content(_ form: MultipartForm) throws -> EvidenceItem.Content {
        guard let file = form.file("file") else {
            guard let place = form.text("thing") else { throw CaseFileRefusal(.missing, "文件或者实物存放处") }
            return .thing(place)
        }
        let name = String((file.fileName ?? "").split(whereSeparator: { "/\\".contains($0) }).last ?? "")
        _ = try AttachmentForm.ofEvidence(file.bytes, named: name)
        let stored = try services.book.archive.attachments.store(file.bytes)
        return .file(stored, name: String(name.suffix(200)), bytes: Int64(file.bytes.count))
    }
}
