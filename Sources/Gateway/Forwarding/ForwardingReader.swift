import NIOPosix
import Storage

/// Reads the packet log for one platform, a page at a time: nothing of it is held but the page it is at.
struct ForwardingReader {
    let entry: UpstreamStore.Entry
    let board: ForwardingBoard
    let log: PacketLog
    private var page: ArraySlice<LoggedPacket> = []
    /// Everything before was looked at.
    private(set) var position: PacketAddress

    init(_ entry: UpstreamStore.Entry, from start: PacketAddress, board: ForwardingBoard, log: PacketLog) {
        self.entry = entry
        self.board = board
        self.log = log
        position = start
    }

    /// The next packets for the platform; fewer than asked for at the end of the log or of a page.
    ///
    /// - Throws: `StorageError`.
    mutating func next(atMost count: Int) async throws -> [ForwardedPacket] {
        if page.isEmpty {
            let (start, log) = (position, log)
            guard start < log.durableEnd else { return [] }
            // Reading may wait for the disk, and the threads of the pool are few.
            page = try await NIOThreadPool.singleton.runIfActive { try log.read(from: start) }[...]
        }
        let kinds = board.register.kinds
        let upstream = entry.upstream
        let password = board.passwords[upstream.id]
        var packets: [ForwardedPacket] = []
        var unwritable = 0
        while packets.count < count, let logged = page.popFirst() {
            switch ForwardedPacket.choice(of: logged, for: upstream, kinds: kinds, password: password) {
            case .none: break
            case .unwritable: unwritable += 1
            case .packet(let packet): packets.append(packet)
            }
            position = log.address(after: logged)
        }
        if unwritable > 0 { board.update(upstream.id) { $0.unwritable += unwritable } }
        return packets
    }

    /// Whether there may be more without waiting.
    var hasMore: Bool { !page.isEmpty || position < log.durableEnd }
}
