/// What SQLite has and PostgreSQL has not: the whole list of functions that our statements need of it. They are made once in a
/// store, and answer what SQLite answers.
enum PostgreSQLFunctions {
    static let migration = Migration(
        id: "postgresql.1.functions",
        statements: [
            // A member of an object in JSON text; SQLite gives a number as such and a truth as 0 or 1, here both are text.
            function("json_member(TEXT, TEXT) RETURNS TEXT", "SELECT $1::json ->> $2"),
            "CREATE OPERATOR ->> (LEFTARG = TEXT, RIGHTARG = TEXT, FUNCTION = json_member)",
            // The greater and the lesser of two; NULL when either is NULL.
            function("max(BIGINT, BIGINT) RETURNS BIGINT", "SELECT CASE WHEN $1 > $2 THEN $1 ELSE $2 END"),
            function("min(BIGINT, BIGINT) RETURNS BIGINT", "SELECT CASE WHEN $1 < $2 THEN $1 ELSE $2 END"),
            // The start of a text, where its length stands in a column.
            function("substr(TEXT, BIGINT, BIGINT) RETURNS TEXT", "SELECT substr($1, $2::INT4, $3::INT4)"),
            // date(seconds, 'unixepoch'): the civil date in UTC.
            function(
                "date(BIGINT, TEXT) RETURNS TEXT",
                """
                SELECT CASE $2 WHEN 'unixepoch'
                THEN to_char(to_timestamp($1) AT TIME ZONE 'UTC', 'YYYY-MM-DD') END
                """),
            // date(date, '+1 day'): another civil date.
            function("date(TEXT, TEXT) RETURNS TEXT", "SELECT to_char($1::date + $2::interval, 'YYYY-MM-DD')"),
            // group_concat(DISTINCT …): texts with commas between them.
            function("join_texts(TEXT, TEXT) RETURNS TEXT", "SELECT $1 || ',' || $2"),
            "CREATE AGGREGATE group_concat(TEXT) (SFUNC = join_texts, STYPE = TEXT)",
        ])

    private static func function(_ signature: String, _ body: String) -> String {
        "CREATE FUNCTION \(signature) LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS '\(quoted(body))'"
    }

    private static func quoted(_ text: String) -> String {
        text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
    }
}
