/// Finds the known name that a mistyped one most likely meant.
enum NearestName {
    /// The nearest of the known names, nil when none is near enough to be meant.
    static func find(_ name: String, among known: some Sequence<String>) -> String? {
        let limit = max(1, name.count / 2)
        return known.map { (name: $0, distance: distance(name, $0)) }
            .filter { $0.distance <= limit }
            .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
    }

    /// The number of insertions, deletions and replacements between two names (Levenshtein).
    private static func distance(_ left: String, _ right: String) -> Int {
        let letters = Array(right.lowercased())
        var row = Array(0...letters.count)
        for (position, letter) in left.lowercased().enumerated() {
            var diagonal = row[0]
            row[0] = position + 1
            for column in 0..<letters.count {
                let replaced = diagonal + (letter == letters[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
            }
        }
        return row[letters.count]
    }
}
