package import Standards
package import Storage

/// Questions about questions to owners of stations.
package enum ReviewQuestionStore {
    /// A question by its record; nil when it is none.
    package static func question(_ sequence: Int64, in connection: ReadConnection) throws -> ReviewQuestion? {
        try questions(where: "seq = \(sequence)", in: connection).first
    }

    /// The questions about hours that start in a span, by record.
    package static func questions(
        from start: Instant, to end: Instant, in connection: ReadConnection
    ) throws -> [ReviewQuestion] {
        try questions(
            where: """
                seq IN (SELECT question FROM review_question_cell WHERE start >= \(start.secondsSince1970)
                AND start < \(end.secondsSince1970))
                """, in: connection)
    }

    /// The requests to contractors that were made in a span, by record.
    package static func requests(
        from start: Instant, to end: Instant, in connection: ReadConnection
    ) throws -> [ReviewQuestion] {
        try questions(
            where: """
                due IS NOT NULL AND asked >= \(start.secondsSince1970 * 1_000)
                AND asked < \(end.secondsSince1970 * 1_000)
                """, in: connection)
    }

    /// The requests to contractors that nobody has answered, by record.
    package static func openRequests(in connection: ReadConnection) throws -> [ReviewQuestion] {
        try questions(
            where: "due IS NOT NULL AND seq NOT IN (SELECT question FROM review_question_reply)", in: connection)
    }

    private static func questions(where condition: SQL, in connection: ReadConnection) throws -> [ReviewQuestion] {
        let heads = try connection.rows(
            "SELECT object, seq, text, addressee, reviewer, asked, due FROM review_question WHERE " + condition
                + " ORDER BY seq"
        ) { row in
            ReviewQuestion(
                station: try row.text("object"), cells: [], text: try row.text("text"),
                addressee: try row.text("addressee"), reviewer: try row.text("reviewer"),
                askedMilliseconds: try row.integer("asked"),
                due: try row.optionalInteger("due").map { Instant(secondsSince1970: $0) },
                sequence: try row.integer("seq"), replies: [])
        }
        return try heads.map { head in
            ReviewQuestion(
                station: head.station, cells: try cells(of: head.sequence, in: connection), text: head.text,
                addressee: head.addressee, reviewer: head.reviewer, askedMilliseconds: head.askedMilliseconds,
                due: head.due, sequence: head.sequence, replies: try replies(to: head.sequence, in: connection))
        }
    }

    private static func cells(of question: Int64, in connection: ReadConnection) throws -> [ReviewCell] {
        try connection.rows(
            "SELECT start, item, judged FROM review_question_cell WHERE question = \(question) ORDER BY start, item"
        ) { row in
            ReviewCell(
                start: Instant(secondsSince1970: try row.integer("start")), item: try row.text("item"),
                judged: try row.optionalText("judged"))
        }
    }

    private static func replies(
        to question: Int64, in connection: ReadConnection
    ) throws -> [ReviewQuestion.Reply] {
        try connection.rows(
            """
            SELECT seq, text, issuer, document, date, reviewer, recorded FROM review_question_reply WHERE question = \(question)
            ORDER BY seq
            """
        ) { row in
            ReviewQuestion.Reply(
                text: try row.text("text"), issuer: try row.text("issuer"), document: try row.text("document"),
                date: CivilDate(try row.text("date")) ?? .first, reviewer: try row.text("reviewer"),
                recordedMilliseconds: try row.integer("recorded"), sequence: try row.integer("seq"))
        }
    }
}
