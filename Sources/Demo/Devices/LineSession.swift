import HJ212
package import Standards

/// One connection to the gateway with the devices that share it, as a state machine without clock and socket:
/// `open` → (`advance` | `receive`)* → `open` after a break. What it wants done comes back as actions.
package struct LineSession: Sendable {
    package enum Action: Hashable, Sendable {
        /// Bytes for one write.
        case write([UInt8])
        /// Time to pass before the next action.
        case pause(milliseconds: Int)
    }

    /// Between the halves of a packet of a device that sends in two goes.
    private static let halfTimeMilliseconds = 50

    /// Name of the line in the plan.
    package let name: String
    private var queues: [DeviceQueue]
    private var scanner = FrameScanner()
    private var serial = 0
    private let noise: SeededNoise
    /// What was sent and answered, and the stopwatch: whoever drives the session sets it before each step.
    package var tally = LineTally()

    /// The devices of a line, answered for everything due up to a moment: older data are in the history.
    package init(name: String, devices: [DeviceSimulator], answeredThrough: Instant) {
        self.name = name
        queues = devices.map { DeviceQueue(simulator: $0, answeredThrough: answeredThrough) }
        noise = devices.first?.noise ?? SeededNoise(seed: 0)
    }

    /// Every line of the plan with its devices.
    package static func all(of script: DemoScript, answeredThrough: Instant) -> [LineSession] {
        var names: [String] = []
        var members: [String: [DeviceSimulator]] = [:]
        for simulator in DeviceSimulator.all(of: script) {
            let line = simulator.device.line
            if members[line] == nil { names.append(line) }
            members[line, default: []].append(simulator)
        }
        return names.map { LineSession(name: $0, devices: members[$0] ?? [], answeredThrough: answeredThrough) }
    }

    /// Whether nothing waits for an answer.
    package var isCaughtUp: Bool { queues.allSatisfy(\.isEmpty) }

    /// Whether the devices of the line have fallen silent for good.
    package func isSilent(at now: Instant) -> Bool {
        queues.allSatisfy { $0.isSilent(at: now) }
    }

    /// The connection is up.
    package mutating func open(at now: Instant) -> [Action] {
        scanner = FrameScanner()
        var actions: [Action] = []
        for place in queues.indices {
            queues[place].reopen()
            let simulator = queues[place].simulator
            if simulator.has(.banner) {
                actions.append(.write(Array("SN:\(simulator.device.mn.suffix(8)),DTU-DEMO\r\n".utf8)))
            }
            if let packet = queues[place].simulator.registration(at: now, serial: &serial) {
                actions.append(.write(packet))
            }
        }
        return actions + advance(to: now)
    }

    /// Time has passed. Live packets go before kept ones.
    package mutating func advance(to now: Instant) -> [Action] {
        var actions: [Action] = []
        for place in queues.indices {
            var packets: [[UInt8]] = []
            for transmission in queues[place].collect(through: now) {
                serial += 1
                if let packet = queues[place].simulator.packet(for: transmission, sentAt: now, serial: serial) {
                    packets.append(packet.bytes)
                    tally.unasked += 1
                }
            }
            serial += 1
            if let packet = queues[place].kept(at: now, serial: serial, tally: &tally) { packets.append(packet) }
            actions += written(packets, by: queues[place].simulator)
        }
        return actions
    }

    /// Bytes came from the platform: answers let the next packet go, requests are carried out.
    package mutating func receive(_ bytes: [UInt8], at now: Instant) -> [Action] {
        scanner.feed(bytes)
        var actions: [Action] = []
        while let frame = scanner.next() {
            var packet = Packet(frame)
            guard let number = packet.head(.mn),
                let place = queues.firstIndex(where: { number.equalsIgnoringCase($0.simulator.parameters.mn) })
            else { continue }
            if packet.isCiphered, let key = queues[place].simulator.parameters.key,
                let plain = try? packet.deciphered(with: KeyRing(current: key))
            {
                packet = plain.packet
            }
            guard packet.frame.isAcceptable, let command = packet.commandNumber,
                let qn = packet.exchangeNumber?.string
            else { continue }
            if command.isAnswer {
                queues[place].answered(qn, tally: &tally)
            } else {
                tally.requests += 1
                let replies = queues[place].simulator.carryOut(
                    command, packet, qn: qn, at: now, serial: &serial)
                queues[place].planChanged()
                actions += replies.map { .write($0) }
            }
        }
        return actions + advance(to: now)
    }

    private func written(_ packets: [[UInt8]], by simulator: DeviceSimulator) -> [Action] {
        var pieces: [[UInt8]] = []
        for packet in packets {
            pieces.append(packet)
            // Decided by the packet itself, so that a repeat is doubled or not as the first one was.
            if simulator.has(.duplicateFrames), packet.reduce(0, { $0 &+ Int($1) }) % 4 == 0 { pieces.append(packet) }
        }
        if simulator.has(.stickyPackets), pieces.count > 1 { return [.write(pieces.flatMap(\.self))] }
        guard simulator.has(.halfPackets) else { return pieces.map { .write($0) } }
        return pieces.flatMap { bytes -> [Action] in
            let half = bytes.count / 2
            return [
                .write(Array(bytes[..<half])), .pause(milliseconds: Self.halfTimeMilliseconds),
                .write(Array(bytes[half...])),
            ]
        }
    }
}
