import Standards
import Storage

/// Readings of one object and one length of period over a stretch of time, held together as one value of the table
/// `reading_block`.
///
/// What a packet says of several items arrives together: time, arrival and origin are kept once for all of them. The
/// bytes of a block follow from the set of its readings alone, whatever order they came in, so that a rebuild gives
/// identical tables.
struct ReadingBlock {
    /// For which period, when and from where values came: what all values of a packet share.
    struct Arrival: Hashable, Comparable {
        /// Seconds since 1970-01-01T00:00:00Z.
        let start: Int64
        /// Milliseconds since 1970-01-01T00:00:00Z.
        let arrived: Int64
        let source: Int64
        let position: Int64

        static func < (left: Arrival, right: Arrival) -> Bool {
            (left.start, left.arrived, left.source, left.position)
                < (right.start, right.arrived, right.source, right.position)
        }
    }

    /// What arrived of one item.
    struct Column {
        let item: String
        /// By the places of their arrivals, ascending once settled.
        var cells: [Cell] = []
    }

    /// One value.
    struct Cell {
        /// The digits as sent, 0 where there is no value.
        var significand: Int64
        /// Place in `arrivals`.
        var row: Int32
        var kind: Kind
    }

    /// What stands beside the digits of a value, in the width of a number: there are as many as values.
    struct Kind: Hashable {
        private var bits: UInt32

        init(flag: Int, scale: Int, isBelowDetection: Bool, isAbsent: Bool) {
            bits = UInt32(flag) << 8 | UInt32(scale) << 2 | (isBelowDetection ? 2 : 0) | (isAbsent ? 1 : 0)
        }

        /// Place in `flags`.
        var flag: Int { Int(bits >> 8) }
        /// Scale and both marks as one number; see `init(flag:form:)`.
        var form: Int { Int(bits & 0xFF) }
        var scale: Int { form >> 2 }
        var isBelowDetection: Bool { bits & 2 != 0 }
        var isAbsent: Bool { bits & 1 != 0 }

        init(flag: Int, form: Int) { bits = UInt32(flag) << 8 | UInt32(form) }

        static let greatestForm = ExactDecimal.maximumScale << 2 | 3
        static let greatestFlag = (1 << 24) - 1
    }

    private(set) var arrivals: [Arrival] = []
    private(set) var columns: [Column] = []
    private(set) var flags: [String] = []
    /// Places in `flags`, looked into when there are more than the standards know.
    private var flagPlaces: [String: Int] = [:]
    private var isSorted = true
    /// Items of a packet come in the same order every time.
    private var nextColumn = 0

    init() {}

    /// Adds a reading; of two with the same series, period, arrival and origin the first counts.
    mutating func add(_ reading: Reading) {
        let origin = reading.origin
        let arrival = Arrival(
            start: reading.start.secondsSince1970, arrived: reading.arrivedMilliseconds, source: origin.source,
            position: origin.position)
        let kind = Kind(
            flag: flagIndex(reading.flag), scale: reading.value?.scale ?? 0,
            isBelowDetection: reading.isBelowDetection, isAbsent: reading.value == nil)
        add(reading.value?.significand ?? 0, kind, of: reading.series.item, at: arrival)
    }

    /// Adds what a message says, as if each of its readings were added.
    mutating func add(_ message: ReadingMessage) {
        let arrival = Arrival(
            start: message.start.secondsSince1970, arrived: message.arrivedMilliseconds,
            source: message.origin.source, position: message.origin.position)
        if arrivals.last != arrival { append(arrival) }
        for value in message.values {
            let kind = Kind(
                flag: flagIndex(value.flag), scale: value.value?.scale ?? 0, isBelowDetection: false,
                isAbsent: value.value == nil)
            addToLast(value.value?.significand ?? 0, kind, of: value.item)
        }
    }

    /// Adds readings one after the other.
    mutating func add(_ readings: ArraySlice<Reading>) {
        for reading in readings { add(reading) }
    }

