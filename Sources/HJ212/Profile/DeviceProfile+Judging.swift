extension DeviceProfile {
    /// Judges a packet of the device.
    /// - Parameter received: when it arrived, in seconds since 1970-01-01 00:00 UTC.
    public func judge(_ packet: Packet, received: Int64) -> Judgement {
        var tolerances: [Tolerance] = []
        var packet = packet
        if let reason = frameFault(&packet, &tolerances) {
            return Judgement(
                verdict: .refused(reason), packet: packet, time: nil, tolerances: tolerances, answer: nil)
        }
        judgeHead(packet, &tolerances)
        let (time, timeFault) = judgeTime(of: packet, received: received, &tolerances)
        var verdict = Judgement.Verdict.accepted
        if let reason = headFault(packet) {
            verdict = .quarantined(reason)
        } else if let timeFault {
            verdict = .quarantined(timeFault)
        }
        let answer = answer(to: packet, verdict)
        if answer != nil, packet.exchangeNumber == nil { tolerances.append(.answerWithoutNumber) }
        return Judgement(verdict: verdict, packet: packet, time: time, tolerances: tolerances, answer: answer)
    }

    // MARK: Frame

    private func frameFault(_ packet: inout Packet, _ tolerances: inout [Tolerance]) -> Judgement.Reason? {
        if packet.frame.boundary == .broken { return .broken }
        if packet.isCiphered {
            do throws(DecipherError) {
                let deciphered = try packet.deciphered(with: keys)
                packet = deciphered.packet
                switch deciphered.role {
                case .current: break
                case .proposed: tolerances.append(.proposedKey)
                case .former: tolerances.append(.formerKey)
                }
                if deciphered.isLengthOfWire { tolerances.append(.lengthOfWire) }
            } catch {
                switch error.code {
                case .noKey, .noCipher, .notCiphered: return .keyMissing
                case .malformed: return .cipherMalformed
                case .wrongKey: return .keyWrong
                }
            }
        } else if keys.current != nil, dialect == .v2025, packet.commandNumber?.isCiphered == true,
            !packet.content.isEmpty, packet.content.bytes.count >= SM4.blockBytes
        {
            tolerances.append(.clearContent)
        }
        guard let tolerance = checksumTolerance(packet.frame.checksum) else { return .wrongChecksum }
        // A length field cannot name it, so nothing but 256 check values speaks for it.
        if packet.frame.segment.count > Limits.writableSegmentBytes { return .segmentTooLong }
        if packet.frame.checksum != .right { tolerances.append(tolerance) }
        if !packet.frame.isLengthRight { tolerances.append(.length) }
        return nil
    }

    /// Under which name a check value passes; nil when it does not.
    private func checksumTolerance(_ match: ChecksumMatch) -> Tolerance? {
        guard match == .right || checksums.contains(match) else { return nil }
        switch match {
        case .right, .unpadded: return .checksumUnpadded
        case .swapped: return .checksumSwapped
        case .modbus, .modbusSwapped: return .checksumModbus
        case .wrong, .notHex, .absent: return .checksumIgnored
        }
    }

    // MARK: Head

    private func headFault(_ packet: Packet) -> Judgement.Reason? {
        if packet.head(.mn)?.isEmpty ?? true { return .deviceMissing }
        if let password, packet.head(.pw)?.equals(password) != true { return .wrongPassword }
        return packet.commandNumber == nil ? .commandMissing : nil
    }

    private func judgeHead(_ packet: Packet, _ tolerances: inout [Tolerance]) {
        if let flag = packet.flag {
            if flag.versionBits > ProtocolVersion.v2025.flagBits {
                tolerances.append(.unknownVersion)
            } else if flag.versionBits != dialect.flagBits {
                tolerances.append(.otherDialect)
            }
        }
        if let count = packet.head(.pnum), let number = packet.head(.pno) {
            if packet.part == nil { tolerances.append(.partNumbers) }
            if max(count.bytes.count, number.bytes.count) > dialect.partDigits { tolerances.append(.partWidth) }
        } else if packet.flag?.isSplit == true {
            tolerances.append(.partNumbers)
        }
        if let mark = packet.head(.rf) {
            if mark.integer != 1 { tolerances.append(.resendMark) }
            if dialect != .v2025 { tolerances.append(.resendMarkEarly) }
        }
        if packet.head(.st)?.isEmpty ?? true, systemType != nil { tolerances.append(.systemTypeFromRecord) }
    }

    /// Answers, requests, and what is set aside, are not answered with 9014 unless the device waits for it.
    private func answer(to packet: Packet, _ verdict: Judgement.Verdict) -> Judgement.Answer? {
        switch verdict {
        case .refused, .quarantined(.deviceMissing), .quarantined(.wrongPassword): return nil
        case .accepted, .quarantined: break
        }
        switch packet.commandNumber {
        case .clockNotice, .heartbeat: return .notice
        case .makersSignIn, .makersHeartbeat: return makersAnswer == .dataAnswer ? .data : .notice
        case .some(let command) where command.isAnswer: return nil
        // Keys are made by the platform. Who is told that we have the one it made would go on with it, and we could not.
        case .keyExchange where dialect == .v2025 && packet.parameter("NewSK") != nil: return nil
        default: return packet.wantsAnswer && answers == .asAsked ? .data : nil
        }
    }
}
