package import Storage

/// A command to a device as the records tell of it.
package struct DeviceCommand: Sendable {
    /// How far it is.
    package enum Stage: String, Sendable {
        /// A second person has to confirm it.
        case unconfirmed
        /// It waits for the device, or for another command of the device to end.
        case waiting
        /// It was sent.
        case running
        /// It is over; `outcome` says how.
        case ended
        /// It was given up before it was sent.
        case withdrawn
    }

    /// Why it was asked for.
    package enum Origin: String, Sendable {
        case person
        /// Periods are missing.
        case gap
        /// The clock is looked at every day.
        case clockCheck = "clock-check"
        /// The clock is wrong, or the device asked for its time.
        case clockSetting = "clock-setting"
    }

    package let id: String
    /// The record that asks for it.
    package let sequence: Int64
    /// The device, in upper case.
    package let mn: String
    /// `CommandName`, or a name of a later version.
    package let name: String
    package let parameters: [String: String]
    package let reason: String
    package let basis: String
    package let matter: String
    package let noticeOn: String
    package let noticeManner: String
    package let origin: Origin
    /// Who asked.
    package let actor: String
    package let requestedMilliseconds: Int64
    package let confirmedBy: String?
    package let withdrawnBy: String?
    package let withdrawalReason: String?
    package let stage: Stage
    /// The number under which it was sent.
    package let qn: String?
    package let startedMilliseconds: Int64?
    package let endedMilliseconds: Int64?
    package let outcome: CommandOutcome?
    /// What the device told, by names of the protocol.
    package let answer: [String: String]
    /// By how much the device's clock was ahead, where it was read, in milliseconds.
    package let driftMilliseconds: Int64?
    /// `ExeRtn` that came after the command had been given up.
    package let lateCode: Int?
    /// Our packets.
    package let sent: [PacketAddress]
    /// The device's packets: the first ones.
    package let received: [PacketAddress]
    /// How many packets of the device there were in all.
    package let receivedCount: Int
}