    /// Adds what another block holds.
    mutating func merge(_ other: ReadingBlock) {
        let flagIndexes = other.flags.map { flagIndex($0) }
        let keepsFlags = flagIndexes.elementsEqual(flagIndexes.indices)
        let base = Int32(arrivals.count)
        arrivals.reserveCapacity(arrivals.count + other.arrivals.count)
        for arrival in other.arrivals { append(arrival) }
        for column in other.columns {
            let index = columnIndex(of: column.item)
            columns[index].cells.reserveCapacity(columns[index].cells.count + column.cells.count)
            for var cell in column.cells {
                cell.row += base
                if !keepsFlags { cell.kind = Kind(flag: flagIndexes[cell.kind.flag], form: cell.kind.form) }
                columns[index].cells.append(cell)
            }
        }
    }

    /// Brings arrivals into the order of period and arrival and drops what is there twice.
    mutating func settle() {
        if isSorted { return }
        let order = arrivals.indices.sorted { (arrivals[$0], $0) < (arrivals[$1], $1) }
        var sorted: [Arrival] = []
        sorted.reserveCapacity(arrivals.count)
        var places = [Int32](repeating: 0, count: arrivals.count)
        for index in order {
            if sorted.last != arrivals[index] { sorted.append(arrivals[index]) }
            places[index] = Int32(sorted.count - 1)
        }
        arrivals = sorted
        for index in columns.indices { columns[index].settle(places) }
        isSorted = true
    }

    private mutating func add(_ significand: Int64, _ kind: Kind, of item: String, at arrival: Arrival) {
        if arrivals.last != arrival { append(arrival) }
        addToLast(significand, kind, of: item)
    }

    /// Adds a value that came with the last arrival.
    private mutating func addToLast(_ significand: Int64, _ kind: Kind, of item: String) {
        let row = Int32(arrivals.count - 1)
        let index = columnIndex(of: item)
        if columns[index].cells.last?.row == row { return }
        columns[index].cells.append(Cell(significand: significand, row: row, kind: kind))
    }

    private mutating func append(_ arrival: Arrival) {
        // Equal ones need merging too.
        if let last = arrivals.last, arrival <= last { isSorted = false }
        arrivals.append(arrival)
    }

    private mutating func columnIndex(of item: String) -> Int {
        if nextColumn >= columns.count { nextColumn = 0 }
        if nextColumn < columns.count, columns[nextColumn].item == item {
            nextColumn += 1
            return nextColumn - 1
        }
        if let index = columns.firstIndex(where: { $0.item == item }) {
            nextColumn = index + 1
            return index
        }
        columns.append(Column(item: item))
        nextColumn = columns.count
        return columns.count - 1
    }

    private mutating func flagIndex(_ flag: String) -> Int {
        // A device may send whatever it likes as a mark, another one with every value.
        if flags.count > 16 {
            if let place = flagPlaces[flag] { return place }
        } else if let place = flags.firstIndex(of: flag) {
            return place
        }
        flagPlaces[flag] = flags.count
        flags.append(flag)
        return flags.count - 1
    }
}

extension ReadingBlock {
    /// A block as read back from its bytes.
    init(arrivals: [Arrival], columns: [Column], flags: [String]) {
        self.arrivals = arrivals
        self.columns = columns
        self.flags = flags
        for (place, flag) in flags.enumerated() { flagPlaces[flag] = place }
    }
}

extension ReadingBlock.Column {
    /// Moves values to the places that their arrivals have now; of two at one place the earlier added stays.
    fileprivate mutating func settle(_ places: [Int32]) {
        for index in cells.indices { cells[index].row = places[Int(cells[index].row)] }
        let order = cells.indices.sorted { (cells[$0].row, $0) < (cells[$1].row, $1) }
        var settled: [ReadingBlock.Cell] = []
        settled.reserveCapacity(cells.count)
        for index in order where settled.last?.row != cells[index].row { settled.append(cells[index]) }
        cells = settled
    }
}
