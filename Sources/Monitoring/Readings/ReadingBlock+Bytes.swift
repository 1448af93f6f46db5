import Storage

/// The bytes of a block. In this order: the form's number; the arrivals, their four fields one after the other as steps
/// from one to the next; by item, in the order of names, a part of its own, so that a reader of one item passes over the
/// others; and the marks.
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
        var writer = BlockWriter(capacity: 512 + arrivals.count * (8 + 3 * columns.count))
        writer.write(Self.form)
        writer.write(arrivals.count)
        writeArrivals(from: base, to: &writer)
        let order = columns.indices.filter { !columns[$0].cells.isEmpty }
            .sorted { columns[$0].item < columns[$1].item }
        var marks = MarkTable(count: flags.count)
        writer.write(order.count)
        var part = BlockWriter(capacity: 64 + arrivals.count * 3)
        for index in order {
            writer.write(columns[index].item)
            part.clear()
            write(columns[index], &marks, to: &part)
            writer.write(part)
        }
        writer.write(marks.used.count)
        for index in marks.used { writer.write(flags[index]) }
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
        let columnCount = try reader.count(atMost: Self.greatestItems)
        var columns: [Column] = []
        var greatestFlag = -1
        for _ in 0..<columnCount {
            let item = try reader.text()
            var part = try reader.part()
            guard wanted == nil || wanted == item else { continue }
            columns.append(Column(item: item, cells: try Self.cells(&part, arrivals.count, &greatestFlag)))
        }
        var flags: [String] = []
        for _ in 0..<(try reader.count(atMost: Kind.greatestFlag)) { flags.append(try reader.text()) }
        guard reader.isAtEnd, greatestFlag < flags.count else { throw reader.damage }
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
        var row = 0
        while row < arrivals.count {
            var end = row + 1
            while end < arrivals.count, arrivals[end].source == arrivals[row].source { end += 1 }
            writer.write(end - row)
            writer.write(signed: arrivals[row].source)
            row = end
        }
    }

    private static func arrivals(_ reader: inout BlockReader, from base: Int64) throws(StorageError) -> [Arrival] {
        let count = try reader.count(atMost: Self.greatestArrivals)
        let starts = try steps(&reader, count, from: base)
        let delays = try steps(&reader, count, from: 0)
        let positions = try steps(&reader, count, from: 0)
        var arrivals: [Arrival] = []
        arrivals.reserveCapacity(count)
        while arrivals.count < count {
            let end = arrivals.count + (try reader.count(atMost: count - arrivals.count))
            guard end > arrivals.count else { throw reader.damage }
            let source = try reader.signed()
            for row in arrivals.count..<end {
                arrivals.append(
                    Arrival(
                        start: starts[row], arrived: delays[row] &+ starts[row] &* 1000, source: source,
                        position: positions[row]))
            }
        }
        return arrivals
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

    private func write(_ column: Column, _ marks: inout MarkTable, to writer: inout BlockWriter) {
        let cells = column.cells
        // Mostly an item is in every packet: then nothing but that is said.
        if cells.count == arrivals.count {
            writer.write(0)
        } else {
            writer.write(cells.count)
            var last: Int32 = -1
            for cell in cells {
                writer.write(Int(cell.row - last - 1))
                last = cell.row
            }
        }
        var start = 0
        while start < cells.count {
            let kind = cells[start].kind
            var end = start + 1
            while end < cells.count, cells[end].kind == kind { end += 1 }
            writer.write(end - start)
            writer.write(kind.form)
            writer.write(marks.place(of: kind.flag))
            start = end
        }
        var last: Int64 = 0
        for cell in cells where !cell.kind.isAbsent {
            writer.write(signed: cell.significand &- last)
            last = cell.significand
        }
    }

    private static func cells(
        _ reader: inout BlockReader, _ arrivals: Int, _ greatestFlag: inout Int
    ) throws(StorageError) -> [Cell] {
        let rows = try rows(&reader, arrivals: arrivals)
        var cells: [Cell] = []
        cells.reserveCapacity(rows.count)
        while cells.count < rows.count {
            let end = cells.count + (try reader.count(atMost: rows.count - cells.count))
            guard end > cells.count else { throw reader.damage }
            let form = try reader.count(atMost: Kind.greatestForm)
            let flag = try reader.count(atMost: Kind.greatestFlag)
            greatestFlag = max(greatestFlag, flag)
            let kind = Kind(flag: flag, form: form)
            for row in cells.count..<end { cells.append(Cell(significand: 0, row: rows[row], kind: kind)) }
        }
        var last: Int64 = 0
        for index in cells.indices where !cells[index].kind.isAbsent {
            last = last &+ (try reader.signed())
            cells[index].significand = last
        }
        guard reader.isAtEnd else { throw reader.damage }
        return cells
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
