import Storage

/// The bytes of a block. In this order: the form's number; the arrivals, their four fields one after the other as steps
/// from one to the next; the marks; and by item, in the order of names, a part of its own, so that a reader of one item
/// passes over the others.
///
/// Measured values of one instrument differ little from one minute to the next, and marks and decimals hardly ever: steps
/// and runs bring a value to about two bytes, without a compressor between it and its reader.
extension ReadingBlock {
    private static let form: UInt64 = 1
    /// A block holds a day of one object; no device sends a million packets a day.
    private static let greatestArrivals = 1 << 24
    private static let greatestItems = 1 << 16

    /// The bytes to be stored. The block must be settled.
    func encoded(from base: Int64) -> [UInt8] {
        var writer = BlockWriter()
        writer.write(Self.form)
        writer.write(arrivals.count)
        writeArrivals(from: base, to: &writer)
        let order = columns.indices.sorted { columns[$0].item < columns[$1].item }
        var marks = MarkTable(count: flags.count)
        let parts = order.map { part(of: columns[$0], &marks) }
        writer.write(marks.used.count)
        for index in marks.used { writer.write(flags[index]) }
        writer.write(order.count)
        for (index, part) in zip(order, parts) {
            writer.write(columns[index].item)
            writer.write(part)
        }
        return writer.bytes
    }

    /// Reads a block.
    ///
    /// - Parameters:
    ///   - base: the same as when it was written.
    ///   - item: only the values of this item; all arrivals are there all the same.
    /// - Throws: `StorageError` with `.damagedReadings`.
    init(_ bytes: [UInt8], from base: Int64, item wanted: String? = nil) throws(StorageError) {
        let result: Result<ReadingBlock, StorageError> = bytes.withUnsafeBytes { buffer in
            do throws(StorageError) {
                var reader = BlockReader(buffer)
                return .success(try ReadingBlock(&reader, from: base, item: wanted))
            } catch {
                return .failure(error)
            }
        }
        self = try result.get()
    }

    private init(_ reader: inout BlockReader, from base: Int64, item wanted: String?) throws(StorageError) {
        guard try reader.number() == Self.form else { throw reader.damage }
        let arrivals = try Self.arrivals(&reader, from: base)
        let flagCount = try reader.count(atMost: Self.greatestItems)
        var flags: [String] = []
        for _ in 0..<flagCount { flags.append(try reader.text()) }
        let columnCount = try reader.count(atMost: Self.greatestItems)
        var columns: [Column] = []
        for _ in 0..<columnCount {
            let item = try reader.text()
            var part = try reader.part()
            guard wanted == nil || wanted == item else { continue }
            columns.append(try Self.column(item, &part, arrivals: arrivals.count, flags: flags.count))
        }
        guard reader.isAtEnd else { throw reader.damage }
        self.init(arrivals: arrivals, columns: columns, flags: flags)
    }

    // MARK: Arrivals

    private func writeArrivals(from base: Int64, to writer: inout BlockWriter) {
        var last = base
        for arrival in arrivals {
            writer.write(signed: arrival.start &- last)
            last = arrival.start
        }
        // How long after the period's start: nearly the same for every packet of a device.
        last = 0
        for arrival in arrivals {
            let delay = arrival.arrived &- arrival.start &* 1000
            writer.write(signed: delay &- last)
            last = delay
        }
        last = 0
        for arrival in arrivals {
            writer.write(signed: arrival.position &- last)
            last = arrival.position
        }
        writer.writeRuns(arrivals.map(\.source)) { $0.write(signed: $1) }
    }

    private static func arrivals(_ reader: inout BlockReader, from base: Int64) throws(StorageError) -> [Arrival] {
        let count = try reader.count(atMost: Self.greatestArrivals)
        let starts = try steps(&reader, count, from: base)
        let delays = try steps(&reader, count, from: 0)
        let positions = try steps(&reader, count, from: 0)
        let sources = try reader.runs(count) { (reader) throws(StorageError) in try reader.signed() }
        return (0..<count).map {
            Arrival(
                start: starts[$0], arrived: delays[$0] &+ starts[$0] &* 1000, source: sources[$0],
                position: positions[$0])
        }
    }

