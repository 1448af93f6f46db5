package import HJ212
import Storage

/// Why a packet gives no readings until a person has looked. The raw values stand in the table and never change.
package enum QuarantineReason: RawRepresentable, Sendable, Hashable {
    /// Its device is not registered.
    case unknownDevice
    /// Its device's profile sets it aside or refuses it.
    case judged(Judgement.Reason)

    package init?(rawValue: String) {
        if rawValue == Self.unknownDevice.rawValue {
            self = .unknownDevice
        } else {
            guard let reason = Judgement.Reason(rawValue: rawValue) else { return nil }
            self = .judged(reason)
        }
    }

    package var rawValue: String {
        switch self {
        case .unknownDevice: "unknownDevice"
        case .judged(let reason): reason.rawValue
        }
    }
}

extension QuarantineReason {
    /// Those of packets that wait for a key.
    static let ofKeys: [SQLValue] = [Judgement.Reason.keyMissing, .keyWrong].map { .text($0.rawValue) }
}
