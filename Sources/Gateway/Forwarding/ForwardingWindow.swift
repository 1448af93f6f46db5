import Storage

/// The packets of one line that are on their way: sent and not acknowledged yet, in the order of the log.
///
/// A line begins with an empty window. `add` takes what is sent, `written` and `answered` settle it, `repeatOverdue` says
/// what to send again. `settled` never passes a packet that is not settled, whatever comes out of order.
struct ForwardingWindow {
    /// What to do about packets that were not answered in time.
    enum Overdue: Equatable {
        /// Nothing is due.
        case none
        /// Send these bytes: every packet that is not answered, in order, so that none overtakes another.
        case send([UInt8])
        /// The packet at the head was sent often enough: this line is of no use.
        case giveUp
    }

    private struct Item {
        let packet: ForwardedPacket
        var sends: Int
        var sentAt: Int64
        var isSettled = false
    }

    /// Packets on their way at most: enough that a distant platform does not wait for its own answers, few enough to hold.
    let capacity: Int
    /// How long an answer may take, in milliseconds.
    let answerMilliseconds: Int64
    /// How often a packet is sent on one line at most.
    let greatestSends: Int
    private var items: [Item] = []
    private var end: PacketAddress
    private var settledCount: Int64 = 0

    init(from start: PacketAddress, capacity: Int, answerMilliseconds: Int64, greatestSends: Int) {
        end = start
        self.capacity = capacity
        self.answerMilliseconds = answerMilliseconds
        self.greatestSends = greatestSends
    }

    /// How many packets may be added.
    var room: Int { capacity - items.count }

    /// Packets sent and not settled.
    var unsettledCount: Int { items.count { !$0.isSettled } }

    /// Everything before is settled.
    var settled: PacketAddress { items.first?.packet.address ?? end }

    /// Takes packets that are being sent now.
    ///
    /// - Parameter end: up to where the log was looked through; nothing before is to be sent any more.
    mutating func add(_ packets: [ForwardedPacket], lookedThroughTo end: PacketAddress, now: Int64) {
        items += packets.map { Item(packet: $0, sends: 1, sentAt: now) }
        self.end = end
    }

    /// What was added is with the operating system: packets that nobody answers are settled by that.
    mutating func written() {
        for index in items.indices where items[index].packet.key == nil { items[index].isSettled = true }
        removeSettled()
    }

    /// An answer came.
    ///
    /// - Returns: false when it answers nothing that is on its way.
    mutating func answered(_ key: ForwardedPacket.Key) -> Bool {
        // Of packets with the same number, a repeat by the device, the oldest is answered first.
        guard let index = items.firstIndex(where: { !$0.isSettled && $0.packet.key == key }) else { return false }
        items[index].isSettled = true
        removeSettled()
        return true
    }

    /// What to do now about packets that were not answered in time.
    mutating func repeatOverdue(now: Int64) -> Overdue {
        guard let head = items.first(where: { !$0.isSettled }), now - head.sentAt >= answerMilliseconds else {
            return .none
        }
        guard head.sends < greatestSends else { return .giveUp }
        var bytes: [UInt8] = []
        for index in items.indices where !items[index].isSettled {
            items[index].sends += 1
            items[index].sentAt = now
            bytes += items[index].packet.again
        }
        return .send(bytes)
    }

    /// Packets settled since it was last asked.
    mutating func takeSettledCount() -> Int64 {
        defer { settledCount = 0 }
        return settledCount
    }

    private mutating func removeSettled() {
        let count = items.prefix(while: \.isSettled).count
        items.removeFirst(count)
        settledCount += Int64(count)
    }
}
