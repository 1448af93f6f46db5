import Ledger
import Records
import Registry
import Standards
import Storage

/// What must hold before something goes on record about alerts.
enum AlertCheck {
    static func raising(_ action: Action, _ connection: ReadConnection, _ milliseconds: Int64) throws {
        let given = action.body["alerts"]?.elements ?? []
        let alerts = AlertCandidate.candidates(in: action.body)
        guard !alerts.isEmpty, alerts.count == given.count, alerts.count <= AlertActions.greatestCount,
            Set(alerts.map(\.identity)).count == alerts.count
        else { throw RecordsError(.invalid, field: "alerts", detail: "\(given.count)") }
        let known = try AlertStore.ends(of: alerts.map(\.identity.id), in: connection)
        for alert in alerts {
            // What is on record is not recorded again unless it lasts longer; nothing speaks of the future.
            guard alert.until.secondsSince1970 * 1_000 <= milliseconds, alert.identity.start < alert.until,
                known[alert.identity.id].map({ $0 < alert.until }) ?? true,
                alert.suppressed.isEmpty ? !alert.isSampled : true
            else { throw RecordsError(.superseded, field: "alerts", detail: alert.identity.id) }
        }
    }

    static func assigning(_ action: Action, _ connection: ReadConnection) throws {
        try open(action, in: connection)
        try name("person", of: action)
        try ReviewCheck.reviewer(action.body)
    }

    static func closing(_ action: Action, _ connection: ReadConnection) throws {
        try open(action, in: connection)
        guard action.body["outcome"]?.text.flatMap(Alert.Outcome.init(rawValue:)) != nil else {
            throw RecordsError(.invalid, field: "outcome", detail: action.body["outcome"]?.text ?? "")
        }
        try note(of: action)
        try ReviewCheck.reviewer(action.body)
    }

    static func missing(_ action: Action, _ connection: ReadConnection, _ milliseconds: Int64) throws {
        guard try RegistryStore.object(action.subject, in: connection) != nil else {
            throw RecordsError(.unknownSubject, field: "object", detail: action.subject)
        }
        guard action.body["about"]?.text.flatMap(AlertKind.init(rawValue:)) != nil else {
            throw RecordsError(.invalid, field: "about", detail: action.body["about"]?.text ?? "")
        }
        guard let date = action.body["date"]?.text.flatMap({ CivilDate($0) }),
            date <= Instant(secondsSince1970: milliseconds / 1_000).beijingDate
        else { throw RecordsError(.invalid, field: "date", detail: action.body["date"]?.text ?? "") }
        try note(of: action)
        try ReviewCheck.reviewer(action.body)
    }

    /// Alerts that are for a person and not closed yet.
    private static func open(_ action: Action, in connection: ReadConnection) throws {
        let given = action.body["alerts"]?.elements ?? []
        let ids = given.compactMap(\.text)
        guard !ids.isEmpty, ids.count == given.count, Set(ids).count == ids.count,
            ids.count <= AlertActions.greatestCount
        else { throw RecordsError(.invalid, field: "alerts", detail: "\(given.count)") }
        for id in ids {
            guard let alert = try AlertStore.alert(id, in: connection) else {
                throw RecordsError(.unknownSubject, field: "alert", detail: id)
            }
            guard alert.outcome == nil else { throw RecordsError(.superseded, field: "closed", detail: id) }
            guard alert.isForPerson else { throw RecordsError(.invalid, field: "suppressed", detail: id) }
        }
    }

    private static func note(of action: Action) throws {
        guard action.body["note"]?.text?.isEmpty == false else {
            throw RecordsError(.invalid, field: "note", detail: "")
        }
        try ReviewCheck.text(action.body, "note", upTo: AlertActions.greatestTextLength)
    }

    private static func name(_ field: String, of action: Action) throws {
        guard action.body[field]?.text?.isEmpty == false else {
            throw RecordsError(.invalid, field: field, detail: "")
        }
        try ReviewCheck.text(action.body, field, upTo: AlertActions.greatestNameLength)
    }
}
