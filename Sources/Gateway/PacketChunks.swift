import Dispatch
import NIOCore
import Storage
import Synchronization

/// Packets of the log read on as many threads as there are cores.
enum PacketChunks {
    /// Packets read apart from each other on one thread; fewer would cost more to hand over than to read.
    private static let least = 250
    private static let threads = min(max(System.coreCount, 1), 8)

    /// Reads runs of packets apart from each other.
    ///
    /// - Returns: what each run gave, in the order of the packets.
    static func map<Value: Sendable>(
        _ packets: [LoggedPacket], _ body: @Sendable (ArraySlice<LoggedPacket>) -> Value
    ) -> [Value] {
        let chunk = max(least, (packets.count + threads - 1) / threads)
        let starts = Array(stride(from: 0, to: packets.count, by: chunk))
        let values = Mutex([Value?](repeating: nil, count: starts.count))
        // Threads of Dispatch: those of Swift's own pool serve the pages meanwhile.
        DispatchQueue.concurrentPerform(iterations: starts.count) { index in
            let value = body(packets[starts[index]..<min(starts[index] + chunk, packets.count)])
            values.withLock { $0[index] = value }
        }
        return values.withLock { $0.compactMap { $0 } }
    }
}
