import Storage

/// Questions of a look through all readings.
enum ReparseStore {
    /// Which objects have readings of which periods.
    static func groups(in connection: ReadConnection) throws -> [SeriesGroup] {
        try connection.rows("SELECT DISTINCT object, seconds FROM series ORDER BY object, seconds") {
            SeriesGroup(object: try $0.text("object"), seconds: Int(try $0.integer("seconds")))
        }
    }
}
