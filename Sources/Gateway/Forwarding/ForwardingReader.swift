import HJ212
import NIOPosix
import Storage

/// Reads the packet log for one platform, a page at a time: nothing of it is held but the page it is at.
struct ForwardingReader {
    let entry: UpstreamStore.Entry
    let board: ForwardingBoard
    let log: PacketLog
    let keys: UpstreamLine.Keys
    private var page: ArraySlice<LoggedPacket> = []
    /// Of the devices of this page: asked for after it was read, they are at least those by which it was accepted.
    private var rings: [String: KeyRing] = [:]
    /// Everything before was looked at.
    private(set) var position: PacketAddress

    init(
        _ entry: UpstreamStore.Entry, from start: PacketAddress, board: ForwardingBoard, log: PacketLog,
        keys: @escaping UpstreamLine.Keys
    ) {
        self.entry = entry
        self.board = board
        self.log = log
        self.keys = keys
        position = start
    }

    /// The next packets for the platform; fewer than asked for at the end of the log or of a page.
    ///
    /// - Throws: `StorageError`, and what `keys` throws; then it is of no use any more.
    mutating func next(atMost count: Int) async throws -> [ForwardedPacket] {
        if page.isEmpty {
            let (start, log) = (position, log)
            guard start < log.durableEnd else { return [] }
            // Reading may wait for the disk, and the threads of the pool are few.
            page = try await NIOThreadPool.singleton.runIfActive { try log.read(from: start) }[...]
            rings = [:]
        }
        let kinds = board.register.kinds
        let upstream = entry.upstream
        let password = board.passwords[upstream.id]
        var packets: [ForwardedPacket] = []
        var unwritable: [UpstreamStatus.Hindrance: Int] = [:]
        while packets.count < count, let logged = page.popFirst() {
            let choice = try await ForwardedPacket.choice(
                of: logged, for: upstream, kinds: kinds, password: password
            ) { try await ring(of: $0) }
            switch choice {
            case .none: break
            case .unwritable(let hindrance): unwritable[hindrance, default: 0] += 1
            case .packet(let packet): packets.append(packet)
            }
            position = log.address(after: logged)
        }
        if !unwritable.isEmpty {
            board.update(upstream.id) { $0.unwritable.merge(unwritable, uniquingKeysWith: +) }
        }
        return packets
    }

    private mutating func ring(of mn: String) async throws -> KeyRing {
        if let ring = rings[mn] { return ring }
        let ring = try await keys(mn)
        rings[mn] = ring
        return ring
    }

    /// Whether there may be more without waiting.
    var hasMore: Bool { !page.isEmpty || position < log.durableEnd }
}
