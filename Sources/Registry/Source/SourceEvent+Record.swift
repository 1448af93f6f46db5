import Ledger
import Records
import Standards

extension SourceEvent {
    /// What a record says of its subject; nil for records of other actions.
    init?(_ record: LedgerRecord) {
        let body = record.body
        switch record.action {
        case SourceActions.registered, SourceActions.changed:
            guard let origin = SourceOrigin(canonical: body["origin"]) else { return nil }
            var values: [String: String?] = (body["fields"]?.members ?? [:]).mapValues { $0.text ?? "" }
            for field in SourcePersonal.fields(of: record) { values[field] = .some(nil) }
            self.init(
                record, record.action == SourceActions.registered ? .registered : .changed, from: origin,
                decides: body["decides"]?.bool ?? false, values)
        case SourceActions.withdrawn:
            self.init(
                record, .withdrawn, from: .person(basis: ""), decides: true, [:], reason: body["reason"]?.text ?? "")
        case RegistryActions.objectRegistered:
            self.init(
                record, .registered, from: SourceOrigin(name: SourceOrigin.objectName), decides: true,
                Self.values(ofObject: body))
        default: return nil
        }
    }

    init(
        _ record: LedgerRecord, _ act: Act, from origin: SourceOrigin, decides: Bool, _ values: [String: String?],
        other: String? = nil, reason: String = ""
    ) {
        self.init(
            act: act, sequence: record.sequence, timeMilliseconds: record.timeMilliseconds, actor: record.actor,
            origin: origin, decides: decides, values: values, other: other, reason: reason, undoneBy: nil)
    }

    /// Longer texts of objects are outlines and limits, which other pages show.
    private static let greatestObjectText = 200

    /// What the older registry says of an object: its texts and truths, and its place.
    private static func values(ofObject body: CanonicalValue) -> [String: String?] {
        var values: [String: String?] = [:]
        let fields = body["fields"]?.members ?? [:]
        for (name, value) in fields {
            if let text = value.text, text.count <= greatestObjectText { values[name] = text }
            if let flag = value.bool { values[name] = flag ? "是" : "否" }
        }
        values[SourceKind.nameField] = body["name"]?.text ?? ""
        if let longitude = fields["longitude"]?.text.flatMap({ ExactDecimal($0) }),
            let latitude = fields["latitude"]?.text.flatMap({ ExactDecimal($0) }),
            let point = SourcePoint(longitude: longitude, latitude: latitude, datum: .unknown)
        {
            values["location"] = point.text
        }
        return values
    }
}

extension ObjectKind {
    /// The id of the kind of sources among which its objects are listed; nil for none.
    var sourceKind: String? {
        switch self {
        case .station: "station"
        case .section: "section"
        case .noise: "noise-point"
        case .outlet: "outlet"
        case .town: "town"
        case .bureau: nil
        }
    }
}
