import HJ212
import Logging
import Records
import Storage

extension CommandDesk {
    /// Does what the queue of a device wants.
    func perform(_ actions: [ExchangeQueue.Action], for mn: String, because kept: KeptPacket? = nil) async {
        for action in actions {
            switch action {
            case .started(_, let qn):
                guard let command = devices[mn]?.handed else { continue }
                // What was sent before a restart stands in the book under this number already.
                devices[mn]?.running = DeskDevice.Running(
                    command: command, qn: qn, isRecorded: command.qn == qn, ending: CommandEnding(outcome: .unknown))
            case .exchange(_, .send(let bytes)): await send(bytes, to: mn)
            case .exchange(_, .ended(let outcome)): await finish(mn, CommandOutcome(outcome))
            case .exchange(let id, .late(let result)): await recordLate(id, result, of: mn)
            case .exchange(_, .data(let packet)): note(packet, kept, of: mn)
            case .failed(_, let error):
                guard let command = devices[mn]?.handed else { continue }
                devices[mn]?.handed = nil
                await record(command, Self.unsendable(error))
            case .exchange(_, .wake), .exchange(_, .accepted), .wake: break
            }
        }
    }

    /// Puts the number on record, the packet into the log, and then the packet on its way. What cannot be kept is not sent;
    /// the next repetition tries again.
    private func send(_ bytes: [UInt8], to mn: String) async {
        guard let running = devices[mn]?.running, let line = devices[mn]?.line else { return }
        do {
            if !running.isRecorded {
                try await book.record(
                    CommandActions.start(running.command, qn: running.qn, keyID: devices[mn]?.secret?.keyID))
                devices[mn]?.running?.isRecorded = true
            }
            let now = wallMilliseconds
            let ring = devices[mn]?.queue.keys ?? KeyRing()
            let kept = try devices[mn]?.secret?.hidden(in: bytes, ring: ring) ?? bytes
            let entry = PacketEntry(
                receivedMilliseconds: clock.send(wall: now), peer: line.peer, verdict: PacketVerdict.sent.rawValue,
                raw: Self.withoutLineEnd(kept))
            if let address = try await book.archive.packets.append([entry]).first {
                devices[mn]?.running?.ending.sent.append(address)
            }
            devices[mn]?.running?.sentMilliseconds = now
            // A connection that takes nothing now is met by the repetition.
            _ = line.send(bytes)
        } catch is CommandError {
            // It was withdrawn before it went out.
            devices[mn]?.running = nil
            devices[mn]?.handed = nil
            _ = devices[mn]?.queue.cancel(running.command.sequence, now: steady)
        } catch {
            logger.error("command not sent", metadata: ["mn": "\(mn)", "error": "\(error)"])
        }
    }

    /// Packets stand in the log without what ends their line, whoever sent them.
    private static func withoutLineEnd(_ bytes: [UInt8]) -> [UInt8] {
        bytes.suffix(2) == [0x0D, 0x0A] ? Array(bytes.dropLast(2)) : bytes
    }

    /// A packet came from a device that something is in hand with, or that asks for the time.
    func receive(_ kept: KeptPacket) async {
        if kept.usesProposedKey { await confirmKey(of: kept.mn, by: kept.address) }
        if kept.packet.commandNumber == .clockNotice { await answerClockNotice(kept) }
        guard var device = devices[kept.mn] else { return }
        let actions = device.queue.received(kept.packet, now: steady)
        if actions.isEmpty { return }
        device.running?.ending.add(kept.address)
        devices[kept.mn] = device
        await perform(actions, for: kept.mn, because: kept)
    }

    /// A value that was asked for, or data of the period.
    private func note(_ packet: Packet, _ kept: KeptPacket?, of mn: String) {
        guard let running = devices[mn]?.running, packet.exchangeNumber?.equals(running.qn) == true else { return }
        devices[mn]?.running?.ending.add(valuesOf: packet)
        guard running.command.name == CommandName.readClock.rawValue, running.command.parameters["factor"] == nil,
            let sent = running.sentMilliseconds, let kept,
            let time = packet.parameter("SystemTime").flatMap({ DataTime(digits: $0.bytes) })
        else { return }
        let reading = ClockCheck.Reading(device: time, sent: sent, received: kept.wallMilliseconds)
        devices[mn]?.reading = reading
        devices[mn]?.running?.ending.drift = reading.drift
        devices[mn]?.running?.ending.roundTrip = reading.roundTrip
    }

    private func recordLate(_ id: ExchangeQueue.ID, _ result: ExecutionResult, of mn: String) async {
        guard let command = devices[mn]?.past.first(where: { $0.sequence == id }) else { return }
        do {
            try await book.record(CommandActions.answerLate(command, code: result.rawValue))
        } catch {
            logger.error("late result not recorded", metadata: ["mn": "\(mn)", "error": "\(error)"])
        }
    }
}