    private static func steps(
        _ reader: inout BlockReader, _ count: Int, from base: Int64
    ) throws(StorageError) -> [Int64] {
        var values: [Int64] = []
        values.reserveCapacity(min(count, 4_096))
        var last = base
        for _ in 0..<count {
            last = last &+ (try reader.signed())
            values.append(last)
        }
        return values
    }

    // MARK: Values

    /// The marks in the order in which the written items need them.
    private struct MarkTable {
        private var places: [Int?]
        private(set) var used: [Int] = []

        init(count: Int) { places = Array(repeating: nil, count: count) }

        mutating func place(of flag: Int) -> Int {
            if let place = places[flag] { return place }
            places[flag] = used.count
            used.append(flag)
            return used.count - 1
        }
    }

    private func part(of column: Column, _ marks: inout MarkTable) -> BlockWriter {
        var writer = BlockWriter()
        // Mostly an item is in every packet: then nothing but that is said.
        if column.rows.count == arrivals.count {
            writer.write(0)
        } else {
            writer.write(column.rows.count)
            var last: Int32 = -1
            for row in column.rows {
                writer.write(Int(row - last - 1))
                last = row
            }
        }
        writer.writeRuns(column.kinds) { writer, kind in
            writer.write(kind.scale << 2 | (kind.isBelowDetection ? 2 : 0) | (kind.isAbsent ? 1 : 0))
            writer.write(marks.place(of: kind.flag))
        }
        var last: Int64 = 0
        for (significand, kind) in zip(column.significands, column.kinds) where !kind.isAbsent {
            writer.write(signed: significand &- last)
            last = significand
        }
        return writer
    }

    private static func column(
        _ item: String, _ reader: inout BlockReader, arrivals: Int, flags: Int
    ) throws(StorageError) -> Column {
        let rows = try rows(&reader, arrivals: arrivals)
        let kinds = try reader.runs(rows.count) { (reader) throws(StorageError) in
            let packed = try reader.count(atMost: 18 << 2 | 3)
            guard flags > 0 else { throw reader.damage }
            return Kind(
                flag: try reader.count(atMost: flags - 1), scale: packed >> 2, isBelowDetection: packed & 2 != 0,
                isAbsent: packed & 1 != 0)
        }
        var significands: [Int64] = []
        significands.reserveCapacity(rows.count)
        var last: Int64 = 0
        for kind in kinds {
            if kind.isAbsent {
                significands.append(0)
            } else {
                last = last &+ (try reader.signed())
                significands.append(last)
            }
        }
        guard reader.isAtEnd else { throw reader.damage }
        return Column(item: item, rows: rows, significands: significands, kinds: kinds)
    }

    private static func rows(_ reader: inout BlockReader, arrivals: Int) throws(StorageError) -> [Int32] {
        let count = try reader.count(atMost: arrivals)
        if count == 0 { return Array(0..<Int32(arrivals)) }
        var rows: [Int32] = []
        rows.reserveCapacity(count)
        var next = 0
        for _ in 0..<count {
            let row = next + (try reader.count(atMost: arrivals))
            guard row < arrivals else { throw reader.damage }
            rows.append(Int32(row))
            next = row + 1
        }
        return rows
    }
}

extension BlockWriter {
    /// Values as runs of equal ones: length and value, until all are said.
    fileprivate mutating func writeRuns<Value: Equatable>(
        _ values: [Value], write: (inout BlockWriter, Value) -> Void
    ) {
        var start = 0
        while start < values.count {
            var end = start + 1
            while end < values.count, values[end] == values[start] { end += 1 }
            self.write(end - start)
            write(&self, values[start])
            start = end
        }
    }
}

extension BlockReader {
    fileprivate mutating func runs<Value>(
        _ count: Int, _ value: (inout BlockReader) throws(StorageError) -> Value
    ) throws(StorageError) -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(min(count, 4_096))
        while values.count < count {
            let length = try self.count(atMost: count - values.count)
            guard length > 0 else { throw damage }
            let repeated = try value(&self)
            for _ in 0..<length { values.append(repeated) }
        }
        return values
    }
}
