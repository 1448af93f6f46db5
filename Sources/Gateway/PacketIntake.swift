import HJ212
import Storage

/// What is done with packets when they arrive: what is kept, and what their senders are told once it is on disk.
///
/// Nothing here decides what a packet means for the bureau; that is read from the log afterwards.
package struct PacketIntake: Sendable {
    /// What was taken in at one go.
    struct Taken {
        /// To be put on disk.
        var entries = PacketBatch()
        /// To be sent when they are there.
        var answers: [UInt8] = []
        /// How many answers that is.
        var answerCount = 0
        /// The device of each packet, also of those that are not kept.
        var numbers: [String] = []
        /// What the best of them shows of its connection.
        var shows = ConnectionStanding.silent
        /// What is told of the packets of registered devices then: where each stands among the entries, and its packet.
        var heard: [(index: Int, packet: Packet, mn: String, profile: DeviceProfile, usesProposedKey: Bool)] =
            []
        /// Bytes of the packets that are kept.
        var byteCount = 0
        /// What of the quota is taken up by them.
        var charge = 0
        /// Why the connection is to be closed: a packet was not kept because a quota is used up.
        var closing: ConnectionClosing?
    }

    private let devices: DeviceDirectory
    private let capturesUnknown: Bool
    let tally: GatewayTally

    /// - Parameter capturesUnknown: answers devices that are not registered as if they were, whatever the switch on the
    ///   screen says (`CaptureSwitch`), for the time in which a bureau takes its devices over.
    package init(devices: DeviceDirectory, capturesUnknown: Bool, tally: GatewayTally) {
        self.devices = devices
        self.capturesUnknown = capturesUnknown
        self.tally = tally
    }

    /// Judges frames that arrived together.
    ///
    /// - Parameter wallMilliseconds: what our clock says, where the time of receipt was held up because it went back; the
    ///   end of a switch is kept by it.
    func take(
        _ frames: [Frame], from peer: String, receivedMilliseconds: Int64, wallMilliseconds: Int64? = nil
    ) -> Taken {
        let register = devices.snapshot
        let known = register.devices
        let captures =
            capturesUnknown || register.capture.isOn(atMilliseconds: wallMilliseconds ?? receivedMilliseconds)
        let host = PacketEntry.host(of: peer)
        var taken = Taken()
        var counts = GatewayTally.Counts()
        for frame in frames {
            let packet = Packet(frame)
            let mn = packet.deviceNumber
            let device = known[mn]
            taken.numbers.append(mn)
            // Also while they are answered: an open port must not let anybody fill the disk.
            if device == nil {
                guard devices.quota.admits(frame.bytes.count, from: host) else {
                    taken.closing = .quota
                    counts.lost += 1
                    continue
                }
                taken.charge += QuarantineQuota.charge(frame.bytes.count)
            }
            let profile = device?.profile(for: packet) ?? DeviceProfile(Dialect(guessedFrom: packet))
            let judgement = profile.judge(packet, received: receivedMilliseconds / 1000)
            let verdict = PacketVerdict(judgement)
            counts.add(verdict, judgement)
            if device != nil, !verdict.isAccepted,
                !devices.quota.admitsEvidence(frame.bytes.count, from: host, at: receivedMilliseconds)
            {
                // Nobody was told that we have it, and what is kept already shows what the peer sends.
                taken.closing = taken.closing ?? .damaged
                counts.lostEvidence += 1
                continue
            }
            if verdict.isAccepted { taken.shows = max(taken.shows, device == nil ? .unregistered : .registered) }
            if device != nil || captures {
                if PacketWriter.appendReply(to: judgement, as: profile.dialect, to: &taken.answers) {
                    taken.answerCount += 1
                }
            } else if judgement.answer != nil {
                // Whoever is told that we have it may forget it, and nobody here knows yet whose it is.
                counts.unanswered += 1
            }
            if device != nil, judgement.verdict == .accepted {
                taken.heard.append(
                    (
                        taken.entries.count, judgement.packet, mn, profile,
                        judgement.tolerances.contains(.proposedKey)
                    ))
            }
            taken.byteCount += frame.bytes.count
            taken.entries.add(
                receivedMilliseconds: receivedMilliseconds, peer: peer, verdict: verdict.rawValue, raw: frame.bytes)
        }
        tally.add(counts)
        return taken
    }

    /// What was taken in could not be put on disk.
    func notKept(_ taken: Taken, from peer: String) {
        if taken.charge > 0 { devices.quota.giveBack(taken.charge, from: PacketEntry.host(of: peer)) }
        tally.notWritten()
    }
}
