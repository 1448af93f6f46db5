/// What a packet says about one factor: `w01018-Rtd=40.1,w01018-Flag=N`.
public struct Item: Sendable {
    /// One field of the factor.
    public struct Field: Sendable {
        /// What follows the dash, as sent.
        public let name: FieldText
        /// The value, as sent.
        public let value: FieldText
    }

    /// The code of the factor, as sent.
    public let code: FieldText
    /// The fields in the order they were sent.
    public private(set) var fields: [Field] = []
    /// Whether a separator was lost in this item, so that a value was left out.
    public private(set) var isDamaged = false

    /// Most factors have as many fields at most.
    private static let usualFields = 4

    init(code: FieldText) {
        self.code = code
        fields.reserveCapacity(Self.usualFields)
    }

    /// A field by its name, ignoring case; the last of several counts.
    public subscript(_ name: FieldName) -> FieldText? {
        fields.last { $0.name.equalsIgnoringCase(name.rawValue) }?.value
    }

    mutating func add(_ field: Field) {
        // Log text may hold anything; in a value a `=` shows that the separator before the next name is missing.
        if field.value.contains(ASCII.equals), !field.name.equalsIgnoringCase(FieldName.info.rawValue) {
            isDamaged = true
        } else {
            fields.append(field)
        }
    }
}
