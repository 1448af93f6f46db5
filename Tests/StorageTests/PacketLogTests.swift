import Foundation
import Storage
import Testing

struct PacketLogTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func entry(_ number: Int, length: Int = 40) -> PacketEntry {
        PacketEntry(
            receivedMilliseconds: 1_795_000_000_000 + Int64(number), peer: "127.0.0.1:\(number)",
            verdict: UInt8(number % 7),
            raw: Array("##\(number)".utf8) + [UInt8](repeating: UInt8(number % 256), count: length))
    }

    private func all(_ log: PacketLog) throws -> [PacketEntry] {
        var entries: [PacketEntry] = []
        var position = log.start
        while let packets = try Optional(log.read(from: position)), let last = packets.last {
            entries += packets.map(\.entry)
            position = log.address(after: last)
        }
        return entries
    }

    private var lastSegment: String {
        get throws {
            let names = try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
            return directory.path + "/" + (try #require(names.last))
        }
    }

    @Test func `what was appended is read back in order, after a restart too`() async throws {
        let entries = (0..<500).map { entry($0) }
        do {
            let log = try PacketLog(directory: directory.path)
            for chunk in 0..<50 { try await log.append(Array(entries[chunk * 10..<chunk * 10 + 10])) }
            #expect(try all(log) == entries)
        }
        #expect(try all(PacketLog(directory: directory.path)) == entries)
    }

    @Test func `many senders at once lose and mix nothing`() async throws {
        let log = try PacketLog(directory: directory.path)
        let addresses = try await withThrowingTaskGroup(of: [(PacketAddress, Int)].self) { group in
            for sender in 0..<20 {
                group.addTask {
                    var mine: [(PacketAddress, Int)] = []
                    for number in 0..<25 {
                        let id = sender * 1000 + number
                        mine.append((try await log.append([entry(id)])[0], id))
                    }
                    return mine
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(Set(addresses.map(\.0)).count == 500)
        for (address, id) in addresses { #expect(try log.packet(at: address).entry == entry(id)) }
    }

    @Test(arguments: [1, 5, 11, 12, 21, 30])
    func `a torn tail is cut and the entries before it stay`(cut: Int) async throws {
        let entries = (0..<10).map { entry($0) }
        do { try await PacketLog(directory: directory.path).append(entries) }
        let path = try lastSegment
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        try bytes.dropLast(cut).write(to: URL(fileURLWithPath: path))
        let log = try PacketLog(directory: directory.path)
        #expect(try all(log) == Array(entries.dropLast()))
        try await log.append([entry(99)])
        #expect(try all(log) == entries.dropLast() + [entry(99)])
    }

    @Test(arguments: [0, 5, 30])
    func `a packet that was read is not written over when the end of the log is damaged`(cut: Int) async throws {
        let entries = (0..<10).map { entry($0) }
        let read: PacketAddress
        do {
            let log = try PacketLog(directory: directory.path)
            try await log.append(entries)
            read = log.durableEnd
        }
        let path = try lastSegment
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path)).dropLast(cut)
        bytes[bytes.count - 10] ^= 0xFF
        try bytes.write(to: URL(fileURLWithPath: path))
        let log = try PacketLog(directory: directory.path)
        let sound = try #require(try log.goOn(behind: read))
        #expect(sound < read)
        let address = try await log.append([entry(99)])[0]
        #expect(address == read)
        #expect(try log.read(from: read).map(\.entry) == [entry(99)])
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
        #expect(throws: StorageError.self) { try log.read(from: sound) }
        #expect(try PacketLog(directory: directory.path).goOn(behind: read) == nil)
    }

    @Test func `what was never read of a damaged end is cut off like a torn tail`() async throws {
        let entries = (0..<10).map { entry($0) }
        let log = try PacketLog(directory: directory.path)
        let addresses = try await log.append(entries)
        let path = try lastSegment
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        for address in addresses[8...] { bytes[Int(address.rawValue) + 20] ^= 0xFF }
        try bytes.write(to: URL(fileURLWithPath: path))
        let again = try PacketLog(directory: directory.path)
        #expect(try again.goOn(behind: addresses[9]) == addresses[8])
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes[..<Int(addresses[9].rawValue)])
        #expect(try await again.append([entry(99)]) == [addresses[9]])
    }

    @Test func `damage inside the log is reported, and no packet behind it is thrown away`() async throws {
        let entries = (0..<10).map { entry($0) }
        do { try await PacketLog(directory: directory.path).append(entries) }
        let path = try lastSegment
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        bytes[30] ^= 0xFF
        try bytes.write(to: URL(fileURLWithPath: path))
        let log = try PacketLog(directory: directory.path)
        #expect(throws: StorageError.self) { try log.read(from: log.start) }
        #expect(log.durableEnd.rawValue == Int64(bytes.count))
    }

    @Test func `the log goes on in a new segment and reads across it`() async throws {
        let log = try PacketLog(directory: directory.path)
        let big = 100_000
        let count = Int(PacketLog.greatestSegmentBytes) / big + 20
        for number in 0..<count { try await log.append([entry(number, length: big)]) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path).count == 2)
        let read = try all(log)
        #expect(read.count == count)
        #expect(read.last == entry(count - 1, length: big))
    }

    @Test func `a reader beside the server changes no byte`() async throws {
        let entries = (0..<10).map { entry($0) }
        do { try await PacketLog(directory: directory.path).append(entries) }
        let path = try lastSegment
        try Data(contentsOf: URL(fileURLWithPath: path)).dropLast(3).write(to: URL(fileURLWithPath: path))
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        let log = try PacketLog(directory: directory.path, isWritable: false)
        #expect(try all(log) == Array(entries.dropLast()))
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }
}
