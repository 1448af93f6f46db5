import Casework
import Documents
import Dossier
import Monitoring
import Records
import Registry
import Standards
import Storage

/// Makes hours in doubt a matter (非现场监管线索处置), with the hours in a file of its own as evidence.
struct DoubtLead {
    static let procedure = "OFFSITE"

    let services: SiteServices
    let doubt: OutletDoubt

    /// Number of the lead: outlet and day name it for good.
    static func number(_ outlet: String, on date: CivilDate) -> String {
        "CY-\(date.description.replacing("-", with: ""))-\(outlet)"
    }

    /// The matter that was made of it; nil for none.
    static func matter(_ outlet: String, on date: CivilDate, in connection: ReadConnection) throws -> MatterRow? {
        var query = MatterStore.Query()
        query.procedure = procedure
        query.text = "（\(number(outlet, on: date))）"
        return try MatterStore.matters(query, limit: 1, offset: 0, in: connection).first
    }

    /// - Throws: `MatterRefusal`, `CaseFileRefusal`, `RecordsError`.
    func open() async throws -> MatterID {
        let book = services.book
        // Asked first: without somebody who takes the hours in there is no lead.
        let (actor, today) = (services.actor, services.clock().beijingDate)
        let taker = try await book.database.read { try MatterActor.acting(actor, on: today, in: $0).person }
        let number = Self.number(doubt.outlet.id, on: doubt.date)
        let names = doubt.items.map(\.limit.name).joined(separator: "、")
        let matter = MatterDesk(book).mintedID()
        let place = "\(doubt.outlet.text("enterprise")) \(doubt.outlet.name)"
        let starting = MatterStarting(
            Self.procedure, "\(place) \(doubt.date) \(names)数据存疑（\(number)）", reason: "监测数据审核存疑", paper: number,
            book: book)
        try await book.record(try await starting.action(matter, by: services.actor))
        try await take(into: matter, number, by: taker)
        return matter
    }

    private func take(into matter: MatterID, _ number: String, by taker: String) async throws {
        let book = services.book
        let bytes = try DoubtSheet.workbook(of: doubt, HourReviewWords(services.archive.catalog))
        let desk = CaseFileDesk(book)
        let item = EvidenceItem(
            id: EvidenceID(rawValue: desk.mintedID()), number: 0, kind: .electronic, title: "存疑小时值 \(number)",
            content: .file(
                try book.archive.attachments.store(bytes), name: "存疑小时值-\(number).xlsx", bytes: Int64(bytes.count)),
            proves: "自动监测数据存疑的时段、数值、设备标记和理由", day: services.clock().beijingDate, place: "本局自动监测系统", takers: [taker])
        try await desk.take(item, into: matter, by: services.actor)
    }
}
