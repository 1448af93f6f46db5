import Casework
import Ledger
import Records
import Standards
import Storage

/// What one record says of a paper.
enum PaperEvent: Hashable, Sendable {
    /// It is begun, or gets another revision. `values` are those that name nobody; `people` says which field of the record's
    /// facts about people stands for which element.
    case written(Writing)
    case numbered(series: String, year: Int, ordinal: Int, number: String)
    /// Somebody signs electronically; `completes` where it was the last signature.
    case signed(part: String, person: String, role: String, completes: Bool)
    case completed(Completing)
    case spoiled(reason: String)

    struct Writing: Hashable, Sendable {
        var form: String
        var formVersion: CivilDate
        var document: String
        var day: CivilDate?
        var values: [String: PaperValue]
        var people: [String: String]
    }

    struct Completing: Hashable, Sendable {
        var way: PaperCompletion.Way
        var revision: Int
        var code: String
        var scan: PaperScan?
        var signers: [PaperCompletion.Signer]
        var pages: Int
        var signedPages: Int
        var note: String
        var day: CivilDate
    }
}

extension PaperEvent {
    static let version: Int64 = 1

    /// The body of its record.
    ///
    /// - Parameter follows: the last record about the paper that the person saw; nil for a new one.
    func body(of paper: PaperID, follows: Int64?) -> CanonicalValue {
        var members = members
        members["kind"] = "case-paper"
        members["version"] = .integer(Self.version)
        members["paper"] = .string(paper.rawValue)
        members["follows"] = follows.map { .integer($0) } ?? .null
        return .object(members)
    }

    private var members: [String: CanonicalValue] {
        switch self {
        case .written(let writing):
            [
                "is": "written", "form": .string(writing.form), "formVersion": .string(writing.formVersion.description),
                "document": .string(writing.document), "day": writing.day.map { .string($0.description) } ?? .null,
                "values": .array(
                    writing.values.sorted { $0.key < $1.key }.map { name, value in
                        ["element": .string(name), "value": value.canonical]
                    }),
                "people": .array(
                    writing.people.sorted { $0.key < $1.key }.map { field, element in
                        ["field": .string(field), "element": .string(element)]
                    }),
            ]
        case .numbered(let series, let year, let ordinal, let number):
            [
                "is": "numbered", "series": .string(series), "year": .integer(Int64(year)),
                "ordinal": .integer(Int64(ordinal)), "number": .string(number),
            ]
        case .signed(let part, let person, let role, let completes):
            [
                "is": "signed", "part": .string(part), "person": .string(person), "role": .string(role),
                "completes": .bool(completes),
            ]
        case .completed(let completing): completing.members
        case .spoiled(let reason): ["is": "spoiled", "reason": .string(reason)]
        }
    }

    /// Reads a body; nil when it is none.
    init?(_ body: CanonicalValue) {
        guard body["kind"]?.text == "case-paper", body["version"]?.integer == Self.version else { return nil }
        switch body["is"]?.text {
        case "written":
            guard let writing = Writing(body) else { return nil }
            self = .written(writing)
        case "numbered":
            guard let series = body["series"]?.text, let year = body["year"]?.integer,
                let ordinal = body["ordinal"]?.integer, let number = body["number"]?.text
            else { return nil }
            self = .numbered(series: series, year: Int(year), ordinal: Int(ordinal), number: number)
        case "signed":
            guard let part = body["part"]?.text, let person = body["person"]?.text, let role = body["role"]?.text,
                let completes = body["completes"]?.bool
            else { return nil }
            self = .signed(part: part, person: person, role: role, completes: completes)
        case "completed":
            guard let completing = Completing(body) else { return nil }
            self = .completed(completing)
        case "spoiled":
            guard let reason = body["reason"]?.text else { return nil }
            self = .spoiled(reason: reason)
        default: return nil
        }
    }
}

extension PaperEvent.Writing {
    fileprivate init?(_ body: CanonicalValue) {
        guard let form = body["form"]?.text, let version = body["formVersion"]?.text.flatMap({ CivilDate($0) }),
            let document = body["document"]?.text, let rows = body["values"]?.elements,
            let fields = body["people"]?.elements
        else { return nil }
        var values: [String: PaperValue] = [:]
        for row in rows {
            guard let name = row["element"]?.text, let value = row["value"].flatMap({ PaperValue(canonical: $0) })
            else { return nil }
            values[name] = value
        }
        var people: [String: String] = [:]
        for field in fields {
            guard let key = field["field"]?.text, let element = field["element"]?.text else { return nil }
            people[key] = element
        }
        self.init(
            form: form, formVersion: version, document: document, day: body["day"]?.text.flatMap { CivilDate($0) },
            values: values, people: people)
    }
}

extension PaperEvent.Completing {
    fileprivate var members: [String: CanonicalValue] {
        var scanned: CanonicalValue = .null
        if let scan {
            scanned = [
                "attachment": .string(scan.id.rawValue), "form": .string(scan.form), "size": .integer(scan.size),
                "name": .string(scan.name),
            ]
        }
        return [
            "is": "completed", "way": .string(way.rawValue), "revision": .integer(Int64(revision)),
            "code": .string(code), "scan": scanned,
            "signers": .array(
                signers.map { signer in
                    [
                        "part": .string(signer.part), "person": signer.person.map { .string($0) } ?? .null,
                        "day": .string(signer.day.description),
                    ]
                }),
            "pages": .integer(Int64(pages)), "signedPages": .integer(Int64(signedPages)), "note": .string(note),
            "day": .string(day.description),
        ]
    }

    fileprivate init?(_ body: CanonicalValue) {
        guard let way = body["way"]?.text.flatMap({ PaperCompletion.Way(rawValue: $0) }),
            let revision = body["revision"]?.integer, let code = body["code"]?.text,
            let rows = body["signers"]?.elements, let pages = body["pages"]?.integer,
            let signed = body["signedPages"]?.integer, let note = body["note"]?.text,
            let day = body["day"]?.text.flatMap({ CivilDate($0) })
        else { return nil }
        let signers = rows.compactMap { row -> PaperCompletion.Signer? in
            guard let part = row["part"]?.text, let day = row["day"]?.text.flatMap({ CivilDate($0) }) else {
                return nil
            }
            return PaperCompletion.Signer(part: part, person: row["person"]?.text, day: day)
        }
        guard signers.count == rows.count else { return nil }
        var scan: PaperScan?
        if let scanned = body["scan"], let id = scanned["attachment"]?.text, let form = scanned["form"]?.text,
            let size = scanned["size"]?.integer, let name = scanned["name"]?.text
        {
            scan = PaperScan(id: AttachmentID(rawValue: id), form: form, size: size, name: name)
        }
        self.init(
            way: way, revision: Int(revision), code: code, scan: scan, signers: signers, pages: Int(pages),
            signedPages: Int(signed), note: note, day: day)
    }
}
