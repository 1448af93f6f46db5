import Ledger
import Monitoring
import Records
import Registry
import Standards
import Storage

/// Puts a posted review on record, or says why not.
struct ReviewRecording {
    private static let decisions: [String: HourReview.Decision] = [
        "accept": .accepted, "doubt": .doubted, "reject": .rejected,
    ]

    let services: SiteServices

    /// - Returns: the record, or the attempt with the reason of its refusal.
    func record(
        _ attempt: ReviewAttempt, of station: String, on date: CivilDate
    ) async throws -> Result<Int64, RefusedReview> {
        if let problem = try problem(with: attempt) { return .failure(refused(attempt, problem)) }
        guard let decision = Self.decisions[attempt.decision] else {
            return .failure(refused(attempt, "没有选择认可、存疑或剔除，没有记入。"))
        }
        let day = try await self.day(date, of: station)
        let empty = attempt.hours.filter { day?.hours[$0 - 1].hasMessage != true }
        if !empty.isEmpty {
            return .failure(refused(attempt, "\(HourText.list(empty))没有收到数据，无可审核，没有记入。请去掉这些时段再提交。"))
        }
        let cells = attempt.hours.flatMap { hour in
            attempt.items.compactMap { item -> ReviewCell? in
                guard let reading = day?.hours[hour - 1].readings[item] else { return nil }
                return ReviewCell(start: reading.start, item: item.rawValue, judged: JudgedValue.text(reading))
            }
        }
        if cells.isEmpty { return .failure(refused(attempt, "所选项目没有收到数据，无可审核，没有记入。请换选项目。")) }
        do {
            let record = try await services.book.record(
                ReviewActions.decide(
                    decision, on: cells, of: station, reason: decision.needsReason ? attempt.reason : "",
                    note: attempt.note, citation: decision.needsReason ? attempt.citation : "",
                    reviewer: attempt.reviewer, by: services.actor))
            return .success(record.sequence)
        } catch let error as RecordsError {
            return .failure(refused(attempt, ReviewRefusal.message(error)))
        }
    }

    private func day(_ date: CivilDate, of id: String) async throws -> AirStationDay? {
        let catalog = services.book.archive.catalog
        return try await services.book.database.read { connection in
            guard let station = try RegistryStore.object(id, in: connection), station.kind == .station else {
                throw SiteError(.unknownObject, subject: "站点", detail: id)
            }
            return try AirHourStore.day(date, stations: [station], catalog: catalog, in: connection).first
        }
    }

    private func refused(_ attempt: ReviewAttempt, _ message: String) -> RefusedReview {
        var attempt = attempt
        attempt.error = message
        return RefusedReview(attempt: attempt)
    }

    /// What the form itself can tell; the book checks again.
    private func problem(with attempt: ReviewAttempt) throws -> String? {
        if !attempt.hasToken { return "页面已过期，没有记入。内容还在，请核对后再提交一次。" }
        if Self.decisions[attempt.decision] == nil { return "没有选择认可或存疑，没有记入。请按“认可”“存疑”或“剔除”。" }
        if attempt.hours.isEmpty { return "没有选择时段，没有记入。请先在左表勾选要审核的时段。" }
        if attempt.items.isEmpty { return "没有选择项目，没有记入。请至少勾选一个项目。" }
        if attempt.reviewer.isEmpty { return "没有填写审核人，没有记入。请填写姓名。" }
        guard attempt.decision != "accept" else { return nil }
        let reasons = try HourReviewReasons(services.archive.catalog, on: services.clock().beijingDate)
        guard let reason = reasons.reason(attempt.reason) else { return "存疑须选择理由，剔除也是，没有记入。请选择一个理由。" }
        if reason.needsNote, attempt.note.isEmpty { return "理由选了“\(reason.title)”，须写明说明，没有记入。" }
        return nil
    }
}
