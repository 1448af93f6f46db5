/// The file of one source (一源一档), made of what records say of it, in their order: present, or as of any record.
package struct SourceFile: Sendable, Hashable {
    package enum State: String, Sendable, CaseIterable {
        case active
        /// It is no longer watched.
        case withdrawn
        /// It was put into another file.
        case merged
        /// The batch that brought it was taken back.
        case undone
    }

    package let id: String
    /// The id of its kind.
    package let kind: String
    /// Whether it is an object of the older registry, which is changed there.
    package let isObject: Bool
    package private(set) var state: State = .undone
    /// The last record that counts; 0 when none does.
    package private(set) var sequence: Int64 = 0
    package private(set) var fields: [String: SourceFieldState] = [:]
    /// The file it was put into.
    package private(set) var mergedInto: String?
    /// The files that were put into it.
    package private(set) var absorbed: [String] = []
    /// All events, also those that were taken back.
    package let events: [SourceEvent]

    /// - Parameter sequence: the record as of which it is shown; nil for the present.
    package init(id: String, kind: String, isObject: Bool, events: [SourceEvent], asOf sequence: Int64? = nil) {
        self.id = id
        self.kind = kind
        self.isObject = isObject
        self.events = events
        for event in events where event.stands(at: sequence ?? .max) { apply(event) }
    }

    /// What it is called.
    package var name: String { value(SourceKind.nameField) ?? "" }

    /// The value of a field that holds; nil when there is none or it is a fact about a person.
    package func value(_ field: String) -> String? {
        guard let value = fields[field]?.current.value, !value.isEmpty else { return nil }
        return value
    }

    /// Whether a field holds anything.
    package func has(_ field: String) -> Bool { fields[field].map { $0.current.value != "" } ?? false }

    /// The fields about which two origins differ.
    package var contestedFields: [String] { fields.filter { !$0.value.contested.isEmpty }.keys.sorted() }

    /// What a value would do to a field.
    package func effect(
        of value: String?, on field: String, from origin: String, decides: Bool
    ) -> SourceFieldState.Effect {
        fields[field]?.effect(of: value, from: origin, decides: decides) ?? (value == "" ? .nothing : .fills)
    }

    /// Every value that a field ever had, with what was said against it, by record.
    package func history(of field: String) -> [(event: SourceEvent, value: String?)] {
        events.compactMap { event in event.values[field].map { (event, $0) } }
    }

    private mutating func apply(_ event: SourceEvent) {
        sequence = event.sequence
        switch event.act {
        case .registered:
            state = .active
            // The older registry replaces what it knew; of a source there is one registration.
            if isObject { fields = fields.filter { event.values.keys.contains($0.key) } }
        case .changed: break
        case .merged: if let other = event.other { absorbed.append(other) }
        case .absorbed:
            state = .merged
            mergedInto = event.other
        case .withdrawn: state = .withdrawn
        }
        for (field, value) in event.values {
            let claim = event.claim(value)
            if fields[field] == nil {
                if value != "" { fields[field] = SourceFieldState(claim) }
            } else {
                fields[field]?.take(claim, decides: event.decides)
            }
        }
    }
}
