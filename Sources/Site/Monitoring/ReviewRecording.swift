import Ledger
import Monitoring
import Records
import Registry
import Standards
import Storage

/// Puts a posted review on record, or says why not.
struct ReviewRecording {
    let services: SiteServices

    /// - Returns: the last record, or the attempt with the reason of its refusal.
    func record(
        _ attempt: ReviewAttempt, of station: String, on date: CivilDate
    ) async throws -> Result<Int64, RefusedReview> {
        if let problem = Self.problem(with: attempt) { return .failure(refused(attempt, problem)) }
        let empty = try await hoursWithoutData(attempt.hours, of: station, on: date)
        if !empty.isEmpty {
            return .failure(refused(attempt, "\(HourText.list(empty))没有收到数据，无可审核，没有记入。请去掉这些时段再提交。"))
        }
        let decision: ReviewActions.Decision = attempt.decision == "doubt" ? .doubted : .accepted
        let actions = attempt.hours.map { hour in
            ReviewActions.reviewHour(
                of: station, start: Instant(beijing: date, hour: hour - 1), items: attempt.items.map(\.rawValue),
                decision: decision, reason: decision == .doubted ? attempt.reason : "", note: attempt.note,
                reviewer: attempt.reviewer, by: services.actor)
        }
        do {
            let records = try await services.book.record(actions)
            return .success(records.last?.sequence ?? 0)
        } catch let error as RecordsError {
            return .failure(refused(attempt, Self.message(error)))
        }
    }

    private func hoursWithoutData(_ hours: [Int], of id: String, on date: CivilDate) async throws -> [Int] {
        let catalog = services.book.archive.catalog
        return try await services.book.database.read { connection in
            guard let station = try RegistryStore.object(id, in: connection), station.kind == .station else {
                throw SiteError(.unknownObject, subject: "站点", detail: id)
            }
            let day = try AirHourStore.day(date, stations: [station], catalog: catalog, in: connection).first
            return hours.filter { day?.hours[$0 - 1].hasMessage != true }
        }
    }

    private func refused(_ attempt: ReviewAttempt, _ message: String) -> RefusedReview {
        var attempt = attempt
        attempt.error = message
        return RefusedReview(attempt: attempt)
    }

    /// What the form itself can tell; the book checks again.
    private static func problem(with attempt: ReviewAttempt) -> String? {
        if !attempt.hasToken { return "页面已过期，没有记入。内容还在，请核对后再提交一次。" }
        if !["accept", "doubt"].contains(attempt.decision) { return "没有选择认可或存疑，没有记入。请按“认可”或“存疑”。" }
        if attempt.hours.isEmpty { return "没有选择时段，没有记入。请先在左表勾选要审核的时段。" }
        if attempt.items.isEmpty { return "没有选择项目，没有记入。请至少勾选一个项目。" }
        if attempt.reviewer.isEmpty { return "没有填写审核人，没有记入。请填写姓名。" }
        if attempt.decision == "doubt" {
            guard let reason = ReviewReason(rawValue: attempt.reason) else { return "存疑须选择理由，没有记入。请选择一个理由。" }
            if reason == .other, attempt.note.isEmpty { return "理由选了“其他”，须写明说明，没有记入。" }
        }
        return nil
    }

    private static func message(_ error: RecordsError) -> String {
        switch (error.code, error.field) {
        case (.invalid, "station"): "\(error.detail)站由上级审核，本局不能审核，没有记入。"
        case (.invalid, "note"): "说明超过 \(error.detail) 字，没有记入。请写短一些。"
        case (.notPermitted, _): "没有审核权限，没有记入。"
        default: "没有记入：\(error.field) \(error.detail)"
        }
    }
}
