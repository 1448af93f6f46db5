import Records
import Standards
import Storage
import TestKit
import Testing

@testable import Monitoring

struct ReadingBlockTests {
    private func store(_ readings: [Reading], in bureau: TestBureau, using generator: inout SeededGenerator)
        async throws
    {
        var rest = readings[...]
        while !rest.isEmpty {
            let batch = Array(rest.prefix(.random(in: 1...200, using: &generator)))
            rest = rest.dropFirst(batch.count)
            try await bureau.book.database.write { try ReadingProjection.insert(batch, into: $0) }
        }
    }

    /// Rows and blocks alike.
    @Test(arguments: [0, 60, 600, 1_800, 3_600], [UInt64(1), 2, 3])
    func `every arrival is found once, in its order, as a plain list would have it`(
        seconds: Int, seed: UInt64
    ) async throws {
        var generator = SeededGenerator(seed: seed)
        let bureau = try await MonitoringFixture.bureau()
        let arrivals = ReadingModel.arrivals(700, seconds: seconds, using: &generator)
        try await store(arrivals, in: bureau, using: &generator)
        for (object, item) in [(nil, nil), ("S1", nil), ("S1", "a21026"), (nil, "é"), ("S9", nil)]
            as [(String?, String?)]
        {
            let bounds = (0..<2).map { _ in
                ReadingModel.origin + Int64.random(in: -9_000..<ReadingModel.days * 86_400 + 9_000, using: &generator)
            }.sorted()
            for (start, end) in [(0, Int64.max), (bounds[0], bounds[1]), (bounds[1], bounds[0])] {
                let found = try await bureau.book.database.read { connection in
                    try ReadingStore.readings(
                        from: Instant(secondsSince1970: start), to: Instant(secondsSince1970: end), seconds: seconds,
                        object: object, item: item, in: connection)
                }
                #expect(
                    found.map(ReadingModel.text)
                        == ReadingModel.answer(arrivals, from: start, to: max(start, end), object: object, item: item))
            }
        }
        let last = try await bureau.book.database.read { try ReadingStore.lastStart(seconds: seconds, in: $0) }
        #expect(last == arrivals.map(\.start).max())
    }

    @Test(arguments: [0, 600])
    func `the bytes stored follow from the readings alone, not from the order or the batches they came in`(
        seconds: Int
    ) async throws {
        var generator = SeededGenerator(seed: 4)
        let arrivals = ReadingModel.arrivals(1_200, seconds: seconds, using: &generator)
        let inOrder = try await MonitoringFixture.bureau()
        try await store(arrivals, in: inOrder, using: &generator)
        let shuffled = try await MonitoringFixture.bureau()
        var keys: Set<String> = []
        let distinct = arrivals.filter { keys.insert("\($0.series) \($0.start) \($0.origin)").inserted }
        try await store(distinct.shuffled(using: &generator), in: shuffled, using: &generator)
        let dumps = try await (inOrder.dump(), shuffled.dump())
        #expect(dumps.0["reading_block"]?.isEmpty == false)
        #expect(dumps.0 == dumps.1)
    }

    @Test(arguments: [0, 600, 3_600])
    func `a message is stored as its readings one by one`(seconds: Int) async throws {
        var generator = SeededGenerator(seed: 9)
        let arrivals = ReadingModel.arrivals(600, seconds: seconds, using: &generator).filter { !$0.isBelowDetection }
        var messages: [ReadingMessage] = []
        var rest = arrivals[...]
        while let first = rest.first {
            let run = rest.prefix {
                $0.series.object == first.series.object && $0.start == first.start && $0.origin == first.origin
                    && $0.arrivedMilliseconds == first.arrivedMilliseconds
            }
            rest = rest.dropFirst(run.count)
            messages.append(
                ReadingMessage(
                    object: first.series.object, seconds: seconds, start: first.start,
                    arrivedMilliseconds: first.arrivedMilliseconds, origin: first.origin,
                    values: run.map { .init(item: $0.series.item, value: $0.value, flag: $0.flag) }))
        }
        #expect(messages.flatMap(\.readings) == arrivals)
        var prepared = PreparedReadings()
        for message in messages { prepared.add(message) }
        let together = try await MonitoringFixture.bureau()
        try await together.book.database.write { [prepared] in try ReadingProjection.insert(prepared, into: $0) }
        let apart = try await MonitoringFixture.bureau()
        try await apart.book.database.write { try ReadingProjection.insert(arrivals, into: $0) }
        let dumps = try await (together.dump(), apart.dump())
        #expect(dumps.0[seconds == 3_600 ? "reading" : "reading_block"]?.isEmpty == false)
        #expect(dumps.0 == dumps.1)
    }

    @Test func `closed days are one block, the latest two days blocks of an hour`() async throws {
        var generator = SeededGenerator(seed: 5)
        let bureau = try await MonitoringFixture.bureau()
        try await store(ReadingModel.arrivals(6_000, seconds: 0, using: &generator), in: bureau, using: &generator)
        let starts = try await bureau.book.database.read { connection in
            try connection.rows("SELECT start FROM reading_block WHERE object = 'S1' ORDER BY start") {
                (try $0.integer("start") - ReadingModel.origin) / 3_600
            }
        }
        #expect(starts == [0, 24, 48, 72] + (96..<144))
    }

    @Test func `a transaction that fails while a day is closed leaves every reading where it was`() async throws {
        struct Failure: Error {}
        var generator = SeededGenerator(seed: 6)
        let bureau = try await MonitoringFixture.bureau()
        let arrivals = ReadingModel.arrivals(2_000, seconds: 0, using: &generator)
        try await store(Array(arrivals.prefix(1_000)), in: bureau, using: &generator)
        let before = try await bureau.dump()
        await #expect(throws: Failure.self) {
            try await bureau.book.database.write { connection in
                try ReadingProjection.insert(Array(arrivals.dropFirst(1_000)), into: connection)
                throw Failure()
            }
        }
        #expect(try await bureau.dump() == before)
    }

    @Test func `damaged bytes are refused and never trap`() throws {
        var generator = SeededGenerator(seed: 7)
        var block = ReadingBlock()
        for reading in ReadingModel.arrivals(300, seconds: 0, using: &generator) { block.add(reading) }
        block.settle()
        let bytes = block.encoded(from: 0)
        for length in 0..<bytes.count {
            #expect(throws: StorageError.self) { _ = try ReadingBlock(Array(bytes.prefix(length)), from: 0) }
        }
        for _ in 0..<3_000 {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                damaged[.random(in: 0..<bytes.count, using: &generator)] = .random(in: 0...255, using: &generator)
            }
            // A wrong digit stays unseen here; what is read can be written again all the same.
            if let read = try? ReadingBlock(damaged, from: 0) { _ = read.encoded(from: 0) }
        }
    }
}
