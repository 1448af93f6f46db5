import Catalog

/// `Catalog/examining/words.yaml`.
struct ExaminingWords: Sendable {
    static let id = "words"

    let counting: CountingWords
    let listingCounters: [Scalars]
    let listingOpen: [Scalars]
    let listingBegins: [Scalars]
    let totals: [Scalars]
    let parts: [Scalars]
    let partial: [Scalars]
    let endParts: [Scalars]
    let shares: [Scalars]
    let rates: [Scalars]
    let up: [Scalars]
    let down: [Scalars]
    let upNouns: [Scalars]
    let downNouns: [Scalars]
    let universal: [Scalars]
    let openMoment: [Scalars]
    let doubledCharacters: Set<Unicode.Scalar>
    let doubledRight: [Scalars]
    let doubledPhrases: [Scalars]

    init(_ reader: RuleReader) {
        let body = reader.body(keys: [
            "units", "codes", "rough_after", "rough_behind", "rough_before", "listing", "totals", "parts", "partial",
            "end_parts", "shares", "rates", "up", "down", "up_nouns", "down_nouns", "universal", "open_moment",
            "doubled",
        ])
        func words(_ key: String) -> [Scalars] { body.texts(key).map { Scalars($0).folded } }
        counting = CountingWords(body, with: reader)
        let listing = body.mapping("listing", keys: ["counters", "open", "begins"])
        listingCounters = listing.texts("counters").map { Scalars($0) }
        listingOpen = listing.texts("open").map { Scalars($0) }
        listingBegins = listing.texts("begins").map { Scalars($0) }
        totals = words("totals")
        parts = words("parts")
        partial = words("partial")
        endParts = words("end_parts")
        shares = words("shares")
        rates = words("rates")
        up = words("up")
        down = words("down")
        upNouns = words("up_nouns")
        downNouns = words("down_nouns")
        universal = words("universal")
        openMoment = words("open_moment")
        let doubled = body.mapping("doubled", keys: ["characters", "right", "phrases"])
        doubledCharacters = Set(doubled.texts("characters").flatMap(\.unicodeScalars))
        doubledRight = doubled.texts("right").map { Scalars($0) }
        doubledPhrases = doubled.texts("phrases").map { Scalars($0) }
    }
}
