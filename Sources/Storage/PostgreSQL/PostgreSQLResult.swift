internal import CPostgreSQL

/// The rows of one statement, all of them; their values are in the server's binary form.
final class PostgreSQLResult {
    /// The server's numbers of the types that our statements give.
    private enum TypeNumber {
        static let flag: Oid = 16
        static let bytes: Oid = 17
        static let integers: Set<Oid> = [20, 21, 23, 26]
        static let texts: Set<Oid> = [18, 19, 25, 114, 705, 1042, 1043]
        static let double: Oid = 701
        static let numeric: Oid = 1700
        static let void: Oid = 2278
    }

    private let pointer: OpaquePointer
    let rowCount: Int
    let columnCount: Int

    init(_ pointer: OpaquePointer) {
        self.pointer = pointer
        rowCount = Int(PQntuples(pointer))
        columnCount = Int(PQnfields(pointer))
    }

    deinit { PQclear(pointer) }

    /// How many rows the statement changed.
    var changedCount: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }

    /// What the statement did, in one word and a number.
    var tag: String { String(cString: PQcmdStatus(pointer)) }

    /// A part of what the server says of a fault; empty when it says nothing.
    func errorField(_ code: UInt8) -> String {
        PQresultErrorField(pointer, Int32(code)).map { String(cString: $0) } ?? ""
    }

    /// The place of a column; nil when there is none of this name.
    func column(_ name: String) -> Int? {
        let index = PQfnumber(pointer, name)
        return index < 0 ? nil : Int(index)
    }

    func name(of column: Int) -> String { PQfname(pointer, Int32(column)).map { String(cString: $0) } ?? "" }

    func isNull(_ row: Int, _ column: Int) -> Bool { PQgetisnull(pointer, Int32(row), Int32(column)) == 1 }

    /// - Throws: `StorageError` with `.wrongColumnType` for a kind of value that the house does not have.
    func value(_ row: Int, _ column: Int) throws(StorageError) -> SQLValue {
        if isNull(row, column) { return .null }
        let bytes = bytes(row, column)
        switch PQftype(pointer, Int32(column)) {
        case let type where TypeNumber.integers.contains(type): return .integer(Self.integer(bytes))
        case let type where TypeNumber.texts.contains(type): return .text(String(decoding: bytes, as: UTF8.self))
        case TypeNumber.bytes: return .blob(Array(bytes))
        case TypeNumber.flag: return .integer(bytes.first == 0 ? 0 : 1)
        case TypeNumber.numeric:
            if let number = PostgreSQLNumeric.integer(bytes) { return .integer(number) }
        case TypeNumber.double:
            let bits = UInt64(bitPattern: Self.integer(bytes))
            return .text(String(Double(bitPattern: bits)))
        case TypeNumber.void: return .null
        default: break
        }
        throw StorageError(.wrongColumnType, detail: name(of: column))
    }

    /// The integer in a place that holds one: the fast way for wide scans.
    func integer(_ row: Int, _ column: Int) -> Int64? {
        if isNull(row, column) { return nil }
        if TypeNumber.integers.contains(PQftype(pointer, Int32(column))) { return Self.integer(bytes(row, column)) }
        guard case .integer(let number)? = try? value(row, column) else {
            preconditionFailure("column \(name(of: column)) holds no integer")
        }
        return number
    }

    /// The text in a place that holds one.
    func text(_ row: Int, _ column: Int) -> String? {
        if isNull(row, column) { return nil }
        guard TypeNumber.texts.contains(PQftype(pointer, Int32(column))) else {
            preconditionFailure("column \(name(of: column)) holds no text")
        }
        return String(decoding: bytes(row, column), as: UTF8.self)
    }

    private func bytes(_ row: Int, _ column: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: PQgetvalue(pointer, Int32(row), Int32(column)),
            count: Int(PQgetlength(pointer, Int32(row), Int32(column))))
    }

    /// A signed integer of two, four or eight bytes, the greatest first.
    private static func integer(_ bytes: UnsafeRawBufferPointer) -> Int64 {
        switch bytes.count {
        case 8: Int64(bigEndian: bytes.loadUnaligned(as: Int64.self))
        case 4: Int64(Int32(bigEndian: bytes.loadUnaligned(as: Int32.self)))
        case 2: Int64(Int16(bigEndian: bytes.loadUnaligned(as: Int16.self)))
        default: 0
        }
    }
}
