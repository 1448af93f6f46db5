internal import CPostgreSQL

/// The values of one statement as libpq takes them, in one piece of memory.
///
/// Integers and bytes go in binary with their type; text goes like a literal, without a type, so that the server reads it as what
/// it is compared with: `year = '2026'` means the same on both engines.
struct PostgreSQLParameters {
    /// The server's numbers of types.
    enum TypeNumber {
        static let unknown: Oid = 0
        static let bytes: Oid = 17
        static let integer: Oid = 20
    }

    private var bytes: [CChar] = []
    /// Where each value begins; nil for NULL.
    private var offsets: [Int?] = []
    private(set) var types: [Oid] = []
    private(set) var lengths: [Int32] = []
    private(set) var formats: [Int32] = []

    init(_ values: [SQLValue]) {
        offsets.reserveCapacity(values.count)
        types.reserveCapacity(values.count)
        lengths.reserveCapacity(values.count)
        formats.reserveCapacity(values.count)
        for value in values { add(value) }
    }

    var count: Int { offsets.count }

    private mutating func add(_ value: SQLValue) {
        switch value {
        case .null: note(nil, TypeNumber.unknown, length: 0, isBinary: false)
        case .integer(let number):
            note(bytes.count, TypeNumber.integer, length: 8, isBinary: true)
            withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0.bindMemory(to: CChar.self)) }
        case .text(let text):
            note(bytes.count, TypeNumber.unknown, length: 0, isBinary: false)
            var text = StorableText.of(text)
            text.withUTF8 { buffer in
                buffer.withMemoryRebound(to: CChar.self) { bytes.append(contentsOf: $0) }
            }
            bytes.append(0)
        case .blob(let blob):
            note(bytes.count, TypeNumber.bytes, length: blob.count, isBinary: true)
            blob.withUnsafeBytes { bytes.append(contentsOf: $0.bindMemory(to: CChar.self)) }
        }
    }

    private mutating func note(_ offset: Int?, _ type: Oid, length: Int, isBinary: Bool) {
        offsets.append(offset)
        types.append(type)
        lengths.append(Int32(clamping: length))
        formats.append(isBinary ? 1 : 0)
    }

    func withPointers<Value>(_ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Value) -> Value {
        // Bytes of no length still need an address: a null pointer would be NULL.
        let storage = bytes.isEmpty ? [0] : bytes
        return storage.withUnsafeBufferPointer { buffer in
            let pointers = offsets.map { offset in offset.flatMap { offset in buffer.baseAddress.map { $0 + offset } } }
            return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
        }
    }
}
