package import Ledger
package import Records
import Standards
package import Storage

/// The questions to owners of stations and their replies.
package struct ReviewQuestionProjection: Projection {
    package init() {}

    package let name = "review-questions"
    package let version = 2

    package var definitions: [Definition] {
        [
            .table(
                "review_question",
                """
                (seq INTEGER NOT NULL PRIMARY KEY, object TEXT NOT NULL, text TEXT NOT NULL, addressee TEXT NOT NULL,
                reviewer TEXT NOT NULL, asked INTEGER NOT NULL, due INTEGER) STRICT
                """),
            .table(
                "review_question_cell",
                """
                (question INTEGER NOT NULL, start INTEGER NOT NULL, item TEXT NOT NULL, judged TEXT,
                PRIMARY KEY (start, question, item)) STRICT, WITHOUT ROWID
                """),
            .table(
                "review_question_reply",
                """
                (question INTEGER NOT NULL, seq INTEGER NOT NULL, text TEXT NOT NULL, issuer TEXT NOT NULL,
                document TEXT NOT NULL, date TEXT NOT NULL, reviewer TEXT NOT NULL, recorded INTEGER NOT NULL,
                PRIMARY KEY (question, seq)) STRICT, WITHOUT ROWID
                """),
        ]
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        let body = record.body
        switch record.action {
        case ReviewQuestionActions.asked:
            try connection.execute(
                """
                INSERT INTO review_question (seq, object, text, addressee, reviewer, asked, due) VALUES
                (\(record.sequence), \(record.subject), \(body["text"]?.text ?? ""),
                \(body["addressee"]?.text ?? ""), \(body["reviewer"]?.text ?? ""), \(record.timeMilliseconds),
                \(body["due"]?.integer))
                """)
            for cell in ReviewCell.cells(in: body) {
                try connection.execute(
                    """
                    INSERT INTO review_question_cell (question, start, item, judged) VALUES
                    (\(record.sequence), \(cell.start.secondsSince1970), \(cell.item), \(cell.judged))
                    """)
            }
        case ReviewQuestionActions.answered:
            try connection.execute(
                """
                INSERT INTO review_question_reply (question, seq, text, issuer, document, date, reviewer, recorded) VALUES
                (\(body["question"]?.integer ?? 0), \(record.sequence), \(body["text"]?.text ?? ""),
                \(body["issuer"]?.text ?? ""), \(body["document"]?.text ?? ""), \(body["date"]?.text ?? ""),
                \(body["reviewer"]?.text ?? ""), \(record.timeMilliseconds))
                """)
        default: return
        }
    }
}
