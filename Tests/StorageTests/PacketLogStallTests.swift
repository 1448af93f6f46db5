import Foundation
import Synchronization
import Testing

@testable import Storage

@Suite(.timeLimit(.minutes(15)))
struct PacketLogStallTests {
    private let directory: TemporaryDirectory
    private let disk = FailingDisk()

    init() throws { directory = try TemporaryDirectory() }

    private func log(leastFreeBytes: Int64 = 0, greatestPendingBytes: Int = 1 << 20) throws -> PacketLog {
        try PacketLog(
            directory: directory.path, leastFreeBytes: leastFreeBytes, writer: disk.writer,
            greatestPendingBytes: greatestPendingBytes)
    }

    private func entry(_ number: Int, length: Int = 40) -> PacketEntry {
        PacketEntry(
            receivedMilliseconds: 1_795_000_000_000 + Int64(number), peer: "p", verdict: 0,
            raw: Array("##\(number)".utf8) + [UInt8](repeating: UInt8(number % 256), count: length))
    }

    /// Waits for what another thread brings about; the suite's time limit ends it otherwise.
    private func wait(until condition: () throws -> Bool) async throws {
        while try !condition() { try await Task.sleep(for: .milliseconds(5)) }
    }

    /// Appends without waiting; the answer comes to the task.
    private func append(_ numbers: Range<Int>, to log: PacketLog) -> Task<[PacketAddress], any Error> {
        Task { try await log.append(numbers.map { entry($0) }) }
    }

    private func all(_ log: PacketLog) throws -> [PacketEntry] {
        try log.durableEnd == log.start ? [] : log.read(from: log.start).map(\.entry)
    }

    @Test(arguments: [FailingDisk.full, StorageError(.fileSystem, detail: "fdatasync: Input/output error")])
    func `packets for which the disk has no room wait and are written when it has`(failure: StorageError) async throws {
        let log = try log()
        try await log.append([entry(0)])
        disk.fail(with: failure)
        let waiting = append(1..<3, to: log)
        let tries = disk.tries
        try await wait { disk.tries > tries + 2 }
        let stall = try #require(log.stall)
        #expect(stall.reason == failure)
        #expect(stall.sinceMilliseconds == entry(1).receivedMilliseconds)
        #expect(stall.waitingBytes == 2 * PacketEntryFormat.length(of: entry(1)))
        #expect(try all(log) == [entry(0)])
        #expect(try all(PacketLog(directory: directory.path, isWritable: false)) == [entry(0)])

        let later = append(3..<4, to: log)
        disk.fail(with: nil)
        let addresses = try await waiting.value + later.value
        #expect(try addresses.map { try log.packet(at: $0).entry } == [entry(1), entry(2), entry(3)])
        #expect(log.stall == nil)
        #expect(try all(PacketLog(directory: directory.path)) == (0..<4).map { entry($0) })
    }

    @Test func `half a group that could not even be cut off is cut before the next one is written`() async throws {
        let log = try log()
        try await log.append([entry(0)])
        disk.fail(with: FailingDisk.full, cuttingToo: true)
        // Longer than what follows, so that its rest would stand behind it.
        let waiting = Task { try await log.append([entry(1, length: 9_000)]) }
        try await wait { log.stall != nil }
        log.close()
        await #expect(throws: StorageError(.logClosed, detail: "")) { try await waiting.value }
        disk.fail(with: nil)
        let successor = try PacketLog(directory: directory.path)
        try await successor.append([entry(2)])
        #expect(try all(successor) == [entry(0), entry(2)])
    }

    @Test func `what exceeds the memory for waiting packets is refused, and what waits is kept`() async throws {
        let log = try log(greatestPendingBytes: 1_000)
        disk.fail(with: FailingDisk.full)
        let first = Task { try await log.append([entry(0, length: 600)]) }
        try await wait { log.stall != nil }
        let second = Task { try await log.append([entry(1, length: 600)]) }
        try await wait { log.stall.map { $0.waitingBytes > 1_000 } ?? false }
        await #expect { try await log.append([entry(2)]) } throws: { ($0 as? StorageError)?.code == .overloaded }
        disk.fail(with: nil)
        _ = try await (first.value, second.value)
        #expect(try all(log) == [entry(0, length: 600), entry(1, length: 600)])
    }

    @Test func `whoever waits for room is told once when there is`() async throws {
        let log = try log()
        let told = Mutex(0)
        log.whenRecovered { told.withLock { $0 += 1 } }
        #expect(told.withLock { $0 } == 1)
        disk.fail(with: FailingDisk.full)
        let waiting = append(0..<1, to: log)
        try await wait { log.stall != nil }
        log.whenRecovered { told.withLock { $0 += 1 } }
        #expect(told.withLock { $0 } == 1)
        disk.fail(with: nil)
        _ = try await waiting.value
        try await wait { told.withLock { $0 } == 2 }
        try await log.append([entry(1)])
        #expect(told.withLock { $0 } == 2)
    }

    @Test func `closing fails what waits for room and finishes what does not`() async throws {
        let log = try log()
        try await log.append([entry(0)])
        disk.fail(with: FailingDisk.full)
        let waiting = append(1..<2, to: log)
        try await wait { log.stall != nil }
        let told = Mutex(false)
        log.whenRecovered { told.withLock { $0 = true } }
        log.close()
        await #expect(throws: StorageError(.logClosed, detail: "")) { try await waiting.value }
        #expect(told.withLock { $0 })
        #expect(log.stall == nil)
        await #expect(throws: StorageError(.logClosed, detail: "")) { try await log.append([entry(2)]) }
        #expect(try all(PacketLog(directory: directory.path)) == [entry(0)])
    }

    @Test func `a log that nobody holds any more fails what waits`() async throws {
        disk.fail(with: FailingDisk.full)
        let failed = Mutex(false)
        do {
            let log = try log()
            log.append(PacketBatch([entry(0)])) { result in
                if case .failure = result { failed.withLock { $0 = true } }
            }
            try await wait { log.stall != nil }
        }
        try await wait { failed.withLock { $0 } }
    }

    @Test func `packets leave room for the database to finish`() async throws {
        let log = try log(leastFreeBytes: 10_000)
        disk.leave(10_500)
        try await log.append([entry(0)])
        disk.leave(10_050)
        let waiting = append(1..<2, to: log)
        try await wait { log.stall?.reason.code == .diskFull }
        #expect(disk.tries == 1)
        disk.leave(20_000)
        _ = try await waiting.value
        #expect(try all(log) == [entry(0), entry(1)])
    }
}
