package import Standards
package import Storage

/// Questions about exceptional events of the air.
package enum AirExceptionStore {
    /// An application by its id; nil when there is none.
    package static func exception(_ id: String, in connection: ReadConnection) throws -> AirException? {
        try exceptions(where: "id = \(id)", in: connection).first
    }

    /// All applications, the youngest first.
    package static func exceptions(in connection: ReadConnection) throws -> [AirException] {
        try exceptions(where: "1 = 1", in: connection).reversed()
    }

    /// What is out on a day, by station.
    static func deductions(
        on day: CivilDate, in connection: ReadConnection
    ) throws -> [String: [AirItem: AirDeduction.Cause]] {
        var out: [String: [AirItem: AirDeduction.Cause]] = [:]
        try connection.forEachRow(
            "SELECT station, item, seq, event FROM air_deduction WHERE date = \(day.description) ORDER BY seq"
        ) { row in
            guard let item = AirItem(rawValue: try row.text("item")) else { return }
            out[try row.text("station"), default: [:]][item] = AirDeduction.Cause(
                sequence: try row.integer("seq"), event: try row.text("event"))
        }
        return out
    }

    /// The values of places and days that stand in the evaluation in place of the measured ones, by day and place.
    package static func deductedValues(
        from: CivilDate, to: CivilDate, in connection: ReadConnection
    ) throws -> [AirDeductedValue] {
        try connection.rows(
            """
            SELECT * FROM air_day_deducted WHERE date BETWEEN \(from.description) AND \(to.description)
            ORDER BY date, place, item
            """
        ) { row in
            guard let item = AirItem(rawValue: try row.text("item")), let date = CivilDate(try row.text("date")) else {
                return nil
            }
            return AirDeductedValue(
                place: AirPlace(id: try row.text("place")), date: date, item: item,
                value: try row.optionalText("value").flatMap { Rational($0) }, used: Int(try row.integer("used")),
                expected: Int(try row.integer("expected")), isValid: try row.flag("valid"),
                word: try row.text("word"), sequence: try row.integer("seq"))
        }.compactMap { $0 }
    }

    /// The AQI of a place's day without what is out; nil where nothing is, or there is none.
    package static func deductedIndex(
        of place: AirPlace, on day: CivilDate, in connection: ReadConnection
    ) throws -> (aqi: Int?, countsGoodDays: Bool)? {
        try connection.first(
            "SELECT aqi, counts FROM air_deducted_index WHERE date = \(day.description) AND place = \(place.id)"
        ) { (aqi: try $0.optionalInteger("aqi").map(Int.init), countsGoodDays: try $0.flag("counts")) }
    }

    private static func exceptions(where condition: SQL, in connection: ReadConnection) throws -> [AirException] {
        let heads = try connection.rows(
            "SELECT * FROM air_exception WHERE " + condition + " ORDER BY seq"
        ) { row in
            AirException(
                id: try row.text("id"), kind: try row.text("event"),
                extent: AirException.Extent(stored: try row.text("extent")), reason: try row.text("reason"),
                applicant: try row.text("applicant"), appliedMilliseconds: try row.integer("applied"),
                sequence: try row.integer("seq"), decisions: [])
        }
        return try heads.map { head in
            AirException(
                id: head.id, kind: head.kind, extent: head.extent, reason: head.reason, applicant: head.applicant,
                appliedMilliseconds: head.appliedMilliseconds, sequence: head.sequence,
                decisions: try decisions(of: head.id, in: connection))
        }
    }

    private static func decisions(of id: String, in connection: ReadConnection) throws -> [AirException.Decision] {
        try connection.rows("SELECT * FROM air_exception_decision WHERE id = \(id) ORDER BY seq") { row in
            AirException.Decision(
                verdict: AirException.Verdict(rawValue: try row.text("verdict")) ?? .refused,
                issuer: try row.text("issuer"), document: try row.text("document"),
                date: CivilDate(try row.text("date")) ?? .first, attachment: try row.integer("attachment"),
                attachedTo: try row.text("station"), extent: AirException.Extent(stored: try row.text("extent")),
                note: try row.text("note"), reviewer: try row.text("reviewer"), sequence: try row.integer("seq"))
        }
    }
}
