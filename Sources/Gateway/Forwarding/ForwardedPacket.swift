import HJ212
import Registry
import Storage

/// A packet as an upper platform gets it.
struct ForwardedPacket: Sendable {
    /// By what an answer names the packet that it answers. A number need not be there: some loggers send none.
    struct Key: Hashable, Sendable {
        let number: [UInt8]
        /// In upper case.
        let mn: String

        /// What an answer names.
        init(_ packet: Packet) {
            number = packet.exchangeNumber.map { Array($0.bytes) } ?? []
            mn = packet.head(.mn)?.string.uppercased() ?? ""
        }
    }

    /// What becomes of a packet of the log.
    enum Choice: Sendable {
        /// It is not for this platform.
        case none
        /// It is for this platform and cannot be written for it.
        case unwritable(UpstreamStatus.Hindrance)
        case packet(ForwardedPacket)
    }

    let address: PacketAddress
    /// What an answer to it names; nil when none is waited for.
    let key: Key?
    /// The frame when it is sent for the first time, and when it is sent again.
    let first: [UInt8]
    let again: [UInt8]

    /// Chooses and writes.
    ///
    /// - Parameters:
    ///   - kinds: what each bound device watches.
    ///   - password: of the platform, for packets that are written anew.
    ///   - keys: of a device by its number, for ciphered packets that are written anew.
    /// - Throws: what `keys` throws.
    static func choice(
        of logged: LoggedPacket, for upstream: Upstream, kinds: [String: ObjectKind], password: String?,
        keys: (String) async throws -> KeyRing
    ) async throws -> Choice {
        guard let (packet, mn) = chosen(logged, for: upstream, kinds: kinds) else { return .none }
        switch upstream.form {
        case .asReceived:
            let frame = Array(packet.frame.bytes) + [0x0D, 0x0A]
            let isAnswered = upstream.isAnswering && packet.wantsAnswer
            return .packet(
                ForwardedPacket(
                    address: logged.address, key: isAnswered ? Key(packet) : nil, first: frame, again: frame))
        case .rewritten:
            let keys = packet.isCiphered ? try await keys(mn) : KeyRing()
            func frame(isResent: Bool) throws(PacketWriterError) -> [UInt8] {
                try PacketWriter.frame(
                    rewriting: packet, keys: keys, mn: upstream.numbers[mn], password: password,
                    wantsAnswer: upstream.isAnswering, isResent: isResent)
            }
            let first: [UInt8]
            do throws(PacketWriterError) {
                first = try frame(isResent: false)
            } catch {
                return .unwritable(error.code == .ciphered ? .keyless : .overlong)
            }
            guard let written = Packet(record: first) else { return .unwritable(.overlong) }
            // What needed no key and has none cannot be marked as sent again, and is repeated as it was.
            let again = (try? frame(isResent: true)) ?? first
            return .packet(
                ForwardedPacket(
                    address: logged.address, key: written.wantsAnswer ? Key(written) : nil, first: first, again: again))
        }
    }

    /// The packet and its device, when it is for a platform.
    static func chosen(
        _ logged: LoggedPacket, for upstream: Upstream, kinds: [String: ObjectKind]
    ) -> (packet: Packet, mn: String)? {
        guard PacketVerdict(rawValue: logged.entry.verdict)?.isAccepted == true,
            let packet = Packet(record: logged.entry.raw),
            let command = packet.commandNumber.flatMap({ ForwardedCommand(rawValue: $0.rawValue) }),
            upstream.commands.contains(command)
        else { return nil }
        let mn = packet.deviceNumber
        return !mn.isEmpty && upstream.gets(mn, of: kinds[mn]) ? (packet, mn) : nil
    }
}
