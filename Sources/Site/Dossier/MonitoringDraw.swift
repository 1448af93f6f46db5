import Casework
import Dossier
import Gateway
import Ledger
import Logging
import Monitoring
import Records
import Registry
import Reporting
import Standards
import Storage

/// Draws monitoring data as evidence (调取): a document of the outlet's day is sealed, so that each of its numbers is a claim that
/// leads to the packets, and the case file takes the claim in with what is known of the device then.
struct MonitoringDraw {
    let services: SiteServices
    let logger: Logger
    let matter: MatterID

    /// The document that is sealed, and the figure whose claim is the evidence.
    private static let document = "outlet-day"
    private static let figure = "outlet.day.hours"
    /// So far back a calibration is looked for.
    private static let calibrationDays = 90

    /// - Throws: `CaseFileRefusal` with what is missing or wrong; what sealing throws.
    func draw(_ fields: FormFields) async throws -> LedgerRecord {
        guard let day = fields.first("day").flatMap({ CivilDate($0) }) else {
            throw CaseFileRefusal(.wrong, "数据日期应写成 2026-11-21")
        }
        let (matter, catalog, now) = (matter, services.book.archive.catalog, services.clock())
        let entry = try await services.book.database.read { connection in
            let file = try CaseFileStore.file(of: matter, catalog: catalog, now: now, in: connection)
            return try ChannelChoices(file?.parties ?? [], in: connection).entry(fields.first("channel"))
        }
        guard let entry else { throw CaseFileRefusal(.missing, "排放口和项目") }
        guard let reason = fields.first("reason") else { throw CaseFileRefusal(.missing, "调取事由") }
        guard let proves = fields.first("proves") else { throw CaseFileRefusal(.missing, "证明对象") }
        let takers = ["taker1", "taker2"].compactMap { fields.first($0) }
        guard !takers.isEmpty else { throw CaseFileRefusal(.missing, "取证人员") }
        guard let sign = services.sign else { throw CaseFileRefusal(.wrong, "本服务没有台账签名密钥，不能调取为证据") }
        let sealed = try await seal(day, entry.outlet.id)
        try await sign()
        let claim = try await claim(
            of: sealed,
            FigureRequest(
                Self.figure, on: day, ["outlet": entry.outlet.id, "item": entry.limit.seriesItem]))
        let desk = CaseFileDesk(services.book)
        var item = EvidenceItem(
            id: EvidenceID(rawValue: desk.mintedID()), number: 0, kind: .electronic,
            title: "自动监测数据：\(entry.channel.outletName) \(entry.limit.name) \(day)", content: .claim(claim.rawValue),
            proves: proves, day: now.beijingDate, place: "本局自动监测系统",
            takers: takers.reduce(into: []) { unique, taker in
                if !unique.contains(taker) { unique.append(taker) }
            })
        item.values = try await data(entry, on: day, reason, sealed.sequence).values
        let record = try await desk.take(item, into: matter, by: services.actor)
        _ = try await desk.move(
            item.id, in: matter, deed: "调取", day: now.beijingDate, note: reason, by: services.actor)
        return record
    }

    /// The document of the day as it stands on record; the one that was sealed before where nothing changed since.
    private func seal(_ day: CivilDate, _ outlet: String) async throws -> SealedDocument {
        let sealing = ReportSealing(
            services: services, keeper: SegmentKeeper(book: services.book, logger: logger))
        let period = ReportPeriod(day, .day, about: outlet).address
        do {
            return try await sealing.seal(
                Self.document, period: period, site: services.publicAddress, isDrawing: true, by: services.actor)
        } catch let error as ReportingError where error.code == .unchanged {
            let earlier = try await services.book.database.read { connection in
                try Int64(error.detail).flatMap { try SealStore.document($0, in: connection) }
            }
            guard let earlier else { throw error }
            return earlier
        } catch let error as ReportingError where error.code == .periodOpen {
            throw CaseFileRefusal(.wrong, error.message)
        } catch let error as RecordsError where error.code == .notPermitted {
            throw CaseFileRefusal(.wrong, "没有调取监测数据的权限（\(error.detail)）")
        } catch let error as GatewayAway {
            throw CaseFileRefusal(.wrong, error.message)
        }
    }

    private func claim(of document: SealedDocument, _ request: FigureRequest) async throws -> ClaimID {
        let archive = services.book.archive
        let hasher = try TreeHasher(document.suite)
        guard let claim = try SealStore.claims(of: document, from: archive, hasher: hasher).id(of: request) else {
            throw ReportingError(.damagedClaim, subject: "\(document.sequence)", detail: request.id)
        }
        return claim
    }

    /// What is known of the device and its marks.
    private func data(
        _ entry: ChannelChoices.Entry, on day: CivilDate, _ reason: String, _ document: Int64
    ) async throws -> DrawnData {
        try await services.book.database.read { connection in
            let hours = try OutletStore.hours(of: entry.outlet.id, entry.limit, on: day, in: connection)
            let calibration = try OutletStore.lastCalibration(
                of: entry.outlet.id, entry.limit, before: Period.day(day).end, days: Self.calibrationDays,
                in: connection)
            let span = Period.day(day)
            let marks = try OutletMarkStore.marks(
                of: [entry.outlet.id], from: span.start, to: span.end, in: connection
            ).filter { $0.item ?? entry.limit.item == entry.limit.item }
            return DrawnData(
                channel: entry.channel, day: day, acceptance: Self.acceptance(hours),
                calibration: calibration.map { "\($0.minuteText) 的数据带校准标记，校准结果系统没有记录" }
                    ?? "此前 \(Self.calibrationDays) 日没有带校准标记的数据，须另行调取校准记录",
                marks: "\(Self.marks(hours))；\(Self.enterprise(marks))", reason: reason, document: document)
        }
    }

    private static func acceptance(_ hours: [OutletHour]) -> String {
        let unaccepted = hours.filter { !$0.isAccepted }.map(\.number)
        if hours.isEmpty { return "当日没有收到数据" }
        if unaccepted.isEmpty { return "当日数据都在设备验收之后" }
        return "\(list(unaccepted))的数据在设备验收之前，不作判定依据"
    }

    private static func marks(_ hours: [OutletHour]) -> String {
        let marked = hours.filter { !["", "N"].contains($0.judged?.flag ?? "") }
        if marked.isEmpty { return "设备没有标记异常" }
        let words = marked.map { "\($0.number)时 \(ReadingFlag.meaning($0.judged?.flag ?? ""))" }
        return words.joined(separator: "、")
    }

    /// What the enterprise marked, as the superior's platform gave it out.
    private static func enterprise(_ marks: [OutletMark]) -> String {
        if marks.isEmpty { return "没有收录企业标记" }
        let words = marks.map { mark in
            let kind = [OutletDaySheet.kind(mark.kind), mark.event].filter { !$0.isEmpty }.joined(separator: " ")
            return "\(mark.span.start.shortMinuteText) 至 \(mark.span.end.shortMinuteText) \(kind)（\(mark.maker)）"
        }
        return "企业标记：\(words.joined(separator: "、"))"
    }

    private static func list(_ hours: [Int]) -> String { hours.map { "\($0)时" }.joined(separator: "、") }
}
