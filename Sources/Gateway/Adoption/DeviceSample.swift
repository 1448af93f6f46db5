package import HJ212
package import Storage

/// What the packets of a device tell whoever is to register it.
package struct DeviceSample: Sendable {
    /// A code that the device sent.
    package struct Code: Sendable {
        /// As sent, in lower case.
        package let code: String
        /// The values that are numbers, newest first.
        package fileprivate(set) var values: [SentDecimal] = []
        /// The newest value as sent; empty when none came.
        package fileprivate(set) var lastValue = ""
    }

    /// More codes than a packet of any device holds are not listed: they are noise.
    private static let greatestCodeCount = 300

    /// The form of the protocol that the newest packet speaks; nil when there is none.
    package private(set) var dialect: Dialect?
    /// How often each command came, by number.
    package private(set) var commands: [(command: CommandNumber, count: Int)] = []
    /// Codes in the order in which the packets name them, newest packet first.
    package private(set) var codes: [Code] = []

    /// - Parameters:
    ///   - packets: newest first.
    ///   - ring: keys to look into ciphered ones with, before it is on record with which they are read.
    package init(_ packets: [LoggedPacket], ring: KeyRing) {
        var counts: [CommandNumber: Int] = [:]
        var places: [String: Int] = [:]
        for logged in packets {
            guard let sent = Packet(kept: logged.entry.raw) else { continue }
            let packet = sent.isCiphered ? (try? sent.deciphered(with: ring))?.packet ?? sent : sent
            if dialect == nil { dialect = Dialect(guessedFrom: packet) }
            guard let command = packet.commandNumber else { continue }
            counts[command, default: 0] += 1
            guard command.isMeasurement else { continue }
            for item in packet.items { note(item, &places) }
        }
        commands = counts.map { ($0.key, $0.value) }.sorted { $0.command.rawValue < $1.command.rawValue }
    }

    private mutating func note(_ item: Item, _ places: inout [String: Int]) {
        let code = item.code.string.lowercased()
        if places[code] == nil {
            guard codes.count < Self.greatestCodeCount, !code.isEmpty else { return }
            places[code] = codes.count
            codes.append(Code(code: code))
        }
        guard let place = places[code] else { return }
        guard let text = item[.average] ?? item[.noise] ?? item[.realtime] else { return }
        if codes[place].lastValue.isEmpty { codes[place].lastValue = text.string }
        if let value = text.decimal { codes[place].values.append(value) }
    }
}
