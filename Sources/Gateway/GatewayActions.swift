import Ledger
package import Records
package import Standards

/// What may be put on record about the gateway itself.
package enum GatewayActions {
    /// The right to say whether unregistered devices are answered.
    package static let capture = Permission(rawValue: "gateway.capture")

    /// The action that switches capture (接管) on or off.
    package static let captureSet = "gateway.capture.set"

    /// Answered devices forget what they sent, so nobody must forget that this is on: it ends by itself.
    package static let greatestCaptureDays = 30
    /// Letters of a reason.
    package static let greatestReasonLength = 200

    /// Answers devices that are not registered as if they were, or stops doing so.
    ///
    /// - Parameters:
    ///   - until: the moment at which it ends by itself; nil switches it off now.
    ///   - reason: why.
    package static func setCapture(until: Instant?, reason: String, by actor: Actor) -> Action {
        Action(
            actor: actor, name: captureSet, subject: "gateway",
            body: [
                "kind": "capture", "version": 1, "isOn": .bool(until != nil),
                "until": until.map { .integer($0.secondsSince1970) } ?? .null, "reason": .string(reason),
            ])
    }

    package static let kinds: [ActionKind] = [
        ActionKind(
            name: captureSet, word: "设置接管", effect: .none, permission: capture,
            checkingAt: { action, _, now in
                let reason = action.body["reason"]?.text ?? ""
                guard (1...greatestReasonLength).contains(reason.count) else {
                    throw RecordsError(.invalid, field: "reason", detail: "\(greatestReasonLength)")
                }
                guard action.body["isOn"]?.bool == true else { return }
                let seconds = (action.body["until"]?.integer ?? 0) - now / 1_000
                guard seconds > 0, seconds <= Int64(greatestCaptureDays) * 86_400 else {
                    throw RecordsError(.invalid, field: "until", detail: "\(greatestCaptureDays)")
                }
            })
    ]
}
