import Gateway
import Ledger
import Records
import Storage

/// Puts a posted change of an upper platform on record, or says why not.
struct UpstreamRecording {
    let services: SiteServices

    /// A change that was not recorded, with the reason in its `error`.
    struct Refused: Error {
        let attempt: UpstreamAttempt
    }

    /// - Parameter isNew: a platform that is added must not replace one of the same id.
    /// - Returns: the record.
    func set(_ attempt: UpstreamAttempt, isNew: Bool) async throws -> Result<Int64, Refused> {
        guard attempt.hasToken else { return refused(attempt, "页面已过期，没有记入。内容还在，请核对后再提交一次。") }
        switch attempt.upstream {
        case .failure(let fault): return refused(attempt, UpstreamWords.refusal(fault.field, fault.detail))
        case .success(let upstream):
            let isThere = try await services.book.database.read {
                try UpstreamStore.upstream(upstream.id, in: $0) != nil
            }
            if isNew, isThere { return refused(attempt, "代号 \(upstream.id) 已有上级平台使用。没有记入，请换一个代号。") }
            return try await record(
                UpstreamActions.set(
                    upstream, since: services.book.archive.packets.durableEnd, reason: attempt.reason,
                    person: attempt.person, by: services.actor), attempt)
        }
    }

    /// Ends forwarding.
    func remove(_ attempt: UpstreamAttempt) async throws -> Result<Int64, Refused> {
        guard attempt.hasToken else { return refused(attempt, "页面已过期，没有停止转发。请再提交一次。") }
        return try await record(
            UpstreamActions.remove(
                attempt.id, reason: attempt.reason, person: attempt.person, by: services.actor), attempt)
    }

    private func record(_ action: Action, _ attempt: UpstreamAttempt) async throws -> Result<Int64, Refused> {
        do {
            return .success(try await services.book.record(action).sequence)
        } catch let error as RecordsError where error.code == .invalid {
            return refused(attempt, UpstreamWords.refusal(error.field, error.detail))
        } catch let error as RecordsError where error.code == .notPermitted {
            return refused(attempt, "没有设置上级平台的权限（\(error.detail)），没有记入。")
        }
    }

    private func refused(_ attempt: UpstreamAttempt, _ message: String) -> Result<Int64, Refused> {
        var attempt = attempt
        attempt.error = message
        return .failure(Refused(attempt: attempt))
    }
}
