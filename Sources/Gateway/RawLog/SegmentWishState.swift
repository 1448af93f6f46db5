import Storage

/// What processes that only read the packet log ask of the one that writes it: to close its segments. May be lost: who waits for it
/// is told so and asks again.
enum SegmentWishState {
    static let migration = Migration(
        id: "gateway.3.wish",
        statements: [
            """
            CREATE TABLE segment_wish (
                number INTEGER NOT NULL PRIMARY KEY CHECK (number = 1), asked INTEGER NOT NULL, met INTEGER NOT NULL
            ) STRICT
            """
        ])

    /// Asks for it.
    ///
    /// - Returns: the number of the wish.
    static func ask(in connection: WriteConnection) throws -> Int64 {
        try connection.execute(
            """
            INSERT INTO segment_wish (number, asked, met) VALUES (1, 1, 0)
            ON CONFLICT (number) DO UPDATE SET asked = segment_wish.asked + 1
            """)
        return try connection.reading.first("SELECT asked FROM segment_wish") { try $0.integer("asked") } ?? 1
    }

    /// The last wish that is not met yet; nil when there is none.
    static func open(in connection: ReadConnection) throws -> Int64? {
        try connection.first("SELECT asked FROM segment_wish WHERE asked > met") { try $0.integer("asked") }
    }

    /// All wishes up to one are met.
    static func meet(_ wish: Int64, in connection: WriteConnection) throws {
        try connection.execute("UPDATE segment_wish SET met = \(wish) WHERE met < \(wish)")
    }

    static func isMet(_ wish: Int64, in connection: ReadConnection) throws -> Bool {
        try connection.first("SELECT met FROM segment_wish WHERE met >= \(wish)") { try $0.integer("met") } != nil
    }
}
