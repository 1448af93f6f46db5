import Gateway
import Records
import Standards

/// A posted switch of 接管.
struct CaptureAttempt: Sendable {
    let isOn: Bool
    let days: String
    let reason: String
    let hasToken: Bool
    /// Why it was refused; nil before it was tried.
    var error: String?

    init(_ fields: FormFields, token: FormToken) {
        isOn = fields.first("capture") == "on"
        days = fields.first("days") ?? ""
        reason = fields.first("reason") ?? ""
        hasToken = token.isIn(fields)
    }

    /// Puts it on record.
    ///
    /// - Returns: the attempt with the reason of its refusal; nil when it is on record.
    func record(with services: SiteServices) async throws -> CaptureAttempt? {
        var refused = self
        guard hasToken else {
            refused.error = "页面已过期，没有记入。请再提交一次。"
            return refused
        }
        var until: Instant?
        if isOn {
            guard let count = Int(days), (1...GatewayActions.greatestCaptureDays).contains(count) else {
                refused.error = "天数“\(days)”不是 1—\(GatewayActions.greatestCaptureDays) 的整数，没有记入。"
                return refused
            }
            until = services.clock().adding(seconds: count * 86_400)
        }
        do {
            try await services.book.record(
                GatewayActions.setCapture(until: until, reason: reason, by: services.actor))
            return nil
        } catch let error as RecordsError {
            refused.error = AdoptionWords.refusal(error)
            return refused
        }
    }
}
